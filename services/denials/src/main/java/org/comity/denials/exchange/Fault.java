package org.comity.denials.exchange;

/**
 * What is wrong with a cell.
 *
 * @param row as a spreadsheet counts: the headings are row 1
 * @param column its heading
 */
public record Fault(int row, String column, String detail) {

    Fault(int row, Column column, String detail) {
        this(row, column.header(), detail);
    }
}
