package org.comity.bulletins.request;

import java.util.Locale;
import java.util.UUID;
import org.comity.kernel.outbox.Event;

/** What this service tells others of requests for information: that something happened, never what is asked or answered. */
enum RequestEvent {
    /** Its addressees have it. */
    ASKED,
    /** An addressee answered, for the first time or anew. */
    ANSWERED,
    /** Its state asks it no longer. */
    WITHDRAWN,
    /** An addressee that has not answered is to be reminded, or is overdue. */
    DUE;

    Event of(UUID request, int version) {
        return Event.of(
                "bulletins.bulletin.v1",
                "org.comity.bulletins.request." + name().toLowerCase(Locale.ROOT) + ".v1",
                request.toString(),
                version);
    }
}
