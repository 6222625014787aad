package org.comity.portal.step;

import java.util.List;

/**
 * Describes some of the steps of a kind of record. A package that has such steps has a bean of this type.
 *
 * @param <R> the record
 */
public interface RecordSteps<R> {

    /** The steps. */
    List<Step<R>> all();
}
