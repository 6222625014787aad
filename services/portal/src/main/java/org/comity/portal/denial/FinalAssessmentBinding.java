package org.comity.portal.denial;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.comity.portal.api.Codes;
import org.comity.portal.api.Json;
import org.comity.portal.form.Binding;
import org.comity.portal.page.Form;
import org.comity.portal.page.Page;
import org.jspecify.annotations.Nullable;

/**
 * Reads and shows the final assessment, which only a suspension has. Choosing another kind does not erase it; the page asks
 * for a word of its own.
 *
 * @param goes what is said where another kind was chosen
 */
record FinalAssessmentBinding(String goes) implements Binding {

    private static final String NAME = "finalAssessment";
    private static final String ERASE = "eraseAssessment";

    /** Whether the page asks if it is to be erased. */
    static boolean isAsked(Form form) {
        return form.error(ERASE) != null || form.has(ERASE, "yes");
    }

    @Override
    public void show(JsonNode content, Form form) {
        form.put(NAME, Json.text(content, NAME));
    }

    @Override
    public void read(Form form, ObjectNode content, Page page) {
        String typed = form.text(NAME);
        if (form.has("kind", Codes.DenialKind.SUSPENSION.name())) {
            Json.put(content, NAME, Json.node(typed));
            return;
        }
        // with script, what is folded away is not sent
        @Nullable String kept = typed == null ? before(content) : typed;
        form.put(NAME, kept);
        boolean erased = kept == null || form.has(ERASE, "yes");
        if (!erased) {
            form.fault(ERASE, goes);
        }
        Json.put(content, NAME, Json.node(erased ? null : kept));
    }

    private static @Nullable String before(JsonNode content) {
        String there = Json.text(content, NAME);
        return there.isEmpty() ? null : there;
    }
}
