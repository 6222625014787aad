package org.comity.subscriptions.copy;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.comity.kernel.audit.AuditTrail;
import org.comity.kernel.caller.Caller;
import org.comity.kernel.caller.CurrentCaller;
import org.comity.kernel.caller.Person;
import org.comity.kernel.caller.StateCode;
import org.comity.kernel.paging.Dated;
import org.comity.kernel.paging.Page;
import org.comity.kernel.paging.PageRequest;
import org.comity.kernel.problem.FieldError;
import org.comity.kernel.problem.KernelProblem;
import org.comity.kernel.sql.Sql;
import org.comity.kernel.time.Identifiers;
import org.comity.sharing.delivery.DeliveryDesk;
import org.comity.subscriptions.feed.Change;
import org.comity.subscriptions.feed.Desks;
import org.jspecify.annotations.Nullable;

/**
 * A state says that it dropped the copies that it took of a record: exports, files, entries in its own systems. It says so of what its
 * desk was told to be removed. The state whose record it was reads who said it.
 *
 * <p>Rules: R-376.
 */
@Singleton
class DroppedCopies {

    static final int MOST = 100;

    /** Analysts read bulletins and requests for information, and of other records they do not learn that these are there. */
    private static final String ROWS =
            "select id, kind, record, ref, state, desk, person, person_name, at from dropped_copy"
                    + " where (state = :own and desk = :desk or originator = :own"
                    + " and (kind in ('BULLETIN', 'REQUEST') or :desk in ('LICENSING', 'CONTACT')))";

    private final Sql sql;
    private final Desks desks;
    private final Identifiers identifiers;
    private final CurrentCaller current;
    private final AuditTrail trail;
    private final Clock clock;

    DroppedCopies(Sql sql, Desks desks, Identifiers identifiers, CurrentCaller current, AuditTrail trail, Clock clock) {
        this.sql = sql;
        this.desks = desks;
        this.identifiers = identifiers;
        this.current = current;
        this.trail = trail;
        this.clock = clock;
    }

    /** The records whose copies are gone. */
    record Dropped(
            @NotEmpty(message = "This is missing.") @Size(max = MOST, message = "There must not be more than 100.")
            List<@NotNull(message = "This is missing.") UUID> records) {}

    /**
     * A state said it: {@code DroppedCopy} in openapi/subscriptions.yaml.
     *
     * @param desk whose copies these were: another desk of the state may read the record still
     * @param by the person, for the own state alone
     */
    record View(
            UUID id,
            String kind,
            UUID record,
            String ref,
            StateCode state,
            DeliveryDesk desk,
            Instant at,
            @Nullable Person by) {}

    private record Row(
            UUID id,
            String kind,
            UUID record,
            String ref,
            StateCode state,
            DeliveryDesk desk,
            Person person,
            Instant at)
            implements Dated {
        @Override
        public Instant createdAt() {
            return at;
        }
    }

    private record Last(UUID record, long seq, String kind, String ref, Change change) {

        /** The state that the reference names; none where the state stays unnamed. */
        @JsonIgnore
        String originator() {
            return ref.split("-")[1];
        }
    }

    /**
     * What the caller's state said, and what other states said of its own records, the newest first.
     *
     * @param record of which it was said; of any where nothing is said
     */
    @Transactional
    Page<View> list(PageRequest page, Optional<UUID> record) {
        DeliveryDesk desk = desks.own();
        StateCode own = current.get().ownState();
        return Page.ofDated(
                sql.of(ROWS)
                        .with("own", own, "desk", desk)
                        .and(record, "record = :record", "record")
                        .newestFirst(page, "at", "id")
                        .list(Row.class),
                page,
                row -> new View(
                        row.id(),
                        row.kind(),
                        row.record(),
                        row.ref(),
                        row.state(),
                        row.desk(),
                        row.at(),
                        row.state().equals(own) ? row.person() : null));
    }

    /** The caller's state dropped them. Saying it again changes nothing. */
    @Transactional
    void drop(Dropped dropped) {
        DeliveryDesk desk = desks.own();
        Caller caller = current.get();
        Map<UUID, Last> told = sql
                .of(
                        "select distinct on (record) record, seq, kind, ref, change from feed_entry where state = :state and desk = :desk"
                                + " and record = any (cast (:records as uuid[])) order by record, seq desc")
                .with("state", caller.ownState(), "desk", desk, "records", dropped.records())
                .list(Last.class)
                .stream()
                .collect(Collectors.toMap(Last::record, Function.identity()));
        List<FieldError> wrong = new ArrayList<>();
        for (int i = 0; i < dropped.records().size(); i++) {
            Last last = told.get(dropped.records().get(i));
            if (last == null || last.change() != Change.REMOVED) {
                wrong.add(new FieldError("/records/" + i, "Your desk was not told that this record is removed."));
            }
        }
        if (!wrong.isEmpty()) {
            throw KernelProblem.INVALID_VALUES.in(wrong);
        }
        Instant now = clock.instant();
        for (Last last : told.values()) {
            trail.touched(last.record());
            sql.into("dropped_copy")
                    .onConflict("(record, state, desk, seq) do nothing")
                    .with("id", identifiers.next(), "record", last.record(), "state", caller.ownState())
                    .with("desk", desk, "seq", last.seq())
                    .with("kind", last.kind(), "ref", last.ref(), "originator", last.originator())
                    .with("person", caller.person(), "at", now)
                    .run();
        }
    }
}
