package org.comity.portal.step;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.comity.portal.page.Form;
import org.comity.portal.page.Page;
import org.jspecify.annotations.Nullable;

/**
 * The page of a step.
 *
 * @param ref what it is about; empty before there is a record
 * @param action where it is sent, which is also where it is read
 * @param back where "back" and "cancel" lead
 * @param backText the words of the way back; empty for the usual ones
 * @param etag the version that is being changed
 * @param overtaken that somebody else changed the record in the meantime; null where nobody did
 */
public record StepPage(
        Page page,
        Asked asked,
        String ref,
        String action,
        String back,
        String backText,
        String etag,
        Subject.@Nullable Overtaken overtaken,
        Form form) {

    @CheckedTemplate(basePath = "step", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record StepForm(Page page, StepPage step, Form form) implements TemplateInstance {}

    /** The page in the person's language. */
    public TemplateInstance show() {
        return page.show(
                asked.own() == null
                        ? new StepForm(page, this, form)
                        : asked.own().apply(this));
    }
}
