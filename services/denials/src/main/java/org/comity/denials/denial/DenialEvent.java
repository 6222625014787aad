package org.comity.denials.denial;

import org.comity.kernel.outbox.Event;

/** What this service tells others: that something happened to a denial, never its content. */
enum DenialEvent {
    /** First notified. */
    NOTIFIED("notified"),
    /** New content is in force. */
    AMENDED("amended"),
    /** The audience, the label or the permitted use changed. */
    RELEASE_CHANGED("release-changed");

    static final String TOPIC = "denials.denial.v1";

    private final String happened;

    DenialEvent(String happened) {
        this.happened = happened;
    }

    Event of(DenialEntity denial) {
        return Event.of(
                TOPIC,
                "org.comity.denials.denial." + happened + ".v1",
                denial.id().toString(),
                denial.version());
    }
}
