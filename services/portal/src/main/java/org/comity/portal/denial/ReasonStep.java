package org.comity.portal.denial;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.comity.portal.api.Codes;
import org.comity.portal.api.DenialContent;
import org.comity.portal.page.Choice;
import org.comity.portal.page.Form;
import org.comity.portal.page.Page;

/** One reason for the denial. */
final class ReasonStep implements Step {

    @CheckedTemplate(basePath = "denial", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Reason(
            Page page, StepFrame step, Form form, List<Choice> criteria, List<Choice> misuses, List<Choice> rights)
            implements TemplateInstance {}

    @Override
    public String path() {
        return "reasons";
    }

    @Override
    public boolean isSeveral() {
        return true;
    }

    @Override
    public int count(DenialContent content) {
        return content.reasons().size();
    }

    @Override
    public String title(Words words, DenialContent content, int index) {
        return index < count(content) ? words.denial.reasonChange(index + 1) : words.denial.reasonNew();
    }

    @Override
    public Form show(DenialContent content, int index) {
        Form form = Form.blank();
        if (index >= count(content)) {
            return form;
        }
        DenialContent.Reason reason = content.reasons().get(index);
        return form.put("criterion", reason.criterion())
                .put("misuseTypes", reason.misuseTypes())
                .put("rightsEngaged", reason.rightsEngaged())
                .put("tearline", reason.tearline())
                .put("narrative", reason.narrative());
    }

    @Override
    public DenialContent read(DenialContent content, Form form, int index, Words words) {
        DraftEditor draft = new DraftEditor(content);
        DraftEditor.put(
                draft.reasons,
                index,
                new DenialContent.Reason(
                        form.code("criterion", Codes.Criterion.class),
                        form.codes("misuseTypes", Codes.MisuseType.class),
                        form.codes("rightsEngaged", Codes.Right.class),
                        form.text("tearline"),
                        form.text("narrative")));
        return draft.done();
    }

    @Override
    public DenialContent remove(DenialContent content, int index) {
        DraftEditor draft = new DraftEditor(content);
        draft.reasons.remove(index);
        return draft.done();
    }

    @Override
    public TemplateInstance page(Page page, StepFrame step, Form form, Words words) {
        return new Reason(
                page,
                step,
                form,
                Choice.all(Codes.Criterion.class, words.code::criterion),
                Choice.all(Codes.MisuseType.class, words.code::misuse),
                Choice.all(Codes.Right.class, words.code::right));
    }
}
