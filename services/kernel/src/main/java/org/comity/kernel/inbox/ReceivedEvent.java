package org.comity.kernel.inbox;

import io.cloudevents.CloudEvent;
import io.cloudevents.jackson.JsonFormat;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * An event as a consumer gets it.
 *
 * @param data the record as JSON, where the event carries it
 */
public record ReceivedEvent(String id, String type, String subject, long version, Optional<String> data) {

    /**
     * Reads a CloudEvent in structured JSON.
     *
     * @throws IllegalArgumentException if it is not one of ours; it then belongs on the dead-letter topic
     */
    public static ReceivedEvent read(byte[] message) {
        try {
            CloudEvent event = new JsonFormat().deserialize(message);
            Object version = event.getExtension("version");
            if (event.getSubject() == null || version == null) {
                throw new IllegalArgumentException("an event without subject or version");
            }
            return new ReceivedEvent(
                    event.getId(),
                    event.getType(),
                    event.getSubject(),
                    Long.parseLong(version.toString()),
                    Optional.ofNullable(event.getData())
                            .map(data -> new String(data.toBytes(), StandardCharsets.UTF_8)));
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("not an event of ours", e);
        }
    }
}
