package org.comity.portal.consultation;

import io.quarkus.qute.TemplateInstance;
import org.comity.portal.api.ConsultationContent;
import org.comity.portal.denial.ItemPages;
import org.comity.portal.denial.StepFrame;
import org.comity.portal.page.Form;
import org.comity.portal.page.Page;

/** One item of the candidate transaction, on the page of a denial's. */
record ItemsStep(ItemPages pages, int index) implements DraftStep {

    @Override
    public String title(Page page, ConsultationContent draft) {
        return pages.title(page, draft.transaction().items(), index);
    }

    @Override
    public Form show(ConsultationContent draft) {
        return pages.show(draft.transaction().items(), index);
    }

    @Override
    public ConsultationContent read(ConsultationContent draft, Form form, Page page) {
        ConsultationContent.Transaction before = draft.transaction();
        return draft.with(before.withItems(pages.read(before.items(), form, index, page)));
    }

    @Override
    public TemplateInstance page(Page page, StepFrame step, Form form, ConsultationContent draft) {
        return pages.page(page, step, form);
    }
}
