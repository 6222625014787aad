package org.comity.denials.exchange;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.comity.denials.exchange.table.Cell;
import org.comity.denials.exchange.table.CsvTable;
import org.comity.denials.exchange.table.FileBudget;
import org.comity.denials.exchange.table.Rows;
import org.comity.denials.exchange.table.UnreadableFile;
import org.comity.denials.exchange.table.WorkbookTable;
import org.comity.kernel.text.TextForm;
import org.comity.sharing.code.ControlCode;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rows of a file.
 *
 * <p>Rules.
 */
final class FileReader {

    /** A title, an address of the sender, blank rows: no more stands above the headings. */
    private static final int MOST_ABOVE_HEADINGS = 20;

    private static final List<Character> MARKS = List.of(',', ';', '\t');

    private FileReader() {}

    /** The rows of the file alone. */
    static List<FileRow> rows(byte[] file, FileFormat format) throws UnreadableFile {
        return read(file, format).rows();
    }

    /**
     * What the file says.
     *
     * @throws UnreadableFile if this is no such file, lacks a column, has one that is not understood, or is too large
     */
    static ReadFile read(byte[] file, FileFormat format) throws UnreadableFile {
        Below rows = new Below();
        switch (format) {
            case CSV -> {
                if (WorkbookTable.isWorkbook(file)) {
                    throw new UnreadableFile("The file is a workbook and no CSV. Give it a name that ends in .xlsx.");
                }
                csv(file, rows);
            }
            case XLSX -> WorkbookTable.read(file, rows);
        }
        return rows.read();
    }

    private static void csv(byte[] file, Rows rows) throws UnreadableFile {
        Optional<CsvTable.Said> said = CsvTable.said(file);
        if (said.isPresent()) {
            said.get().below().read(said.get().mark(), rows);
            return;
        }
        CsvTable table = CsvTable.of(file);
        char best = MARKS.getFirst();
        long most = 0;
        for (char mark : MARKS) {
            long known = known(table, mark);
            if (known > most) {
                best = mark;
                most = known;
            }
        }
        table.read(best, rows);
    }

    /** How many headings are known if this mark parts the cells. */
    private static long known(CsvTable table, char mark) {
        long[] most = new long[1];
        try {
            table.read(mark, (number, cells) -> {
                most[0] = Math.max(most[0], Headings.known(cells));
                return number < MOST_ABOVE_HEADINGS && most[0] == 0;
            });
        } catch (UnreadableFile e) {
            // the reader that looks for the mark says so
            return most[0];
        }
        return most[0];
    }

    /** Takes the rows: first the headings, then what stands below them. */
    private static final class Below implements Rows {

        private final List<FileRow> rows = new ArrayList<>();
        private final Map<ExportColumn, Map<String, ReadFile.Unread>> unread = new EnumMap<>(ExportColumn.class);
        private @Nullable Headings headings;
        private int above;
        private int headingsRow;

        @Override
        public boolean take(int number, List<Cell> cells) throws UnreadableFile {
            if (headings == null) {
                // a blank row costs no search for headings: a hostile file has a hundred thousand of them
                if (!isBlank(cells)) {
                    head(number, cells);
                }
                return true;
            }
            Map<Column, String> row = new EnumMap<>(Column.class);
            Map<Column, String> misread = new EnumMap<>(Column.class);
            Map<ExportColumn, String> others = new LinkedHashMap<>();
            for (int i = 0; i < cells.size(); i++) {
                Headings.Heading heading = headings.at(i);
                Cell cell = cells.get(i);
                String written = TextForm.of(cell.text());
                String text = cell.kind() == Cell.Kind.TEXT ? Formula.undefused(written) : written;
                if (heading.column() != null) {
                    Column column = heading.column();
                    row.put(
                            column,
                            column == Column.DENIAL_CLE
                                    ? ControlCode.written(text).orElse(text)
                                    : text);
                    CellFault.of(column, cell, written).ifPresent(fault -> misread.put(column, fault));
                } else if (heading.ofExport() != null) {
                    others.put(heading.ofExport(), text);
                } else if (!text.isEmpty()) {
                    throw new UnreadableFile(
                            "Row %,d has text in column %s, which has no heading.".formatted(number, letters(i)));
                }
            }
            others.forEach((column, value) -> addUnread(column, number, value));
            if (!row.values().stream().allMatch(String::isEmpty)) {
                add(new FileRow(number, row, misread));
            }
            return true;
        }

        private void head(int number, List<Cell> cells) throws UnreadableFile {
            if (Headings.are(cells)) {
                headingsRow = number;
                headings = Headings.of(number, cells);
            } else if (++above > MOST_ABOVE_HEADINGS) {
                throw noHeadings();
            }
        }

        @Override
        public void merged(String range, int lastRow) throws UnreadableFile {
            if (headings != null && lastRow > headingsRow) {
                throw new UnreadableFile("The cells " + range
                        + " are merged, of which a workbook holds the first alone. Part them, and write in each what is"
                        + " meant.");
            }
        }

        private void add(FileRow row) throws UnreadableFile {
            if (rows.size() == FileBudget.MOST_ROWS) {
                throw new UnreadableFile("The file has more than %,d rows.".formatted(FileBudget.MOST_ROWS));
            }
            rows.add(row);
        }

        /** Also of a row in whose other columns nothing stands. */
        private void addUnread(ExportColumn column, int row, String value) {
            if (!value.isEmpty()) {
                unread.computeIfAbsent(column, first -> new HashMap<>())
                        .putIfAbsent(value, new ReadFile.Unread(column, row, value));
            }
        }

        private static boolean isBlank(List<Cell> cells) {
            return cells.stream().allMatch(cell -> TextForm.of(cell.text()).isEmpty());
        }

        /** The column as a spreadsheet names it. */
        private static String letters(int place) {
            String last = String.valueOf((char) ('A' + place % 26));
            return place < 26 ? last : letters(place / 26 - 1) + last;
        }

        private static UnreadableFile noHeadings() {
            Set<Column> none = EnumSet.noneOf(Column.class);
            return new UnreadableFile("No row heads these columns: " + Headings.missing(none) + ".");
        }

        ReadFile read() throws UnreadableFile {
            if (headings == null) {
                throw noHeadings();
            }
            if (rows.isEmpty()) {
                throw new UnreadableFile("The file has no row below its headings.");
            }
            return new ReadFile(
                    rows,
                    unread.values().stream()
                            .flatMap(values -> values.values().stream())
                            .sorted(Comparator.comparingInt(ReadFile.Unread::row))
                            .toList());
        }
    }
}
