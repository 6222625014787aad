package org.comity.portal.denial;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.comity.portal.api.Codes;
import org.comity.portal.api.Json;
import org.comity.portal.form.Binding;
import org.comity.portal.form.Field;
import org.comity.portal.page.Choice;
import org.comity.portal.page.Form;
import org.comity.portal.page.Page;

/** Reads and shows what is withheld: a list in the content, and a choice for each field on the page. */
record WithheldBinding(List<Field> fields) implements Binding {

    /** A ground for each field that can be withheld. */
    static Field field(Words words) {
        List<Choice> grounds = Choice.all(Codes.WithheldGround.class, words.code::ground);
        List<Field> fields = Choice.all(Codes.WithheldField.class, words.code::field).stream()
                .map(it -> Field.select("withheld/" + it.value(), it.text(), grounds)
                        .none(words.denial.notWithheld()))
                .toList();
        return Field.fold("withheld", words.denial.withheldAsk(), fields)
                .hint(words.denial.withheldHint())
                .bound(new WithheldBinding(fields));
    }

    @Override
    public void show(JsonNode content, Form form) {
        Json.elements(content, "withheld")
                .forEach(it -> form.put("withheld/" + Json.text(it, "field"), Json.text(it, "ground")));
    }

    @Override
    public void read(Form form, ObjectNode content, Page page) {
        ObjectNode chosen = Json.object();
        fields.forEach(it -> it.binding().read(form, chosen, page));
        List<ObjectNode> withheld = new ArrayList<>();
        for (Codes.WithheldField field : Codes.WithheldField.values()) {
            String ground = Json.text(chosen, "withheld/" + field.name());
            if (!ground.isEmpty()) {
                withheld.add(Json.object().put("field", field.name()).put("ground", ground));
            }
        }
        Json.put(content, "withheld", Json.listOf(withheld));
    }
}
