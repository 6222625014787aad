package org.comity.denials.denial;

import java.util.UUID;
import org.comity.kernel.outbox.Event;

/**
 * What this service tells others: that something happened to a denial, never its content. The first
 * one of a denial is that a state was told of it: what happens before then sends none, whether a person or a timer does
 * it.
 */
enum DenialEvent {
    /** First notified. */
    NOTIFIED("notified"),
    /** New content is in force. */
    AMENDED("amended"),
    /** The audience, the label or the permitted use changed. */
    RELEASE_CHANGED("release-changed"),
    /** It is kept for another term. */
    RENEWED("renewed"),
    /** Its originator ended it. */
    REVOKED("revoked"),
    /** Its review is due soon. */
    REVIEW_DUE("review-due"),
    /** The day of its review has come, and it was not renewed; it stays in force. */
    REVIEW_OVERDUE("review-overdue"),
    /** It is in force no longer, since its validity ended. */
    EXPIRED("expired"),
    /** A suspension ended, and its originator owes the final assessment. */
    FINAL_ASSESSMENT_DUE("final-assessment-due");

    static final String TOPIC = "denials.denial.v1";

    private final String happened;

    DenialEvent(String happened) {
        this.happened = happened;
    }

    Event of(DenialEntity denial) {
        return of(denial.id(), denial.version());
    }

    Event of(UUID denial, int version) {
        return Event.of(TOPIC, "org.comity.denials.denial." + happened + ".v1", denial.toString(), version);
    }
}
