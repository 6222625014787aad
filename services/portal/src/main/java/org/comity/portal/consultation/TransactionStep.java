package org.comity.portal.consultation;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.comity.portal.api.ConsultationContent;
import org.comity.portal.denial.StepFrame;
import org.comity.portal.page.Choice;
import org.comity.portal.page.Countries;
import org.comity.portal.page.Form;
import org.comity.portal.page.Page;

/** Where the items of the candidate transaction are to go, and what for. */
record TransactionStep() implements DraftStep {

    @CheckedTemplate(basePath = "consultation", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record DraftTransaction(Page page, StepFrame step, Form form, List<Choice> countries) implements TemplateInstance {}

    @Override
    public String title(Page page, ConsultationContent draft) {
        return page.texts(DraftTexts.class).transactionTitle();
    }

    @Override
    public Form show(ConsultationContent draft) {
        return Form.blank()
                .put("destination", draft.transaction().destination())
                .put("statedEndUse", draft.transaction().statedEndUse());
    }

    @Override
    public ConsultationContent read(ConsultationContent draft, Form form, Page page) {
        return draft.with(new ConsultationContent.Transaction(
                draft.transaction().items(),
                form.text("destination"),
                draft.transaction().parties(),
                form.text("statedEndUse")));
    }

    @Override
    public TemplateInstance page(Page page, StepFrame step, Form form, ConsultationContent draft) {
        return new DraftTransaction(page, step, form, Countries.choices(page.locale()));
    }
}
