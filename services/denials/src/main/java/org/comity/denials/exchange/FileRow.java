package org.comity.denials.exchange;

import java.util.EnumMap;
import java.util.Map;

/**
 * A row of the file: its cells as text without blanks at either end, empty where nothing stands.
 *
 * @param number as a spreadsheet counts: the headings are row 1
 */
record FileRow(int number, Map<Column, String> cells) {

    static final String YES = "yes";
    static final String NO = "no";

    FileRow {
        EnumMap<Column, String> copy = new EnumMap<>(Column.class);
        copy.putAll(cells);
        cells = copy;
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
