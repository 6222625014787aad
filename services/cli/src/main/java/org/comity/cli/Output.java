package org.comity.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/**
 * How a command shows what it was asked for.
 *
 * <p>Rules: R-229.
 */
final class Output {

    @Option(names = "--json", description = "Show the service's own JSON, with the tag of a record as etag.")
    private boolean json;

    /** Shows one record, whole, and the tag to pass on with a step. */
    void show(Surroundings around, Answer answer, Layout layout) {
        JsonNode record = answer.json();
        if (json) {
            answer.tag().ifPresent(tag -> ((ObjectNode) record).put("etag", tag));
            around.out().println(Http.written(record));
        } else {
            List<Layout.Line> lines = new ArrayList<>(layout.lines().apply(record));
            answer.tag().ifPresent(tag -> lines.add(new Layout.Line("Tag", tag)));
            lines.forEach(line -> around.out().printf("%-18s %s%n", line.heading(), printable(line.text())));
        }
        around.err().println(layout.notice());
    }

    /** Shows a list. */
    void table(Surroundings around, List<JsonNode> records, Layout layout) {
        if (json) {
            around.out().println(Http.written(Http.JSON.createArrayNode().addAll(records)));
        } else {
            List<List<String>> rows = new ArrayList<>();
            rows.add(layout.columns().stream().map(Layout.Column::heading).toList());
            records.forEach(record -> rows.add(layout.columns().stream()
                    .map(column -> printable(column.cell(record)))
                    .toList()));
            print(around, rows);
        }
        around.err().println(layout.notice());
    }

    private static void print(Surroundings around, List<List<String>> rows) {
        int[] widths = new int[rows.getFirst().size()];
        rows.forEach(row -> {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        });
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                line.append(String.format("%-" + Math.max(1, widths[i]) + "s  ", row.get(i)));
            }
            around.out().println(line.toString().stripTrailing());
        }
    }

    /** A terminal must not take a text for a command of its own, nor show it in another order than it has. */
    static String printable(String text) {
        return text.replaceAll("[\\p{Cc}\\u202a-\\u202e\\u2066-\\u2069]", " ");
    }
}
