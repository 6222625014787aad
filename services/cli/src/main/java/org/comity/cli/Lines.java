package org.comity.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Collects the lines of a record; what is not there has none. */
final class Lines {

    private final JsonNode record;
    private final List<Layout.Line> lines = new ArrayList<>();

    Lines(JsonNode record) {
        this.record = record;
    }

    /** What stands at that pointer. */
    Lines field(String heading, String pointer) {
        return text(heading, text(record.at(pointer)));
    }

    /** One line for each element, so that none is left out. */
    Lines each(String heading, String pointer, Function<JsonNode, String> words) {
        record.at(pointer).forEach(element -> text(heading, words.apply(element)));
        return this;
    }

    Lines text(String heading, String text) {
        if (!text.isBlank()) {
            lines.add(new Layout.Line(heading, text));
        }
        return this;
    }

    List<Layout.Line> all() {
        return List.copyOf(lines);
    }

    /** A value in words; the values of an array with commas between them. */
    static String text(JsonNode value) {
        if (value.isArray()) {
            List<String> parts = new ArrayList<>();
            value.forEach(part -> parts.add(text(part)));
            return String.join(", ", parts);
        }
        return value.isMissingNode() || value.isNull() ? "" : value.asText();
    }

    /** What there is of these, with spaces between them. */
    static String joined(String... parts) {
        return Stream.of(parts)
                .filter(Objects::nonNull)
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(" "));
    }

    static String field(JsonNode record, String name) {
        return text(record.path(name));
    }

    /** In brackets, where there is something. */
    static String aside(String text) {
        return text.isBlank() ? "" : "(" + text + ")";
    }

    /** An item of a denial or of a candidate transaction. */
    static String item(JsonNode item) {
        return joined(field(item, "controlCode"), aside(field(item, "controlList")), field(item, "description"));
    }

    /** A party of either. */
    static String party(JsonNode party) {
        return joined(
                field(party, "name"),
                aside(Stream.of(field(party, "role"), field(party, "country"))
                        .filter(part -> !part.isBlank())
                        .collect(Collectors.joining(", "))));
    }

    /** To whom something is released, as far as its reader is told. */
    static String release(JsonNode release) {
        String excluded = field(release, "excluded");
        return joined(
                field(release, "mode"),
                field(release, "regime"),
                field(release, "states"),
                excluded.isBlank() ? "" : "without " + excluded);
    }
}
