package org.comity.denials.exchange;

import java.util.List;
import org.comity.denials.content.DraftDenial;

/**
 * A denial as the file has it.
 *
 * @param reference the originator's own
 * @param rows the rows that it was read from
 * @param isRight whether nothing was found wrong in them
 */
record DenialInFile(String reference, List<FileRow> rows, DraftDenial content, boolean isRight) {

    DenialInFile {
        rows = List.copyOf(rows);
    }

    FileRow firstRow() {
        return rows.getFirst();
    }
}
