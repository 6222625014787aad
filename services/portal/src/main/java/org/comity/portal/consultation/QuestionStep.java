package org.comity.portal.consultation;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.comity.portal.api.Codes;
import org.comity.portal.api.ConsultationContent;
import org.comity.portal.denial.StepFrame;
import org.comity.portal.page.Choice;
import org.comity.portal.page.CodeTexts;
import org.comity.portal.page.Form;
import org.comity.portal.page.Page;

/** What the requesting state wants to know, and how it is marked. */
record QuestionStep() implements DraftStep {

    @CheckedTemplate(basePath = "consultation", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record DraftQuestion(Page page, StepFrame step, Form form, List<Choice> tlps) implements TemplateInstance {}

    @Override
    public String title(Page page, ConsultationContent draft) {
        return page.texts(DraftTexts.class).questionTitle();
    }

    @Override
    public Form show(ConsultationContent draft) {
        return Form.blank().put("question", draft.question()).put("tlp", draft.tlp());
    }

    @Override
    public ConsultationContent read(ConsultationContent draft, Form form, Page page) {
        return new ConsultationContent(
                draft.type(),
                draft.candidateTransaction(),
                form.text("question"),
                draft.consultedStates(),
                form.code("tlp", Codes.Tlp.class),
                draft.internalRef(),
                draft.nationalAnnex());
    }

    @Override
    public TemplateInstance page(Page page, StepFrame step, Form form, ConsultationContent draft) {
        CodeTexts codes = page.texts(CodeTexts.class);
        return new DraftQuestion(page, step, form, Choice.all(Codes.Tlp.class, Codes.Tlp::label, codes::tlpHint));
    }
}
