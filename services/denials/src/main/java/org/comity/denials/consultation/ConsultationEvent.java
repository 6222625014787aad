package org.comity.denials.consultation;

import java.util.Locale;
import java.util.UUID;
import org.comity.denials.consultation.thread.ThreadStep;
import org.comity.kernel.outbox.Event;

/**
 * What this service tells others of consultations: that something happened, never what or to whom. What happened in one
 * thread has the thread as its subject, so that an event tells no consulted state of another. The events of the steps in a
 * thread are named by the steps ({@link ThreadStep#told}).
 *
 * <p>Rules: R-267.
 */
enum ConsultationEvent {
    /** The consulted states were asked. Of the whole, like the four that follow. */
    REQUESTED(1),
    /** The requesting state decided, or withdrew. */
    DECIDED(2),
    /** The undercut notice was sent. */
    UNDERCUT_NOTIFIED(3),
    /** The notice about an essential interest was sent. */
    ESSENTIAL_INTEREST_NOTIFIED(3),
    /** It was filed away. */
    CLOSED(4),
    /** In a thread, like the two that follow: the deadline passed in silence. */
    DEEMED,
    /** The deadline comes near. */
    REPLY_DUE,
    /** A denial that is cited in the thread was revoked or has expired. */
    DENIAL_ENDED,
    /** Of the clock of a notice, which no consulted state sees: the day by which it is to be sent comes near. */
    NOTICE_DUE;

    static final String TOPIC = "denials.consultation.v1";

    private final int stage;

    ConsultationEvent() {
        this(0);
    }

    ConsultationEvent(int stage) {
        this.stage = stage;
    }

    /**
     * How far the whole has come with this: the version of its event, and of the view of whoever sees that it happened. It
     * counts nothing, so that nobody learns from it of a notice that it may not read; 0 for what happens elsewhere.
     */
    int stage() {
        return stage;
    }

    /**
     * The event.
     *
     * @param subject the consultation's id, the thread's, or that of a notice's clock
     * @param version the version of the same
     */
    Event of(UUID subject, int version) {
        return event(name().toLowerCase(Locale.ROOT).replace('_', '-'), subject, version);
    }

    /**
     * The event of a step in a thread.
     *
     * @param thread its id
     * @param version the thread's, after the step
     */
    static Event of(ThreadStep step, UUID thread, int version) {
        return event(step.told(), thread, version);
    }

    private static Event event(String happened, UUID subject, int version) {
        return Event.of(TOPIC, "org.comity.denials.consultation." + happened + ".v1", subject.toString(), version);
    }
}
