package org.comity.portal.discard;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.comity.portal.page.Page;

/**
 * The page before something is thrown away.
 *
 * @param lost what will be lost
 * @param stays what will not
 * @param yes the words on its button
 * @param overtaken whether somebody else changed the record in the meantime
 */
@CheckedTemplate(basePath = "discard", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record Sure(
        Page page,
        String ref,
        String title,
        List<String> lost,
        String stays,
        String action,
        String back,
        String etag,
        String yes,
        boolean overtaken)
        implements TemplateInstance {}
