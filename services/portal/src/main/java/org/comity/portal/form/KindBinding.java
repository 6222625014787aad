package org.comity.portal.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.comity.portal.api.Json;
import org.comity.portal.page.Choice;
import org.comity.portal.page.Form;
import org.comity.portal.page.Page;
import org.comity.portal.page.Texts;
import org.comity.portal.page.Value;
import org.jspecify.annotations.Nullable;

/** Reads and shows a field as its kind does. */
record KindBinding(Field field) implements Binding {

    @Override
    public void show(JsonNode content, Form form) {
        String name = field.name();
        switch (field.kind()) {
            case INPUT, AREA, RADIO, SELECT, TICK -> form.put(name, Json.text(content, name));
            case NUMBER -> {
                JsonNode number = Json.at(content, name);
                form.put(name, number.isNumber() ? number.decimalValue() : null);
            }
            case DAY -> {
                String day = Json.text(content, name);
                form.put(name, day.isEmpty() ? null : LocalDate.parse(day));
            }
            case LINES -> form.put(name, String.join("\n", Json.texts(content, name)));
            case CHECKS -> form.put(name, Json.texts(content, name));
            case ROWS -> {
                int rows = Json.elements(content, name).size();
                for (int at = 0; at < rows; at++) {
                    field.fieldsOfRow(at).forEach(it -> it.binding().show(content, form));
                }
            }
            case BESIDE, GROUP, FOLD -> {}
        }
        field.within().forEach(it -> it.binding().show(content, form));
    }

    @Override
    public void read(Form form, ObjectNode content, Page page) {
        String name = field.name();
        if (!field.counts(form)) {
            Json.put(content, name, null);
            return;
        }
        switch (field.kind()) {
            case INPUT, AREA -> Json.put(content, name, Json.node(field.text(form)));
            case RADIO, SELECT -> {
                String chosen = form.value(name);
                Json.put(content, name, Json.node(!chosen.isEmpty() && field.takes(chosen) ? chosen : null));
            }
            case NUMBER -> Json.put(content, name, number(form, page));
            case DAY -> {
                LocalDate day = form.day(name, texts(page).notADate());
                Json.put(content, name, Json.node(day == null ? null : day.toString()));
            }
            case LINES -> Json.put(content, name, Json.list(form.lines(name)));
            case CHECKS -> Json.put(content, name, Json.list(checked(form)));
            case TICK -> Json.put(content, name, form.has(name, "true") ? BooleanNode.TRUE : null);
            case ROWS -> rows(form, content, page);
            case BESIDE, GROUP, FOLD -> {}
        }
        field.within().forEach(it -> it.binding().read(form, content, page));
    }

    private static Texts texts(Page page) {
        return page.texts(Texts.class);
    }

    private @Nullable JsonNode number(Form form, Page page) {
        boolean whole = !field.wrong().isEmpty();
        String wrong = whole ? field.wrong() : texts(page).notANumber();
        UnaryOperator<String> inSummary = fault -> page.named(field.label(), fault);
        BigDecimal number = form.number(field.name(), page, whole, wrong, inSummary);
        if (number != null && number.compareTo(BigDecimal.valueOf(field.greatest())) > 0) {
            form.fault(field.name(), wrong, inSummary.apply(wrong));
            return null;
        }
        return number == null ? null : DecimalNode.valueOf(number);
    }

    /** What was ticked, in the order of the choices; what is open in the order in which it came. */
    private List<String> checked(Form form) {
        List<String> ticked = form.all(field.name());
        return field.takesOthers()
                ? ticked.stream().distinct().toList()
                : field.choices().stream()
                        .map(Choice::value)
                        .filter(ticked::contains)
                        .toList();
    }

    /** Rows that are left empty are closed up, so that the service names the row that is on the page. */
    private void rows(Form form, ObjectNode content, Page page) {
        int typed = Math.min(field.mostRows(), form.rows(field.name()));
        int kept = 0;
        for (int row = 0; row < typed; row++) {
            if (isTyped(form, row)) {
                move(form, row, kept++);
            }
        }
        List<JsonNode> elements = new ArrayList<>();
        for (int row = 0; row < kept; row++) {
            ObjectNode said = Json.object();
            field.fieldsOfRow(row).forEach(it -> it.binding().read(form, said, page));
            JsonNode element = Json.at(said, field.name() + "/" + row);
            if (!Json.isNothing(element) && !(element.isValueNode() && elements.contains(element))) {
                elements.add(element);
            }
        }
        Json.put(content, field.name(), Json.listOf(elements));
    }

    private boolean isTyped(Form form, int row) {
        return field.fieldsOfRow(row).stream().anyMatch(it -> form.text(it.name()) != null);
    }

    private void move(Form form, int from, int to) {
        if (from == to) {
            return;
        }
        List<Field> before = field.fieldsOfRow(from);
        List<Field> after = field.fieldsOfRow(to);
        for (int at = 0; at < before.size(); at++) {
            form.put(after.get(at).name(), form.value(before.get(at).name()));
            form.put(before.get(at).name(), "");
        }
    }

    /** How a summary tells what a content says. */
    static Value value(Field field, JsonNode content, Page page) {
        String name = field.name();
        return switch (field.kind()) {
            case INPUT -> Value.of(Json.text(content, name));
            case AREA -> Value.empty().written(Json.text(content, name));
            case NUMBER -> {
                JsonNode number = Json.at(content, name);
                yield Value.of(number.isNumber() ? page.number(number.decimalValue()) : "");
            }
            case DAY -> {
                String day = Json.text(content, name);
                yield Value.of(day.isEmpty() ? "" : page.day(LocalDate.parse(day)));
            }
            case LINES -> Value.empty().bullets(Json.texts(content, name));
            case RADIO, SELECT, TICK -> Value.of(text(field, Json.text(content, name)));
            case CHECKS ->
                Value.empty()
                        .chips(Json.texts(content, name).stream()
                                .map(it -> text(field, it))
                                .toList());
            case ROWS, BESIDE, GROUP, FOLD -> Value.empty();
        };
    }

    private static String text(Field field, String value) {
        return field.choices().stream()
                .filter(it -> it.value().equals(value))
                .map(Choice::text)
                .findFirst()
                .orElse(value);
    }
}
