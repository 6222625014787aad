package org.comity.portal.consultation;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.comity.portal.api.ConsultationCodes.Type;
import org.comity.portal.api.ConsultationContent;
import org.comity.portal.denial.StepFrame;
import org.comity.portal.page.Choice;
import org.comity.portal.page.Form;
import org.comity.portal.page.Page;

/** What is asked about, and what silence means. */
record TypeStep() implements DraftStep {

    @CheckedTemplate(basePath = "consultation", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record DraftType(Page page, StepFrame step, Form form, List<Choice> types, String from, String fromState)
            implements TemplateInstance {}

    @Override
    public String title(Page page, ConsultationContent draft) {
        return page.texts(DraftTexts.class).typeTitle();
    }

    @Override
    public Form show(ConsultationContent draft) {
        return Form.blank().put("type", draft.type());
    }

    @Override
    public ConsultationContent read(ConsultationContent draft, Form form, Page page) {
        return new ConsultationContent(
                form.code("type", Type.class),
                draft.candidateTransaction(),
                draft.question(),
                draft.consultedStates(),
                draft.tlp(),
                draft.internalRef(),
                draft.nationalAnnex());
    }

    @Override
    public TemplateInstance page(Page page, StepFrame step, Form form, ConsultationContent draft) {
        return page(page, step, form, "", "");
    }

    /**
     * The first page of a draft.
     *
     * @param from the denial that it begins with; empty for none
     * @param fromState whose denial that is
     */
    static TemplateInstance page(Page page, StepFrame step, Form form, String from, String fromState) {
        ConsultationTexts texts = page.texts(ConsultationTexts.class);
        return new DraftType(page, step, form, Choice.all(Type.class, texts::type, texts::typeHint), from, fromState);
    }
}
