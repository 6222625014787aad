package org.comity.portal.list;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A table as a CSV file to save: UTF-8 with a mark that spreadsheets look for, RFC 4180, and no cell that one takes for a formula. */
public final class Csv {

    private static final String MARK = "\uFEFF";

    /** Where a program that parts a line at semicolons or tabs would begin another cell. */
    private static final Pattern ANOTHER_CELL = Pattern.compile("([;\\t][\\s\"]*)([=+\\-@])");

    private final StringBuilder lines = new StringBuilder(MARK);

    /** A file with these columns. */
    public Csv(String... columns) {
        row((Object[]) columns);
    }

    /** A row; null is an empty cell. */
    public Csv row(@Nullable Object... cells) {
        lines.append(java.util.Arrays.stream(cells)
                        .map(cell -> cell instanceof Number ? cell.toString() : text(cell))
                        .collect(Collectors.joining(",")))
                .append("\r\n");
        return this;
    }

    /** All of these rows. */
    public Csv rows(List<? extends List<?>> rows) {
        rows.forEach(cells -> row(cells.toArray()));
        return this;
    }

    private static String text(@Nullable Object cell) {
        String text = cell == null ? "" : cell.toString();
        // what stands first decides whether a spreadsheet calculates
        String defused = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        String alone = ANOTHER_CELL.matcher(defused.replaceAll("\\R", " ")).replaceAll("$1'$2");
        return "\"" + alone.replace("\"", "\"\"") + "\"";
    }

    /** The answer, to be saved under this name. */
    public Response named(String name) {
        return Response.ok(lines.toString().getBytes(StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_TYPE, "text/csv;charset=UTF-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + ".csv\"")
                .build();
    }

    @Override
    public String toString() {
        return lines.toString();
    }
}
