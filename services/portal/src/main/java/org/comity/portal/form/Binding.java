package org.comity.portal.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.comity.portal.page.Form;
import org.comity.portal.page.Page;

/** Connects a field with what a content says. */
public interface Binding {

    /** Puts what the content says into the form. */
    void show(JsonNode content, Form form);

    /** Puts what was typed into the content; what cannot be read is a fault of the form. */
    void read(Form form, ObjectNode content, Page page);
}
