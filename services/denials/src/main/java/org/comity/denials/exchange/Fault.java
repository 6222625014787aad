package org.comity.denials.exchange;

/**
 * What is wrong with a cell.
 *
 * @param row as a spreadsheet counts: the first row of the file is row 1
 * @param column its heading
 * @param detail in words, of at most 300 characters: it may repeat what stands in a cell
 */
public record Fault(int row, String column, String detail) {

    private static final int LONGEST = 300;

    /** Cuts what is too long. */
    public Fault {
        detail = detail.length() <= LONGEST ? detail : detail.substring(0, LONGEST - 1) + "…";
    }

    Fault(int row, Column column, String detail) {
        this(row, column.header(), detail);
    }
}
