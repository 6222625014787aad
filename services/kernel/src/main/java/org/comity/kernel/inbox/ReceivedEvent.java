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
     * Reads a CloudEvent in structured JSON, of the kind that a consumer follows.
     *
     * @param source which service tells it, such as {@code /registry}
     * @param type what it tells
     * @throws IllegalArgumentException if it is not that; it then belongs on the dead-letter topic
     */
    public static ReceivedEvent read(byte[] message, String source, String type) {
        ReceivedEvent event = read(message, source);
        if (!event.type().equals(type)) {
            throw new IllegalArgumentException("an event of another type");
        }
        return event;
    }

    /**
     * Reads a CloudEvent in structured JSON that this service tells, whatever it tells.
     *
     * @param source which service tells it, such as {@code /denials}
     * @throws IllegalArgumentException if it is not that; it then belongs on the dead-letter topic
     */
    public static ReceivedEvent read(byte[] message, String source) {
        try {
            CloudEvent event = new JsonFormat().deserialize(message);
            Object version = event.getExtension("version");
            if (event.getSubject() == null || version == null) {
                throw new IllegalArgumentException("an event without subject or version");
            }
            if (!event.getSource().toString().equals(source)
                    || !event.getType().startsWith("org.comity." + source.substring(1) + ".")) {
                throw new IllegalArgumentException("an event of another source");
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
