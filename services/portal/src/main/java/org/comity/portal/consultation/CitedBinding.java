package org.comity.portal.consultation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;
import org.comity.portal.api.Json;
import org.comity.portal.form.Binding;
import org.comity.portal.page.Form;
import org.comity.portal.page.Page;

/** Reads and shows what is cited to one state, whichever of the two lists it is ticked in. */
record CitedBinding(String pointer) implements Binding {

    @Override
    public void show(JsonNode content, Form form) {
        List<String> cited = Json.texts(content, pointer);
        form.put("theirs", cited).put("ours", cited);
    }

    @Override
    public void read(Form form, ObjectNode content, Page page) {
        List<String> refs = Stream.concat(form.all("theirs").stream(), form.all("ours").stream())
                .distinct()
                .toList();
        if (Json.at(content, pointer.substring(0, pointer.lastIndexOf('/'))) instanceof ObjectNode consulted) {
            Json.put(consulted, "denialRefs", Json.list(refs));
        }
    }
}
