package org.comity.portal.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/**
 * A page that says one thing, and where to go from there.
 *
 * @param detail what a service said, in English; mostly nothing
 * @param written what the person had written, to be read and copied; mostly nothing
 */
@CheckedTemplate(basePath = "", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record Notice(
        Page page,
        String title,
        List<String> paragraphs,
        String detail,
        List<String> written,
        String correlation,
        List<Way> ways)
        implements TemplateInstance {

    /** A way on; the first is a button. */
    record Way(String text, String href) {}
}
