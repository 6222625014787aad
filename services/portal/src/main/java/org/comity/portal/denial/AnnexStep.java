package org.comity.portal.denial;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.Locale;
import java.util.Optional;
import org.comity.portal.api.DenialContent;
import org.comity.portal.page.Form;
import org.comity.portal.page.Page;

/** What the state keeps to itself. */
final class AnnexStep implements Step {

    private static final DenialContent.NationalAnnex NOTHING =
            new DenialContent.NationalAnnex(null, null, null, null, null);

    @CheckedTemplate(basePath = "denial", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Annex(Page page, StepFrame step, Form form) implements TemplateInstance {}

    @Override
    public String path() {
        return "annex";
    }

    @Override
    public boolean isSeveral() {
        return false;
    }

    @Override
    public int count(DenialContent content) {
        return 1;
    }

    @Override
    public String title(Words words, DenialContent content, int index) {
        return words.denial.annexTitle();
    }

    @Override
    public Form show(DenialContent content, int index) {
        Form form = Form.blank().put("nationalRef", content.nationalRef());
        DenialContent.NationalAnnex annex = content.nationalAnnex();
        if (annex != null) {
            form.put("exporter", annex.exporter())
                    .put("exporterAddress", annex.exporterAddress())
                    .put("value", annex.value())
                    .put("currency", annex.currency())
                    .put("note", annex.note());
        }
        return form;
    }

    @Override
    public DenialContent read(DenialContent content, Form form, int index, Words words) {
        DraftEditor draft = new DraftEditor(content);
        draft.nationalRef = form.text("nationalRef");
        var annex = new DenialContent.NationalAnnex(
                form.text("exporter"),
                form.text("exporterAddress"),
                form.number("value", words.page, words.denial.notANumber()),
                Optional.ofNullable(form.text("currency"))
                        .map(it -> it.toUpperCase(Locale.ROOT))
                        .orElse(null),
                form.text("note"));
        draft.nationalAnnex = annex.equals(NOTHING) ? null : annex;
        return draft.done();
    }

    @Override
    public DenialContent remove(DenialContent content, int index) {
        return content;
    }

    @Override
    public TemplateInstance page(Page page, StepFrame step, Form form, Words words) {
        return new Annex(page, step, form);
    }
}
