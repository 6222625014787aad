package org.comity.denials.consultation;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.comity.denials.consultation.thread.Talk;
import org.comity.denials.consultation.thread.ThreadLife;
import org.comity.denials.consultation.thread.ThreadState;
import org.comity.denials.consultation.thread.ThreadStep;
import org.comity.denials.consultation.thread.ThreadWord;
import org.comity.kernel.caller.CurrentCaller;
import org.comity.kernel.http.RecordVersion;
import org.comity.kernel.http.Reply;
import org.comity.kernel.outbox.Outbox;
import org.comity.kernel.problem.KernelProblem;

/** What the two parties of a thread say to each other. */
@Singleton
class ThreadService {

    private final EntityManager database;
    private final ConsultationStore store;
    private final ConsultationReader reader;
    private final ConsultationViews views;
    private final ThreadViews threads;
    private final ThreadClock clocks;
    private final Outbox outbox;
    private final Reply.Writer replies;
    private final CurrentCaller current;
    private final Clock clock;

    ThreadService(
            EntityManager database,
            ConsultationStore store,
            ConsultationReader reader,
            ConsultationViews views,
            ThreadViews threads,
            ThreadClock clocks,
            Outbox outbox,
            Reply.Writer replies,
            CurrentCaller current,
            Clock clock) {
        this.database = database;
        this.store = store;
        this.reader = reader;
        this.views = views;
        this.threads = threads;
        this.clocks = clocks;
        this.outbox = outbox;
        this.replies = replies;
        this.current = current;
        this.clock = clock;
    }

    /**
     * A party takes a step.
     *
     * @param state the consulted state, which names the thread
     * @throws org.comity.kernel.problem.ProblemException 404 where the thread is hidden, 403 where it is visible and the step
     *     is the other party's, 428 and 412, and what the step refuses
     */
    @Transactional
    Reply say(RecordVersion version, String state, ThreadStep step, ThreadWord word) {
        Seen seen = reader.seen(version.id());
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
        Talk talk = threads.talk(seen, thread, clock.instant());
        ThreadState next = step.from(thread.state(), talk, word).taken(step.about());
        tellSilence(thread, next, talk);
        if (next instanceof ThreadState.Open open && !open.dueAt().equals(thread.dueAt())) {
            thread.remindAt(clocks.reminder(thread, open.dueAt()));
        }
        thread.state(next, talk.now());
        database.flush();
        store.say(thread, talk.by(), step, word, talk.now());
        Reply reply = replies.ok(views.view(reader.seen(version.id())));
        outbox.append(ConsultationEvent.of(step, thread.id(), thread.told()));
        return reply;
    }

    /** Silence that no timer has taken down yet is told before a late reply. */
    private void tellSilence(ThreadEntity thread, ThreadState next, Talk talk) {
        if (next instanceof ThreadState.Deemed && !(thread.state() instanceof ThreadState.Deemed)) {
            thread.state(ThreadLife.asOf(thread.state(), thread.type(), talk.now()), thread.dueAt());
            database.flush();
            outbox.append(ConsultationEvent.DEEMED.of(thread.id(), thread.told()));
        }
    }
}
