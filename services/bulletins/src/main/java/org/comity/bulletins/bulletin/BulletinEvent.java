package org.comity.bulletins.bulletin;

import java.util.UUID;
import org.comity.kernel.outbox.Event;

/** What this service tells others: that something happened to a bulletin that readers have, never its content. */
enum BulletinEvent {
    /** Its signatories have a collective notice, to sign. */
    PROPOSED("proposed"),
    /** A state signed a collective notice. */
    SIGNED("signed"),
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
    COMMENTED("commented"),
    /** The day until which it was valid is over. */
    LAPSED("lapsed"),
    /** A state that reads the alert has not acknowledged it within a day. */
    ACKNOWLEDGEMENT_DUE("acknowledgement-due"),
    /** A bulletin that it was written from was recalled, or its state has that no longer. */
    SOURCE_GONE("source-gone");

    private static final String TOPIC = "bulletins.bulletin.v1";

    private final String happened;

    BulletinEvent(String happened) {
        this.happened = happened;
    }

    Event of(BulletinEntity bulletin) {
        return of(bulletin.id(), bulletin.version());
    }

    Event of(UUID bulletin, int version) {
        return Event.of(TOPIC, "org.comity.bulletins.bulletin." + happened + ".v1", bulletin.toString(), version);
    }
}
