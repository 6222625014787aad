package org.comity.portal.discard;

import jakarta.inject.Singleton;
import java.util.List;
import org.comity.portal.api.Bulletin;
import org.comity.portal.page.Page;
import org.comity.portal.step.Asked;
import org.comity.portal.step.RecordSteps;
import org.comity.portal.step.Step;

/** Throws away the draft of a bulletin, or its next version. */
@Singleton
class BulletinDiscard implements RecordSteps<Bulletin> {

    @Override
    public List<Step<Bulletin>> all() {
        return List.of(Step.<Bulletin>of("discard")
                .asks((one, form, page) -> sure(one, page))
                .done((before, answer, form) -> answer.getStatus() == 204 ? "/discarded/" + before.ref() : "dropped"));
    }

    private static Asked sure(Bulletin one, Page page) {
        DiscardTexts texts = page.texts(DiscardTexts.class);
        return one.next() == null
                ? Sure.page(
                        texts.draftTitle(),
                        List.of(texts.bulletinContent(), texts.reference(one.ref())),
                        texts.draftStays(),
                        texts.draftYes(),
                        texts)
                : Sure.page(
                        texts.updateTitle(),
                        List.of(texts.updateContent()),
                        texts.publishedStays(),
                        texts.updateYes(),
                        texts);
    }
}
