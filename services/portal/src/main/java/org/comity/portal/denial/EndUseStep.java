package org.comity.portal.denial;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.comity.portal.api.DenialContent;
import org.comity.portal.page.Form;
import org.comity.portal.page.Page;

/** What the export was said to be for, and what the drafter thinks of it. */
final class EndUseStep implements Step {

    @CheckedTemplate(basePath = "denial", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record EndUse(Page page, StepFrame step, Form form) implements TemplateInstance {}

    @Override
    public String path() {
        return "end-use";
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
        return words.denial.endUseTitle();
    }

    @Override
    public Form show(DenialContent content, int index) {
        return Form.blank().put("statedEndUse", content.statedEndUse()).put("assessedEndUse", content.assessedEndUse());
    }

    @Override
    public DenialContent read(DenialContent content, Form form, int index, Words words) {
        DraftEditor draft = new DraftEditor(content);
        draft.statedEndUse = form.text("statedEndUse");
        draft.assessedEndUse = form.text("assessedEndUse");
        return draft.done();
    }

    @Override
    public DenialContent remove(DenialContent content, int index) {
        return content;
    }

    @Override
    public TemplateInstance page(Page page, StepFrame step, Form form, Words words) {
        return new EndUse(page, step, form);
    }
}
