package org.comity.portal.discard;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.comity.portal.page.Page;

/**
 * The page after a draft was thrown away.
 *
 * @param href where the other drafts are
 */
@CheckedTemplate(basePath = "discard", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record Gone(Page page, String ref, String href) implements TemplateInstance {

    /** What an address may say of it: a reference, and nothing else that the page would show. */
    static final String REFERENCE = "(DN|CN)-[A-Z]{2}-[0-9]{4}-[0-9A-Z]{6}";
}
