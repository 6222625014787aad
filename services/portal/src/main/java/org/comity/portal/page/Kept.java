package org.comity.portal.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/** Hands a person's form back to them when what should have taken it did not answer, to be sent again. */
@CheckedTemplate(basePath = "", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record Kept(Page page, String title, String text, String correlation, String action, List<Lapsed.Field> fields)
        implements TemplateInstance {}
