package org.comity.portal.denial;

import jakarta.inject.Singleton;
import jakarta.ws.rs.NotFoundException;
import java.util.List;
import org.comity.portal.api.DenialContent;
import org.comity.portal.api.Reference;

/** The steps of drafting, in their order. */
@Singleton
final class DraftSteps {

    private final List<Step> inOrder;

    DraftSteps(Reference reference) {
        this.inOrder = List.of(
                new DecisionStep(),
                new ItemStep(reference),
                new PartyStep(),
                new EndUseStep(),
                new ReasonStep(),
                new ReleaseStep(reference),
                new AnnexStep());
    }

    /** The first one, which makes the draft. */
    Step first() {
        return inOrder.getFirst();
    }

    /** The step at that address. */
    Step at(String path) {
        return inOrder.stream().filter(it -> it.path().equals(path)).findFirst().orElseThrow(NotFoundException::new);
    }

    List<Step> all() {
        return inOrder;
    }

    /** Where one goes on to after that step: the next one; after the release, whatever else there may be, to the check. */
    String after(Step step) {
        return switch (step) {
            case DecisionStep decision -> "items";
            case ItemStep item -> "parties";
            case PartyStep party -> "end-use";
            case EndUseStep endUse -> "reasons";
            case ReasonStep reason -> "release";
            case ReleaseStep release -> "check";
            case AnnexStep annex -> "";
        };
    }

    /** Whether enough is said for the step to count as done; what is really missing, the service says at submission. */
    static boolean isDone(Step step, DenialContent content) {
        return switch (step) {
            case DecisionStep decision ->
                content.kind() != null
                        && content.decisionDate() != null
                        && content.basis() != null
                        && content.destinationState() != null;
            case ItemStep item -> !content.items().isEmpty();
            case PartyStep party -> !content.parties().isEmpty();
            case EndUseStep endUse -> content.statedEndUse() != null;
            case ReasonStep reason -> !content.reasons().isEmpty();
            case ReleaseStep release ->
                content.releasability() != null
                        && content.tlp() != null
                        && !content.permittedUse().isEmpty();
            case AnnexStep annex -> content.nationalRef() != null || content.nationalAnnex() != null;
        };
    }
}
