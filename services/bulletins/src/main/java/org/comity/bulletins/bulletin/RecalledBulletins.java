package org.comity.bulletins.bulletin;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.comity.bulletins.content.DraftBulletin;
import org.comity.bulletins.content.Fingerprints;
import org.comity.kernel.caller.StateCode;
import org.comity.kernel.outbox.Outbox;
import org.comity.kernel.problem.FieldError;
import org.comity.kernel.sql.Sql;
import org.comity.sharing.states.MemberStates;

/**
 * What was recalled, and what was written from a bulletin that is gone. Functions of the database write both
 * (V6__recalled_bulletins.sql): the state that recalls does not see who wrote something from its bulletin.
 *
 * <p>Rules.
 */
@Singleton
class RecalledBulletins {

    private final Sql sql;
    private final Outbox outbox;
    private final Clock clock;

    RecalledBulletins(Sql sql, Outbox outbox, Clock clock) {
        this.sql = sql;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** The states that had this bulletin do not post it again. */
    void recalled(BulletinEntity bulletin) {
        sql.of("select 1 from bulletin_recalled(:bulletin, :fingerprints)")
                .with("bulletin", bulletin.id())
                .with("fingerprints", Fingerprints.of(bulletin.content()).keySet())
                .exists();
    }

    /** What of a content its state may not post, since it had been allowed to read it and it was recalled. */
    List<FieldError> faults(StateCode own, DraftBulletin content) {
        Map<String, String> prints = Fingerprints.of(content);
        Set<String> recalled = new HashSet<>(
                sql.of("select fingerprint from bulletin_recall where state = :own and fingerprint = any (:prints)")
                        .with("own", own, "prints", prints.keySet())
                        .list(String.class));
        return prints.entrySet().stream()
                .filter(print -> recalled.contains(print.getKey()))
                .map(print -> new FieldError(print.getValue(), "This was recalled, and is not posted again."))
                .toList();
    }

    private record Derived(UUID id, int version) {}

    /** The desks that wrote something from this bulletin, and are of its state or have it no longer, are told. */
    void sourceGone(BulletinEntity bulletin) {
        sql.of("select id, version from bulletin_source_gone(:bulletin, :now)")
                .with("bulletin", bulletin.id(), "now", clock.instant())
                .list(Derived.class)
                .forEach(derived -> outbox.append(BulletinEvent.SOURCE_GONE.of(derived.id(), derived.version())));
    }

    /** The references among these that are of no published bulletin of the audience of the state. */
    List<FieldError> unknown(List<String> refs, Set<String> known, StateCode own) {
        return IntStream.range(0, refs.size())
                .filter(at -> !known.contains(refs.get(at)) && !isRead(refs.get(at), own))
                .mapToObj(
                        at -> new FieldError("/derivedFrom/" + at, "There is no published bulletin of this reference."))
                .toList();
    }

    private boolean isRead(String ref, StateCode own) {
        return sql.of("select 1 from bulletin b join bulletin_audience a on a.bulletin_id = b.id and a.state = :own"
                        + " and (a.own or a.released) and " + MemberStates.HOLDS
                        + " where b.ref = :ref and b.version > 0")
                .with("ref", ref, "own", own)
                .exists();
    }
}
