package org.comity.bulletins.bulletin;

import org.comity.kernel.outbox.Event;

/** What this service tells others: that something happened to a bulletin that readers have, never its content. */
enum BulletinEvent {
    /** First published. */
    PUBLISHED("published"),
    /** Readers have a later version. */
    UPDATED("updated"),
    /** The audience, the label or the permitted use changed. */
    RELEASE_CHANGED("release-changed"),
    /** Its originator stands by it no longer. */
    WITHDRAWN("withdrawn"),
    /** It was taken back from everybody. */
    RECALLED("recalled"),
    /** A state said something of it to its readers. */
    COMMENTED("commented");

    private static final String TOPIC = "bulletins.bulletin.v1";

    private final String happened;

    BulletinEvent(String happened) {
        this.happened = happened;
    }

    Event of(BulletinEntity bulletin) {
        return Event.of(
                TOPIC,
                "org.comity.bulletins.bulletin." + happened + ".v1",
                bulletin.id().toString(),
                bulletin.version());
    }
}
