package org.comity.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.Function;

/**
 * How records of one kind are shown.
 *
 * @param columns of a list
 * @param lines of one record, all that it says
 * @param notice what is said with every record and list of this kind
 */
record Layout(List<Column> columns, Function<JsonNode, List<Line>> lines, String notice) {

    /**
     * A column of a table.
     *
     * @param pointer where its value stands
     * @param field the field that is withheld where there is no value
     */
    record Column(String heading, String pointer, String field) {

        Column(String heading, String pointer) {
            this(heading, pointer, pointer.substring(1));
        }

        /** What stands in it; the ground, where the originator withholds it. */
        String cell(JsonNode row) {
            String text = Lines.text(row.at(pointer));
            for (JsonNode withheld : row.path("withheld")) {
                if (text.isEmpty() && withheld.path("field").asText().equals(field)) {
                    return "withheld: " + withheld.path("ground").asText();
                }
            }
            return text;
        }
    }

    /** A line of a record. */
    record Line(String heading, String text) {}
}
