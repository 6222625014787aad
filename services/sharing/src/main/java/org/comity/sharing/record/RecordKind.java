package org.comity.sharing.record;

import org.comity.sharing.release.Desk;
import org.comity.sharing.release.ReleasedFile;

/**
 * A kind of shared record.
 *
 * @param noun what a refusal calls it: {@code advisory}
 * @param table the table of its headers; the audience is {@code <table>_audience}
 * @param column what the other tables call its id: {@code advisory_id}
 * @param desk who works on it and who reads it
 */
public record RecordKind<R extends SharedRecord, F extends ReleasedFile>(
        String noun, String table, String column, Desk desk, Class<R> header, Class<F> file) {

    /** A kind whose table and column are called by its noun. */
    public RecordKind(String noun, Desk desk, Class<R> header, Class<F> file) {
        this(noun, noun, noun + "_id", desk, header, file);
    }
}
