package org.comity.portal.consultation;

import io.quarkus.qute.TemplateInstance;
import org.comity.portal.api.ConsultationContent;
import org.comity.portal.denial.StepFrame;
import org.comity.portal.page.Form;
import org.comity.portal.page.Page;

/** One page of drafting: shows a part of the draft in a form, and reads it back. */
sealed interface DraftStep
        permits TypeStep, QuestionStep, ItemsStep, PartiesStep, TransactionStep, StatesStep, CiteStep, OwnStep {

    /** The heading. */
    String title(Page page, ConsultationContent draft);

    /** The form as the draft has it. */
    Form show(ConsultationContent draft);

    /** The draft with what was typed; what cannot be read is a fault of the form. */
    ConsultationContent read(ConsultationContent draft, Form form, Page page);

    /** The page. */
    TemplateInstance page(Page page, StepFrame step, Form form, ConsultationContent draft);
}
