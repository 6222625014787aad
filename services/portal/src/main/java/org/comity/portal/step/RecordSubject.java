package org.comity.portal.step;

import org.comity.portal.api.Call;
import org.comity.portal.page.Page;

/**
 * A record of that id, as steps are taken with it. A kind of record overrides the words.
 *
 * @param <R> the record
 */
public class RecordSubject<R> implements Subject<R> {

    private final Records<R> records;
    private final String id;

    /** The record of that id. */
    public RecordSubject(Records<R> records, String id) {
        this.records = records;
        this.id = id;
    }

    @Override
    public final Page open() {
        return records.openForDesk();
    }

    @Override
    public final Read<R> read() {
        return records.read(id);
    }

    @Override
    public final Call call(String part) {
        return records.call(id, part);
    }

    @Override
    public final String home() {
        return records.home(id);
    }
}
