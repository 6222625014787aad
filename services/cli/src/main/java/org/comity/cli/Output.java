package org.comity.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How a command shows what it was asked for. */
final class Output {

    @Option(names = "--json", description = "Show the service's own JSON.")
    private boolean json;

    /** A column of a table: its heading, and where its value stands. */
    record Column(String heading, String pointer) {}

    void show(Surroundings around, JsonNode record, List<Column> columns) {
        if (json) {
            around.out().println(Http.written(record));
            return;
        }
        for (Column column : columns) {
            String value = text(record.at(column.pointer()));
            if (!value.isEmpty()) {
                around.out().printf("%-16s %s%n", column.heading(), value);
            }
        }
    }

    void table(Surroundings around, List<JsonNode> records, List<Column> columns) {
        if (json) {
            around.out().println(Http.written(Http.JSON.createArrayNode().addAll(records)));
            return;
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(columns.stream().map(Column::heading).toList());
        records.forEach(record -> rows.add(columns.stream()
                .map(column -> text(record.at(column.pointer())))
                .toList()));
        int[] widths = new int[columns.size()];
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

    private static String text(JsonNode value) {
        if (value.isArray()) {
            List<String> parts = new ArrayList<>();
            value.forEach(part -> parts.add(text(part)));
            return String.join(", ", parts);
        }
        // a terminal must not take a text for a command of its own
        return value.isMissingNode() || value.isNull() ? "" : value.asText().replaceAll("\\p{Cntrl}", " ");
    }

    /** Writes a file, and never over another one unless told to; standard output where none is named. */
    static void save(Surroundings around, byte[] content, @Nullable Path file, boolean force) {
        if (file == null) {
            around.out().print(new String(content, java.nio.charset.StandardCharsets.UTF_8));
            around.out().flush();
            return;
        }
        if (Files.exists(file) && !force) {
            throw new Failure(ExitCode.USAGE, file + " is there already. Say --force to write over it.");
        }
        try {
            Files.write(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        around.err().println("Written to " + file);
    }
}
