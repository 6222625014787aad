package org.comity.denials.consultation;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import org.comity.denials.consultation.thread.Answer;
import org.comity.denials.consultation.thread.ThreadLife;
import org.comity.denials.consultation.thread.ThreadState;
import org.comity.denials.consultation.thread.ThreadStep;
import org.comity.denials.procedure.Procedures;
import org.comity.kernel.caller.CurrentCaller;
import org.comity.kernel.caller.StateCode;
import org.comity.kernel.http.RecordVersion;
import org.comity.kernel.http.Reply;
import org.comity.kernel.outbox.Outbox;
import org.comity.kernel.problem.KernelProblem;
import org.comity.sharing.states.WorkingCalendar;
import org.comity.sharing.states.WorkingCalendars;
import org.jspecify.annotations.Nullable;

/** What the two parties of a thread say to each other. */
@Singleton
class ThreadService {

    private final EntityManager database;
    private final ConsultationStore store;
    private final ConsultationReader reader;
    private final ConsultationViews views;
    private final WorkingCalendars calendars;
    private final Procedures procedures;
    private final ConsultationConfig config;
    private final Outbox outbox;
    private final Reply.Writer replies;
    private final CurrentCaller current;
    private final Clock clock;

    ThreadService(
            EntityManager database,
            ConsultationStore store,
            ConsultationReader reader,
            ConsultationViews views,
            WorkingCalendars calendars,
            Procedures procedures,
            ConsultationConfig config,
            Outbox outbox,
            Reply.Writer replies,
            CurrentCaller current,
            Clock clock) {
        this.database = database;
        this.store = store;
        this.reader = reader;
        this.views = views;
        this.calendars = calendars;
        this.procedures = procedures;
        this.config = config;
        this.outbox = outbox;
        this.replies = replies;
        this.current = current;
        this.clock = clock;
    }

    /** The consulted state replies. */
    @Transactional
    Reply reply(RecordVersion version, String state, Answer answer, @Nullable String text) {
        Opened opened = open(version, state, ThreadStep.REPLY);
        ThreadEntity thread = opened.thread();
        ThreadState next = ThreadLife.reply(thread.state(), thread.type(), answer, opened.now())
                .taken("/answer");
        // Silence that no timer has taken down yet is told before the late reply.
        boolean deemedNow = next instanceof ThreadState.Deemed && !(thread.state() instanceof ThreadState.Deemed);
        if (deemedNow) {
            ThreadState silence = ThreadLife.asOf(thread.state(), thread.type(), opened.now());
            thread.state(silence, thread.dueAt());
            database.flush();
            outbox.append(ConsultationEvent.DEEMED.of(thread.id(), thread.told()));
        }
        return said(opened, next, ExchangeKind.REPLIED, text, null, ConsultationEvent.REPLIED);
    }

    /** The consulted state asks for more. */
    @Transactional
    Reply ask(RecordVersion version, String state, String text) {
        Opened opened = open(version, state, ThreadStep.ASK);
        ThreadEntity thread = opened.thread();
        ThreadState next =
                ThreadLife.ask(thread.state(), thread.type(), opened.now()).taken();
        return said(opened, next, ExchangeKind.MORE_ASKED, text, null, ConsultationEvent.MORE_ASKED);
    }

    /** The requesting state gives more. */
    @Transactional
    Reply answer(RecordVersion version, String state, String text) {
        Opened opened = open(version, state, ThreadStep.ANSWER);
        ThreadEntity thread = opened.thread();
        ThreadState next =
                ThreadLife.answer(thread.state(), thread.type(), opened.now()).taken();
        return said(opened, next, ExchangeKind.MORE_GIVEN, text, null, ConsultationEvent.MORE_GIVEN);
    }

    /** Either party puts an extension on the table, agrees to the other's, or does not. */
    @Transactional
    Reply extend(RecordVersion version, String state, ConsultationRequests.Extend request) {
        Opened opened = open(version, state, request.move().step());
        StateCode own = current.get().ownState();
        ThreadEntity thread = opened.thread();
        ThreadState now = thread.state();
        return switch (request.move()) {
            case PROPOSE -> {
                if (request.workingDays() == null) {
                    throw KernelProblem.MISSING_VALUES.at("/workingDays", "This is missing.");
                }
                int days = request.workingDays();
                ThreadState next = ThreadLife.propose(now, thread.type(), own, days, most(opened), opened.now())
                        .taken("/workingDays");
                yield said(
                        opened,
                        next,
                        ExchangeKind.EXTENSION_PROPOSED,
                        request.text(),
                        days,
                        ConsultationEvent.EXTENSION_PROPOSED);
            }
            case AGREE -> {
                WorkingCalendar calendar = calendar(thread);
                ThreadState next = ThreadLife.agree(
                                now,
                                thread.type(),
                                own,
                                proposal -> calendar.extended(thread.dueAt(), proposal.workingDays()),
                                opened.now())
                        .taken();
                if (next instanceof ThreadState.Open open) {
                    thread.remindAt(calendar.workingDaysBefore(open.dueAt(), config.remindWorkingDays()));
                }
                yield said(
                        opened, next, ExchangeKind.EXTENSION_AGREED, request.text(), null, ConsultationEvent.EXTENDED);
            }
            case DECLINE ->
                said(
                        opened,
                        ThreadLife.decline(now, thread.type(), own, opened.now())
                                .taken(),
                        ExchangeKind.EXTENSION_DECLINED,
                        request.text(),
                        null,
                        ConsultationEvent.EXTENSION_DECLINED);
        };
    }

    /** The consulted state's calendar as it is now; the zone stays that of the request. */
    private WorkingCalendar calendar(ThreadEntity thread) {
        WorkingCalendar calendar = calendars
                .of(thread.consultedState())
                .orElseThrow(() -> KernelProblem.UNAVAILABLE.because("The working calendar is not known."));
        return new WorkingCalendar(java.time.ZoneId.of(thread.zone()), calendar.weekend(), calendar.holidays());
    }

    private int most(Opened opened) {
        return views.mostExtensionDays(opened.seen().consultation());
    }

    private record Opened(ConsultationViews.Seen seen, ThreadEntity thread, Instant now) {}

    /**
     * Finds a thread for a step: 404 where it is hidden, 403 where it is visible and another party's step, 428, 412.
     */
    private Opened open(RecordVersion version, String state, ThreadStep step) {
        ConsultationViews.Seen seen = reader.seen(version.id());
        ThreadEntity thread = seen.threads().stream()
                .filter(one -> one.consultedState().value().equals(state))
                .findFirst()
                .orElseThrow(() -> KernelProblem.NOT_FOUND.because("There is no thread of this state."));
        if (!thread.isTakenBy(step, current.get())) {
            throw KernelProblem.FORBIDDEN.because("The licensing desk of the other party does this.");
        }
        replies.etag(views.view(seen)).require(version.ifMatch());
        // before the clock is read: what comes in time is not overtaken by who takes silence down
        database.lock(thread, LockModeType.PESSIMISTIC_WRITE);
        return new Opened(seen, thread, clock.instant());
    }

    private Reply said(
            Opened opened,
            ThreadState next,
            ExchangeKind kind,
            @Nullable String text,
            @Nullable Integer workingDays,
            ConsultationEvent event) {
        ThreadEntity thread = opened.thread();
        thread.state(next, opened.now());
        database.flush();
        store.say(thread, current.get().ownState(), kind, text, workingDays, opened.now());
        Reply reply =
                replies.ok(views.view(reader.seen(opened.seen().consultation().id())));
        outbox.append(event.of(thread.id(), thread.told()));
        return reply;
    }
}
