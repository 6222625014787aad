package org.comity.denials.exchange;

import java.util.List;
import org.comity.denials.exchange.table.FileBudget;

/**
 * What was read of a file.
 *
 * @param rows those below the headings, without those in whose columns nothing stands
 * @param unread what stands in columns that no import reads
 */
record ReadFile(List<FileRow> rows, List<Unread> unread) {

    /** Assumption: what a check makes of a row, beside the texts of its cells. */
    private static final int BYTES_OF_A_ROW = 800;

    ReadFile {
        rows = List.copyOf(rows);
        unread = List.copyOf(unread);
    }

    /** The memory that its rows and what is made of them take. */
    int megabytes() {
        long bytes = 0;
        for (FileRow row : rows) {
            bytes += BYTES_OF_A_ROW;
            for (String cell : row.cells().values()) {
                bytes += FileBudget.bytes(cell);
            }
        }
        return (int) (bytes >> 20) + 1;
    }

    /**
     * A value of a column that no import reads, where it stands first.
     *
     * @param row as a spreadsheet counts
     */
    record Unread(ExportColumn column, int row, String value) {}
}
