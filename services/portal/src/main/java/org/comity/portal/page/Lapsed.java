package org.comity.portal.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/** Hands a person's form back to them when the session was gone as it arrived: they sign in elsewhere, and send it again. */
@CheckedTemplate(basePath = "", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record Lapsed(Page page, String action, List<Field> fields) implements TemplateInstance {

    /** What was typed in one field. */
    public record Field(String name, String value) {}
}
