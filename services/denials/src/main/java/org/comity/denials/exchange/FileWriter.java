package org.comity.denials.exchange;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.QuoteMode;
import org.comity.denials.content.NoDuty;
import org.comity.denials.exchange.table.FileBudget;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Writes files that a spreadsheet opens, with nothing in them that it would take for a formula. A workbook has a sheet
 * that says that a denial creates no duty to deny (docs/rules.md R-250); CSV has no room for it beside its columns.
 */
final class FileWriter {

    private static final String FAULTS = "faults";
    /** What XML cannot have, or gives back as another: control characters, and halves of a character. */
    private static final String NOT_IN_XML = "[\\x00-\\x08\\x0B-\\x1F\\uFFFE\\uFFFF\\x{D800}-\\x{DFFF}]";

    /** It, and an underscore that a reader of workbooks would take for the beginning of a written character. */
    private static final Pattern TO_BE_WRITTEN =
            Pattern.compile(NOT_IN_XML + "|_(?=x[0-9A-Fa-f]{4}(?:_|" + NOT_IN_XML + "))");

    private static final String CUT = " [cut: a cell has no room for more]";

    /** Invented, like every company here. */
    private static final List<String> EXAMPLE = List.of(
            "NL/2026/0001",
            "",
            "Lumen Grid Invented Ltd",
            "1 Example Road",
            "Netherlands",
            "KZ",
            "5A001.f.2",
            "Portable IMSI catcher",
            "Border management",
            "Risk of use against journalists",
            "end_user",
            FileRow.NO,
            // these are as the settings say
            "",
            "",
            "",
            "");

    private FileWriter() {}

    /** The rows of a file, with what is wrong with each in a further column; and how many faults were not kept. */
    static byte[] annotated(List<FileRow> rows, List<Fault> faults, int faultCount, FileFormat format) {
        Map<Integer, List<Fault>> byRow = faults.stream().collect(Collectors.groupingBy(Fault::row));
        List<String> headings = headings();
        headings.add(FAULTS);
        List<List<String>> lines = new ArrayList<>();
        for (FileRow row : rows) {
            List<String> line = new ArrayList<>();
            for (Column column : Column.values()) {
                line.add(row.get(column));
            }
            line.add(byRow.getOrDefault(row.number(), List.of()).stream()
                    .map(fault -> fault.column() + ": " + fault.detail())
                    .collect(Collectors.joining(" ")));
            lines.add(line);
        }
        if (faultCount > faults.size()) {
            List<String> more = new ArrayList<>(java.util.Collections.nCopies(headings.size() - 1, ""));
            more.add("And %,d more faults. Correct these, and send the file again."
                    .formatted(faultCount - faults.size()));
            lines.add(more);
        }
        return file(headings, lines, format);
    }

    /** The headings, and an invented row. */
    static byte[] template(FileFormat format) {
        return file(headings(), List.of(EXAMPLE), format);
    }

    private static List<String> headings() {
        return Arrays.stream(Column.values()).map(Column::header).collect(Collectors.toCollection(ArrayList::new));
    }

    /** A file of these lines. */
    static byte[] file(List<String> headings, List<List<String>> lines, FileFormat format) {
        try {
            return switch (format) {
                case CSV -> csv(headings, lines);
                case XLSX -> workbook(headings, lines);
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] csv(List<String> headings, List<List<String>> lines) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStreamWriter text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
                CSVPrinter printer = new CSVPrinter(
                        text,
                        CSVFormat.RFC4180.builder().setQuoteMode(QuoteMode.ALL).get())) {
            // without the mark, a spreadsheet does not see that this is UTF-8
            text.write('\uFEFF');
            printer.printRecord(headings);
            for (List<String> line : lines) {
                printer.printRecord(line.stream().map(Formula::defused).toList());
            }
        }
        return out.toByteArray();
    }

    /** The text as far as a cell can have it; what was cut says so. */
    private static String fitting(String text) {
        return text.length() <= FileBudget.MOST_IN_A_CELL
                ? text
                : text.substring(0, FileBudget.MOST_IN_A_CELL - CUT.length()) + CUT;
    }

    /** The text as Open XML writes it: {@code _x000D_} for a carriage return. */
    private static String written(String text) {
        return TO_BE_WRITTEN.matcher(text).replaceAll(found -> "_x%04X_"
                .formatted((int) found.group().charAt(0)));
    }

    /** In a workbook, text stays text: only a cell that is made a formula is one. */
    private static byte[] workbook(List<String> headings, List<List<String>> lines) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Map<Integer, Integer> widths = new HashMap<>();
        try (Workbook workbook = new Workbook(out, "Comity", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("Denials");
            for (int i = 0; i < headings.size(); i++) {
                sheet.value(0, i, headings.get(i));
                widths.put(i, headings.get(i).length());
            }
            for (int row = 0; row < lines.size(); row++) {
                for (int i = 0; i < lines.get(row).size(); i++) {
                    String text =
                            fitting(Formula.defusedInWorkbook(lines.get(row).get(i)));
                    if (!text.isEmpty()) {
                        sheet.value(row + 1, i, written(text));
                        widths.merge(i, text.length(), Math::max);
                    }
                }
            }
            widths.forEach((column, width) -> sheet.width(column, Math.min(width + 2, 60)));
            sheet.range(0, 0, 0, headings.size() - 1).style().bold().set();
            sheet.freezePane(0, 1);
            // an import reads the first sheet alone
            workbook.newWorksheet("Notice").value(0, 0, NoDuty.ANY);
        }
        return out.toByteArray();
    }
}
