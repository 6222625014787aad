package org.comity.bulletins.request;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.comity.kernel.caller.StateCode;
import org.comity.kernel.problem.KernelProblem;
import org.comity.kernel.sql.Sql;
import org.comity.sharing.states.MemberStates;
import org.comity.sharing.states.WorkingCalendar;
import org.comity.sharing.states.WorkingCalendars;
import org.jspecify.annotations.Nullable;

/**
 * What a request is to each addressee, and the bulletins that are named in it, as they are stored. Row-level security says
 * once more who reads what.
 *
 * <p>Rules.
 */
@Singleton
class Threads {

    /** Assumption: two of the addressee's working days are enough to answer what was forgotten. */
    private static final int REMIND_WORKING_DAYS = 2;

    /** The bulletin {@code b} of an id, where the audience of the reader has it. */
    private static final String READABLE = " (bulletin b join bulletin_audience a on a.bulletin_id = b.id"
            + " and a.state = :reader and (a.own or a.released) and " + MemberStates.HOLDS + ")";

    private final Sql sql;
    private final WorkingCalendars calendars;
    private final Clock clock;

    Threads(Sql sql, WorkingCalendars calendars, Clock clock) {
        this.sql = sql;
        this.calendars = calendars;
        this.clock = clock;
    }

    /**
     * A state is asked.
     *
     * @throws org.comity.kernel.problem.ProblemException 503 while the state's calendar is not known
     */
    void open(InformationRequestEntity request, StateCode addressee) {
        WorkingCalendar calendar = calendars
                .of(addressee)
                .orElseThrow(() -> KernelProblem.UNAVAILABLE.because(
                        "The working calendar of " + addressee + " has not arrived from the registry yet."));
        Instant now = clock.instant();
        Instant dueAt = dueAt(request, calendar, now);
        Instant remindAt = calendar.workingDaysBefore(dueAt, REMIND_WORKING_DAYS);
        sql.into("information_request_thread")
                .with("information_request_id", request.id(), "originator_state", request.originator())
                .with("state", addressee, "due_at", dueAt)
                .with("remind_at", remindAt.isAfter(now) ? remindAt : null)
                .run();
    }

    private static Instant dueAt(InformationRequestEntity request, WorkingCalendar calendar, Instant now) {
        if (request.dueOn() != null) {
            return calendar.endOf(request.dueOn());
        }
        Integer days = request.dueInWorkingDays();
        return calendar.dueAt(now, days == null ? RequestDraft.USUAL_WORKING_DAYS : days);
    }

    /** The threads of a request that the reader's state has: all of its own request, its own of another's. */
    List<RequestThread> of(UUID request, StateCode reader) {
        return sql
                .of(
                        "select t.state, t.due_at, t.reminded_at, t.overdue_at, t.text, b.id as bulletin, b.ref as bulletin_ref, t.answered_at"
                                + " from information_request_thread t left join" + READABLE + " on b.id = t.bulletin_id"
                                + " where t.information_request_id = :request and (t.state = :reader or t.originator_state = :reader)"
                                + " order by t.state")
                .with("request", request, "reader", reader)
                .list(RequestThread.Row.class)
                .stream()
                .map(RequestThread.Row::shown)
                .toList();
    }

    /** The state answers, in place of what it answered before. */
    void answer(UUID request, StateCode state, @Nullable String text, @Nullable UUID bulletin) {
        sql.of("update information_request_thread set text = :text, bulletin_id = :bulletin, answered_at = :now"
                        + " where information_request_id = :request and state = :state")
                .with("text", text, "bulletin", bulletin)
                .with("now", clock.instant(), "request", request)
                .with("state", state)
                .run();
    }

    /** The addressees may know from now on which bulletin a request is about; those who read that one see it. */
    void about(InformationRequestEntity request, UUID bulletin) {
        sql.into("information_request_related")
                .with("information_request_id", request.id(), "originator_state", request.originator())
                .with("bulletin_id", bulletin)
                .run();
    }

    /** The bulletin that a request is about, where an addressee reads it. */
    Optional<NamedBulletin> about(UUID request, StateCode reader) {
        return sql.of("select b.id, b.ref from information_request_related t join" + READABLE
                        + " on b.id = t.bulletin_id" + " where t.information_request_id = :request")
                .with("request", request, "reader", reader)
                .first(NamedBulletin.class);
    }

    /** The published bulletin of an id, where the reader has it. */
    Optional<NamedBulletin> bulletin(UUID id, StateCode reader) {
        return sql.of("select b.id, b.ref from" + READABLE + " where b.id = :id")
                .with("id", id, "reader", reader)
                .first(NamedBulletin.class);
    }

    /** The published bulletin of a reference, where the reader has it. */
    Optional<UUID> bulletin(String ref, StateCode reader) {
        return sql.of("select b.id from" + READABLE + " where b.ref = :ref and b.version > 0")
                .with("ref", ref, "reader", reader)
                .first(UUID.class);
    }

    /** The own published bulletin of a reference, where another state has it too; not one that would name this state by that. */
    Optional<UUID> ownReleasedTo(String ref, StateCode own, StateCode other) {
        return sql.of("select b.id from" + READABLE
                        + " where b.ref = :ref and b.version > 0 and b.originator_state = :own and not b.unnamed"
                        + " and a.released")
                .with("ref", ref, "own", own, "reader", other)
                .first(UUID.class);
    }
}
