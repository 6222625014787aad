package org.comity.denials.exchange;

import java.util.EnumMap;
import java.util.Map;

/**
 * A row of the file: its cells as text in the form in which text is kept, empty where nothing stands.
 *
 * @param number as a spreadsheet counts: the first row of the file is row 1
 * @param misread why the text of a cell is not what is meant, where that is known
 */
record FileRow(int number, Map<Column, String> cells, Map<Column, String> misread) {

    static final String YES = "yes";
    static final String NO = "no";

    FileRow {
        cells = copy(cells);
        misread = misread.isEmpty() ? Map.of() : copy(misread);
    }

    FileRow(int number, Map<Column, String> cells) {
        this(number, cells, Map.of());
    }

    private static Map<Column, String> copy(Map<Column, String> texts) {
        EnumMap<Column, String> copy = new EnumMap<>(Column.class);
        copy.putAll(texts);
        return copy;
    }

    String get(Column column) {
        return cells.getOrDefault(column, "");
    }

    /** Whether its party is marked as a natural person. */
    boolean isOfPerson() {
        return get(Column.NATURAL_PERSON).equalsIgnoreCase(YES);
    }

    /** Whether it says of its party that it is no natural person. */
    boolean isOfNoPerson() {
        return get(Column.NATURAL_PERSON).equalsIgnoreCase(NO);
    }
}
