package org.comity.portal.discard;

import jakarta.inject.Singleton;
import java.util.List;
import org.comity.portal.api.Denial;
import org.comity.portal.page.Page;
import org.comity.portal.step.Asked;
import org.comity.portal.step.RecordSteps;
import org.comity.portal.step.Step;

/** Throws away the draft of a denial, or what is proposed to do with one that is in force. */
@Singleton
class DenialDiscard implements RecordSteps<Denial> {

    @Override
    public List<Step<Denial>> all() {
        return List.of(Step.<Denial>of("discard")
                .link(DenialDiscard::words)
                .asks((one, form, page) -> sure(one, page))
                .done((before, answer, form) -> answer.getStatus() == 204 ? "/discarded/" + before.ref() : "dropped"));
    }

    private static String words(Denial one, Page page) {
        DiscardTexts texts = page.texts(DiscardTexts.class);
        if (one.proposal() != null) {
            return texts.toProposal(one.proposal().kind());
        }
        return one.amendment() == null ? texts.toDraft() : texts.toAmendment();
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
