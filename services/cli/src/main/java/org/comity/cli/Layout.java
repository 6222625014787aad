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

    /** A column of a table: its heading, and where its value stands. */
    record Column(String heading, String pointer) {}

    /** A line of a record. */
    record Line(String heading, String text) {}
}
