package org.comity.portal.discard;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.comity.portal.api.Denial;
import org.comity.portal.api.Services;
import org.comity.portal.denial.DenialActions;
import org.comity.portal.denial.DenialSteps;
import org.comity.portal.page.Page;
import org.comity.portal.step.Asked;
import org.comity.portal.step.Step;

/** Throws away the draft of a denial, or what is proposed to do with one that is in force. */
@Singleton
class DenialDiscard implements DenialSteps {
    private final Services services;

    DenialDiscard(Services services) {
        this.services = services;
    }

    @Override
    public List<Step<Denial>> of(UUID id) {
        return List.of(Step.<Denial>of("discard", (one, page) -> DenialActions.of(one, page.person())
                        .discard())
                .asks((one, form, page) -> sure(one, page))
                .sends((etag, body) ->
                        services.at("/denials/v1/denials/{id}/discard", id).step(etag, body, Denial.class))
                .done((before, answer, form) -> answer.getStatus() == 204 ? "/discarded/" + before.ref() : "dropped"));
    }

    private static Asked sure(Denial one, Page page) {
        DiscardTexts texts = page.texts(DiscardTexts.class);
        if (one.proposal() != null) {
            Denial.ProposalKind kind = one.proposal().kind();
            return Sure.page(
                    texts.proposalTitle(kind),
                    List.of(texts.proposalContent()),
                    texts.inForceStays(),
                    texts.toProposal(kind),
                    texts);
        }
        return one.amendment() == null
                ? Sure.page(
                        texts.draftTitle(),
                        List.of(texts.draftContent(), texts.draftPersons(), texts.reference(one.ref())),
                        texts.draftStays(),
                        texts.draftYes(),
                        texts)
                : Sure.page(
                        texts.amendmentTitle(),
                        List.of(texts.amendmentContent()),
                        texts.inForceStays(),
                        texts.amendmentYes(),
                        texts);
    }
}
