package org.comity.portal.consultation;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.Locale;
import java.util.stream.Stream;
import org.comity.portal.api.ConsultationContent;
import org.comity.portal.api.DenialContent;
import org.comity.portal.denial.DenialTexts;
import org.comity.portal.denial.StepFrame;
import org.comity.portal.page.Form;
import org.comity.portal.page.Page;
import org.jspecify.annotations.Nullable;

/** What never leaves the requesting state. */
record OwnStep() implements DraftStep {

    @CheckedTemplate(basePath = "consultation", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record DraftOwn(Page page, StepFrame step, Form form) implements TemplateInstance {}

    @Override
    public String title(Page page, ConsultationContent draft) {
        return page.texts(DraftTexts.class).ownTitle();
    }

    @Override
    public Form show(ConsultationContent draft) {
        Form form = Form.blank().put("internalRef", draft.internalRef());
        DenialContent.NationalAnnex annex = draft.nationalAnnex();
        return annex == null
                ? form
                : form.put("exporter", annex.exporter())
                        .put("exporterAddress", annex.exporterAddress())
                        .put("value", annex.value())
                        .put("currency", annex.currency())
                        .put("note", annex.note());
    }

    @Override
    public ConsultationContent read(ConsultationContent draft, Form form, Page page) {
        return new ConsultationContent(
                draft.type(),
                draft.candidateTransaction(),
                draft.question(),
                draft.consultedStates(),
                draft.tlp(),
                form.text("internalRef"),
                annex(form, page));
    }

    private static DenialContent.@Nullable NationalAnnex annex(Form form, Page page) {
        String currency = form.text("currency");
        DenialContent.NationalAnnex annex = new DenialContent.NationalAnnex(
                form.text("exporter"),
                form.text("exporterAddress"),
                form.number("value", page, page.texts(DenialTexts.class).notANumber()),
                currency == null ? null : currency.toUpperCase(Locale.ROOT),
                form.text("note"));
        boolean nothing = Stream.of(
                        annex.exporter(), annex.exporterAddress(), annex.value(), annex.currency(), annex.note())
                .allMatch(java.util.Objects::isNull);
        return nothing ? null : annex;
    }

    @Override
    public TemplateInstance page(Page page, StepFrame step, Form form, ConsultationContent draft) {
        return new DraftOwn(page, step, form);
    }
}
