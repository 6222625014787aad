package org.comity.portal.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/** Hands a form back that was made for another person: it is read, and sent by the one who wrote it. */
@CheckedTemplate(basePath = "", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record OthersForm(Page page, String title, List<String> written, String action, List<Lapsed.Field> fields)
        implements TemplateInstance {}
