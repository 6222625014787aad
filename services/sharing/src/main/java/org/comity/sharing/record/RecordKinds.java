package org.comity.sharing.record;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Function;
import org.comity.kernel.audit.AuditTrail;
import org.comity.kernel.caller.Caller;
import org.comity.kernel.caller.CurrentCaller;
import org.comity.kernel.http.Reply;
import org.comity.kernel.sql.Sql;
import org.comity.kernel.time.Identifiers;
import org.comity.sharing.reference.DiscardedDrafts;
import org.comity.sharing.release.ReleasedFile;
import org.comity.sharing.states.MemberStates;

/** Makes the {@link SharedRecords} of a kind. */
@Singleton
public class RecordKinds {

    private final Means means;

    /** What the records of every kind work with. */
    record Means(
            EntityManager database,
            Sql sql,
            MemberStates states,
            DiscardedDrafts discarded,
            Reply.Writer replies,
            CurrentCaller current,
            AuditTrail trail,
            Identifiers identifiers,
            Clock clock) {

        Caller caller() {
            return current.get();
        }

        Instant now() {
            return clock.instant();
        }
    }

    RecordKinds(
            EntityManager database,
            Sql sql,
            MemberStates states,
            DiscardedDrafts discarded,
            Reply.Writer replies,
            CurrentCaller current,
            AuditTrail trail,
            Identifiers identifiers,
            Clock clock) {
        this.means = new Means(database, sql, states, discarded, replies, current, trail, identifiers, clock);
    }

    /**
     * The records of this kind.
     *
     * @param views what a caller gets of a record that the caller sees
     */
    public <R extends SharedRecord, F extends ReleasedFile, V> SharedRecords<R, F, V> of(
            RecordKind<R, F> kind, Function<Seen<R, F>, V> views) {
        return new SharedRecords<>(kind, views, means);
    }
}
