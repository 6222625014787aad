package org.comity.denials.exchange.table;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The rows of one sheet, as they come. */
final class SheetRows {

    /** Excel ends at XFD1048576. */
    private static final int LAST_ROW = 1_048_576;

    private static final int LAST_COLUMN = 16_384;
    private static final int MOST_DIGITS = 40;

    /** What stands before the number of the last row in a range such as A2:B7. */
    private static final Pattern TO_LAST_ROW = Pattern.compile("^[^:]*+:?[A-Z]*+");

    private static final Pattern WHOLE = Pattern.compile("\\d+");

    private static final double LAST_DAY = 2_958_466;

    private final XmlPart part;
    private final List<String> shared;
    private final NumberFormats formats;
    private final boolean daysFrom1904;
    private final FileBudget budget;

    SheetRows(XmlPart part, List<String> shared, NumberFormats formats, boolean daysFrom1904, FileBudget budget) {
        this.part = part;
        this.shared = shared;
        this.formats = formats;
        this.daysFrom1904 = daysFrom1904;
        this.budget = budget;
    }

    void read(Rows rows) throws UnreadableFile {
        int lines = 0;
        int number = 0;
        for (XmlPart.Event event = part.next(); event != XmlPart.Event.OVER; event = part.next()) {
            if (event == XmlPart.Event.BEGIN && part.is("mergeCell")) {
                String range = part.attribute("ref").orElse("");
                rows.merged(range, XmlPart.parsed(TO_LAST_ROW.matcher(range).replaceFirst(""), 0));
            }
            if (event == XmlPart.Event.BEGIN && part.is("row")) {
                if (++lines > FileBudget.MOST_LINES) {
                    throw new UnreadableFile("The sheet has more than %,d rows, with those in which nothing stands."
                            .formatted(FileBudget.MOST_LINES));
                }
                number = part.number("r", number + 1);
                if (number < 1 || number > LAST_ROW) {
                    throw new UnreadableFile("The workbook has a row beyond the last that there is.");
                }
                if (!rows.take(number, row())) {
                    return;
                }
            }
        }
    }

    private List<Cell> row() throws UnreadableFile {
        List<Cell> cells = new ArrayList<>();
        int column = -1;
        for (XmlPart.Event event = part.next(); ; event = part.next()) {
            if (event == XmlPart.Event.OVER || event == XmlPart.Event.END && part.is("row")) {
                return cells;
            }
            if (event == XmlPart.Event.BEGIN && part.is("c")) {
                column = column(part.attribute("r"), column + 1);
                place(cells, column, cell());
            }
        }
    }

    private static void place(List<Cell> cells, int column, Cell cell) throws UnreadableFile {
        if (cell.text().isBlank() && cell.kind() == Cell.Kind.TEXT && column >= cells.size()) {
            return;
        }
        if (column >= FileBudget.MOST_COLUMNS) {
            throw new UnreadableFile("The file has more than %,d columns.".formatted(FileBudget.MOST_COLUMNS));
        }
        while (cells.size() <= column) {
            cells.add(Cell.EMPTY);
        }
        if (cells.get(column) != Cell.EMPTY) {
            throw new UnreadableFile("The workbook has two cells in the same place.");
        }
        cells.set(column, cell);
    }

    /** The column of a place such as AB12, from 0. */
    private static int column(Optional<String> place, int otherwise) throws UnreadableFile {
        int column = 0;
        for (char letter : place.orElse("").toCharArray()) {
            if (letter < 'A' || letter > 'Z') {
                break;
            }
            column = Math.min(column * 26 + letter - 'A' + 1, LAST_COLUMN + 1);
        }
        int at = column == 0 ? otherwise : column - 1;
        if (at >= LAST_COLUMN) {
            throw new UnreadableFile("The workbook has a column beyond XFD, the last that there is.");
        }
        return at;
    }

    private Cell cell() throws UnreadableFile {
        String type = part.attribute("t").orElse("n");
        int style = part.number("s", -1);
        String value = "";
        String formula = null;
        for (XmlPart.Event event = part.next(); event != XmlPart.Event.END || !part.is("c"); event = part.next()) {
            if (event == XmlPart.Event.OVER) {
                return Cell.EMPTY;
            }
            if (event == XmlPart.Event.BEGIN && (part.is("v") || part.is("is"))) {
                value = part.textOfElement("rPh");
            } else if (event == XmlPart.Event.BEGIN && part.is("f")) {
                formula = part.textOfElement("");
            }
        }
        Cell cell = formula != null ? new Cell(Cell.Kind.FORMULA, "=" + formula) : cell(type, style, value);
        budget.keep(cell.text());
        return cell;
    }

    private Cell cell(String type, int style, String value) throws UnreadableFile {
        return switch (type) {
            case "s" -> Cell.text(shared(value));
            case "inlineStr", "str" -> Cell.text(value);
            case "b" -> new Cell(Cell.Kind.BOOLEAN, WorkbookTable.isTrue(value) ? "TRUE" : "FALSE");
            case "e" -> new Cell(Cell.Kind.ERROR, value);
            case "d" -> new Cell(Cell.Kind.DATE, value.endsWith("T00:00:00") ? value.substring(0, 10) : value);
            default -> value.isBlank() ? Cell.EMPTY : number(style, value.strip());
        };
    }

    private String shared(String index) throws UnreadableFile {
        int at = XmlPart.parsed(index, -1);
        if (at < 0 || at >= shared.size()) {
            throw new UnreadableFile("The file is not a workbook (XLSX), or is damaged.");
        }
        return shared.get(at);
    }

    private Cell number(int style, String value) {
        try {
            if (value.length() > MOST_DIGITS) {
                return new Cell(Cell.Kind.NUMBER, value);
            }
            BigDecimal number = new BigDecimal(value);
            if (formats.isDate(style) && number.signum() >= 0 && number.doubleValue() < LAST_DAY) {
                return new Cell(Cell.Kind.DATE, date(number.doubleValue()));
            }
            boolean isShort = Math.abs((long) number.scale()) <= MOST_DIGITS;
            String plain = isShort ? number.stripTrailingZeros().toPlainString() : value;
            return new Cell(Cell.Kind.NUMBER, WHOLE.matcher(plain).matches() ? formats.shown(style, plain) : plain);
        } catch (NumberFormatException e) {
            return Cell.text(value);
        }
    }

    /** Excel counts days from 1900 and takes that year for a leap year, or from 1904. */
    private String date(double days) {
        LocalDate first = daysFrom1904 ? LocalDate.of(1904, 1, 1) : LocalDate.of(1899, 12, days < 60 ? 31 : 30);
        long whole = (long) days;
        long seconds = Math.round((days - whole) * 86_400);
        LocalDateTime at = first.plusDays(whole).atStartOfDay().plusSeconds(seconds);
        return seconds == 0 ? at.toLocalDate().toString() : at.toString();
    }
}
