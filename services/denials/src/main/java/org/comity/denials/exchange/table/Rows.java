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
}
