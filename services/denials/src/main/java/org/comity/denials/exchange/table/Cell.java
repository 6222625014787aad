package org.comity.denials.exchange.table;

/**
 * A cell of a file.
 *
 * @param text what stands in it, of a date as in 2026-03-31, of a formula the formula itself and not its result
 */
public record Cell(Kind kind, String text) {

    /** A cell in which nothing stands. */
    public static final Cell EMPTY = new Cell(Kind.TEXT, "");

    /** What a spreadsheet takes the cell for; in CSV everything is text. */
    public enum Kind {
        /** Text, or nothing. */
        TEXT,
        /** A number. */
        NUMBER,
        /** A number that is shown as a day or a time. */
        DATE,
        /** Yes or no. */
        BOOLEAN,
        /** An error such as {@code #N/A}. */
        ERROR,
        /** A formula, whatever it came to. */
        FORMULA
    }

    /** Text. */
    static Cell text(String text) {
        return text.isEmpty() ? EMPTY : new Cell(Kind.TEXT, text);
    }
}
