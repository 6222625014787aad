package org.comity.subscriptions.feed;

import java.util.UUID;
import org.comity.kernel.inbox.ReceivedEvent;

/**
 * An event about a record.
 *
 * @param subject the record, or a part of it
 */
record HeardEvent(String id, String type, UUID subject) {

    /**
     * Reads it.
     *
     * @throws IllegalArgumentException if it is no event of this service
     */
    static HeardEvent read(byte[] message, String service) {
        ReceivedEvent event = ReceivedEvent.read(message, "/" + service);
        return new HeardEvent(event.id(), event.type(), UUID.fromString(event.subject()));
    }
}
