package org.comity.denials.exchange;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;

/** Reads the rows of a file. */
final class FileReader {

    /** The most rows below the headings. */
    static final int MOST_ROWS = 10_000;

    /** Assumption: the most characters in all cells together; texts that cells share count in each. */
    private static final long MOST_CHARACTERS = 50_000_000;

    private static final Set<Column> REQUIRED =
            EnumSet.complementOf(EnumSet.of(Column.REGIME_REG_REF, Column.ADDRESS, Column.NATURAL_PERSON));

    private FileReader() {}

    /**
     * The rows below the headings, without those in whose columns nothing stands.
     *
     * @throws UnreadableFile if this is no such file, or lacks a column
     */
    static List<FileRow> rows(byte[] file, FileFormat format) throws UnreadableFile {
        List<FileRow> rows =
                switch (format) {
                    case CSV -> csv(file);
                    case XLSX -> workbook(file);
                };
        if (rows.isEmpty()) {
            throw new UnreadableFile("The file has no row below its headings.");
        }
        return rows;
    }

    private static List<FileRow> csv(byte[] file) throws UnreadableFile {
        String text = text(file);
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(delimiter(text))
                .setIgnoreEmptyLines(false)
                .get();
        Rows rows = new Rows();
        try (CSVParser parser = format.parse(new StringReader(text))) {
            int number = 0;
            for (CSVRecord line : parser) {
                rows.add(++number, line.toList());
            }
        } catch (IOException | IllegalStateException | java.io.UncheckedIOException e) {
            throw new UnreadableFile("The file is not CSV: a quotation mark is open, or stands in the wrong place.", e);
        }
        return rows.all();
    }

    private static String text(byte[] file) throws UnreadableFile {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new UnreadableFile("The file is not in UTF-8. Save it as \"CSV UTF-8\".", e);
        }
    }

    private static char delimiter(String text) {
        String headings = text.lines().findFirst().orElse("");
        return Stream.of(',', ';', '\t')
                .max(java.util.Comparator.comparingLong(
                        mark -> headings.chars().filter(c -> c == mark).count()))
                .orElse(',');
    }

    private static List<FileRow> workbook(byte[] file) throws UnreadableFile {
        byte[] bounded = BoundedWorkbook.of(file);
        Rows rows = new Rows();
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(bounded));
                Stream<Row> lines = workbook.getFirstSheet().openStream()) {
            for (Iterator<Row> each = lines.iterator(); each.hasNext(); ) {
                Row line = each.next();
                List<String> cells = new ArrayList<>();
                for (int i = 0; i < line.getCellCount(); i++) {
                    cells.add(text(line.getCell(i)));
                }
                rows.add(line.getRowNum(), cells);
            }
        } catch (IOException | RuntimeException e) {
            // the reader of workbooks throws whatever comes where parts of one are missing or contradict each other
            throw new UnreadableFile("The file is not a workbook (XLSX), or is damaged.", e);
        }
        return rows.all();
    }

    /** A formula counts as what stands in the cell, not as what it came to: it is to be refused. */
    private static String text(@Nullable Cell cell) {
        if (cell == null) {
            return "";
        }
        if (cell.getFormula() != null && !cell.getFormula().isEmpty()) {
            return "=" + cell.getFormula();
        }
        return Optional.ofNullable(cell.getText()).orElse("");
    }

    /** Rows as they are read: first the headings, then what stands below them. */
    private static final class Rows {

        private final List<FileRow> rows = new ArrayList<>();
        private @Nullable List<Optional<Column>> headings;
        private long characters;

        void add(int number, List<String> cells) throws UnreadableFile {
            characters += cells.stream().mapToLong(String::length).sum();
            if (characters > MOST_CHARACTERS) {
                throw new UnreadableFile("The file has more than %,d characters.".formatted(MOST_CHARACTERS));
            }
            if (cells.stream().allMatch(String::isBlank)) {
                return;
            }
            if (headings == null) {
                headings = headings(cells);
                return;
            }
            if (rows.size() == MOST_ROWS) {
                throw new UnreadableFile("The file has more than %,d rows.".formatted(MOST_ROWS));
            }
            Map<Column, String> row = new EnumMap<>(Column.class);
            for (int i = 0; i < Math.min(cells.size(), headings.size()); i++) {
                String cell = cells.get(i).strip();
                headings.get(i).ifPresent(column -> row.put(column, cell));
            }
            if (!row.values().stream().allMatch(String::isEmpty)) {
                rows.add(new FileRow(number, row));
            }
        }

        private static List<Optional<Column>> headings(List<String> cells) throws UnreadableFile {
            List<Optional<Column>> headings = cells.stream().map(Column::headed).toList();
            Set<Column> found = EnumSet.noneOf(Column.class);
            for (Optional<Column> column : headings) {
                if (column.isPresent() && !found.add(column.get())) {
                    throw new UnreadableFile("The column " + column.get().header() + " stands in the file twice.");
                }
            }
            String missing = Arrays.stream(Column.values())
                    .filter(column -> REQUIRED.contains(column) && !found.contains(column))
                    .map(Column::header)
                    .collect(Collectors.joining(", "));
            if (!missing.isEmpty()) {
                throw new UnreadableFile("The first row must head these columns too: " + missing + ".");
            }
            return headings;
        }

        List<FileRow> all() {
            return rows;
        }
    }
}
