package org.comity.denials.consultation;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.comity.kernel.timer.TimerJob;
import org.comity.kernel.timer.TimerTransactions;
import org.comity.sharing.states.MemberStates;

/**
 * What time does to threads: takes silence down as an answer, reminds once of a deadline, tells a thread that a cited
 * denial ended; and reminds the requesting state of a notice. Each in a transaction of its own; what is due is found by the state of the rows, so that one run
 * catches up after downtime.
 *
 * <p>Source: docs/rules.md.
 */
@Singleton
class ConsultationTimer implements TimerJob {

    private static final String OPEN = "replied_at is null and deemed_at is null and ended_at is null";

    private static final String DEEM = "update consultation_thread set deemed_at = due_at, changed_at = due_at,"
            + " version = version + 1, told = told + 1 where id = (select id from consultation_thread where " + OPEN
            + " and due_at < :now order by due_at, id limit 1 for update skip locked) returning id, told";

    private static final String REMIND = "update consultation_thread set reminded_at = :now, version = version + 1"
            + " where id = (select id from consultation_thread where " + OPEN + " and reminded_at is null"
            + " and remind_at <= :now and due_at >= :now order by remind_at, id limit 1 for update skip locked)"
            + " returning id, told";

    /** Only where both parties may still read the denial: another one would learn of its end from the event. */
    private static final String TELL = "update consultation_thread_denial cd set told_at = :now"
            + " where (cd.thread_id, cd.denial_id) = (select o.thread_id, o.denial_id from consultation_thread_denial o"
            + " join consultation_thread t on t.id = o.thread_id join denial d on d.id = o.denial_id"
            + " where o.told_at is null and d.status in ('REVOKED', 'EXPIRED') and t.replied_at is null"
            + " and t.deemed_at is null and t.ended_at is null and t.due_at >= :now"
            + " and exists (select 1 from denial_audience a where a.denial_id = d.id and a.state = t.requesting_state"
            + " and a.released and " + MemberStates.HOLDS + ")"
            + " and exists (select 1 from denial_audience a where a.denial_id = d.id and a.state = t.consulted_state"
            + " and a.released and " + MemberStates.HOLDS
            + ") order by o.thread_id, o.denial_id limit 1 for update of o skip locked)"
            + " returning cd.thread_id as id, (select t.told from consultation_thread t where t.id = cd.thread_id)";

    /** Of the two days of a notice, by its columns; none is reminded of what has passed. */
    private static String notice(String day) {
        return "update consultation_notice_clock set reminded_%1$s_at = :now, version = version + 1".formatted(day)
                + (" where id = (select k.id from consultation_notice_clock k where k.ended_at is null"
                                + " and k.reminded_%1$s_at is null and k.%1$s_by between :today and :soon")
                        .formatted(day)
                + " and (k.asked or exists (select 1 from consultation_thread t"
                + " where t.consultation_id = k.consultation_id and t.asks_for_notice))"
                + " order by k.id limit 1 for update skip locked) returning id, version as told";
    }

    private final TimerTransactions transactions;
    private final ConsultationConfig config;
    private final Clock clock;

    ConsultationTimer(TimerTransactions transactions, ConsultationConfig config, Clock clock) {
        this.transactions = transactions;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "consultation-clocks";
    }

    @Override
    public Duration interval() {
        return config.timerInterval();
    }

    @Override
    public int run() throws SQLException {
        // What ended is told before the silence that may follow it, and reminders come while there is time.
        return all(TELL, ConsultationEvent.DENIAL_ENDED)
                + all(REMIND, ConsultationEvent.REPLY_DUE)
                + all(DEEM, ConsultationEvent.DEEMED)
                + all(notice("preferred"), ConsultationEvent.NOTICE_DUE)
                + all(notice("latest"), ConsultationEvent.NOTICE_DUE);
    }

    private record Changed(UUID id, int told) {}

    private int all(String step, ConsultationEvent event) throws SQLException {
        Instant now = clock.instant();
        LocalDate today = ConsultationViews.day(now);
        int done = 0;
        while (transactions.once(transaction -> {
            Optional<Changed> changed = transaction
                    .sql(step)
                    .with("now", now, "today", today, "soon", today.plusDays(config.remindNoticeDays()))
                    .first(Changed.class);
            changed.ifPresent(row -> transaction.append(event.of(row.id(), row.told())));
            return changed.isPresent();
        })) {
            done++;
        }
        return done;
    }
}
