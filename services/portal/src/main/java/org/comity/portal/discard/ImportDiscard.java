package org.comity.portal.discard;

import jakarta.inject.Singleton;
import java.util.List;
import org.comity.portal.api.Imports;
import org.comity.portal.page.Page;
import org.comity.portal.step.Asked;
import org.comity.portal.step.RecordSteps;
import org.comity.portal.step.Step;

/** Throws away a file, with the drafts that it made; sends all of it back to the officer, with a reason. */
@Singleton
class ImportDiscard implements RecordSteps<Imports.Import> {

    @Override
    public List<Step<Imports.Import>> all() {
        return List.of(
                Step.<Imports.Import>of("discard").asks((one, form, page) -> sure(one, page)),
                Step.ofReturn(ImportDiscard::returnWords));
    }

    private static Step.ReturnWords returnWords(Page page) {
        DiscardTexts texts = page.texts(DiscardTexts.class);
        return new Step.ReturnWords(
                texts.sendBackTitle(), texts.sendBackText(), texts.sendBackAsk(), texts.sendBackNow());
    }

    private static Asked sure(Imports.Import one, Page page) {
        DiscardTexts texts = page.texts(DiscardTexts.class);
        return one.status() == Imports.Status.APPLIED
                ? Sure.page(
                        texts.fileDraftsTitle(),
                        List.of(texts.fileDrafts(), texts.filePersons(), texts.fileItself()),
                        texts.fileStays(),
                        texts.fileDraftsYes(),
                        texts)
                : Sure.page(
                        texts.fileTitle(), List.of(texts.fileItself()), texts.fileNothing(), texts.fileYes(), texts);
    }
}
