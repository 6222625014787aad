package org.comity.kernel.outbox;

import java.util.Optional;

/**
 * Something that happened to a record.
 *
 * @param topic without the prefix of the installation, such as {@code denials.denial.v1}
 * @param type such as {@code org.comity.denials.denial.notified.v1}
 * @param subject the record's id; also the key, by which events stay in order
 * @param version the record's version after it
 * @param data the whole record as JSON, for reference data; empty for shared records, whose content no event carries
 */
public record Event(String topic, String type, String subject, long version, Optional<String> data) {

    /** An event of a shared record: that it happened, and nothing else. */
    public static Event of(String topic, String type, String subject, long version) {
        return new Event(topic, type, subject, version, Optional.empty());
    }
}
