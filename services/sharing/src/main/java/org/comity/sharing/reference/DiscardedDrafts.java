package org.comity.sharing.reference;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.UUID;
import org.comity.kernel.caller.StateCode;
import org.comity.kernel.sql.Sql;
import org.comity.sharing.foureyes.DeskFile;

/**
 * Throws away drafts that nobody outside their desk was told of. Nothing is left of one but its reference, which is not
 * given again; what hangs on it goes with it by its foreign keys.
 *
 * <p>Rules.
 */
@Singleton
public class DiscardedDrafts {

    private final EntityManager database;
    private final Sql sql;

    DiscardedDrafts(EntityManager database, Sql sql) {
        this.database = database;
        this.sql = sql;
    }

    /**
     * Removes a draft. What of it has no foreign key its caller removes before.
     *
     * @param file the desk's file: a colleague who has saved it since keeps the draft
     * @param table the table of its header, whose key is {@code id}
     */
    public void remove(DeskFile file, String table, UUID id, StateCode owner, String ref) {
        database.lock(file, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
        sql.into("discarded_reference")
                .with("originator_state", owner, "reference", ref)
                .run();
        int gone = sql.of("delete from " + table + " where id = :id")
                .with("id", id)
                .run();
        if (gone != 1) {
            throw new IllegalStateException("a draft could not be thrown away");
        }
        database.clear();
    }
}
