package org.comity.portal.consultation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.comity.portal.api.Json;
import org.comity.portal.form.Binding;
import org.comity.portal.page.Form;
import org.comity.portal.page.Page;

/** Reads and shows which states are consulted. What was cited to a state that stays, stays cited. */
record ConsultedBinding(String name) implements Binding {

    @Override
    public void show(JsonNode content, Form form) {
        form.put(
                name,
                Json.elements(content, name).stream()
                        .map(it -> Json.text(it, "state"))
                        .toList());
    }

    @Override
    public void read(Form form, ObjectNode content, Page page) {
        List<JsonNode> before = Json.elements(content, name);
        List<JsonNode> after = form.all(name).stream()
                .distinct()
                .map(state -> before.stream()
                        .filter(it -> Json.text(it, "state").equals(state))
                        .findFirst()
                        .orElseGet(() -> Json.object().put("state", state)))
                .toList();
        Json.put(content, name, Json.listOf(after));
    }
}
