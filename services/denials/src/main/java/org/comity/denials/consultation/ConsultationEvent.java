package org.comity.denials.consultation;

import java.util.Locale;
import java.util.UUID;
import org.comity.kernel.outbox.Event;

/**
 * What this service tells others of consultations: that something happened, never what or to whom. What happened in one
 * thread has the thread as its subject, so that an event tells no consulted state of another.
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
    /** In a thread: the consulted state asked for more. */
    MORE_ASKED,
    /** The requesting state gave more. */
    MORE_GIVEN,
    /** A party proposed an extension. */
    EXTENSION_PROPOSED,
    /** The other party agreed. */
    EXTENDED,
    /** The other party did not agree. */
    EXTENSION_DECLINED,
    /** The consulted state replied, in time or late. */
    REPLIED,
    /** The deadline passed in silence. */
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
        return Event.of(
                TOPIC,
                "org.comity.denials.consultation."
                        + name().toLowerCase(Locale.ROOT).replace('_', '-') + ".v1",
                subject.toString(),
                version);
    }
}
