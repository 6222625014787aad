package org.comity.denials.exchange.table;

import java.util.List;

/** Takes the rows of a file, one after the other. */
public interface Rows {

    /**
     * A row.
     *
     * @param number as a spreadsheet counts, from 1
     * @param cells from the first column on
     * @return whether another row is wanted
     * @throws UnreadableFile where the file is not to be read further
     */
    boolean take(int number, List<Cell> cells) throws UnreadableFile;

    /**
     * Cells that a spreadsheet shows as one, told after all rows. What they hold stands in the first of them alone.
     *
     * @param range as in A2:B7
     * @param lastRow the last row of it
     * @throws UnreadableFile where that could be misunderstood
     */
    default void merged(String range, int lastRow) throws UnreadableFile {
        // a file that is not a workbook has none
    }
}
