package org.comity.portal.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The access log of a service, as a state's point of contact and its auditor read it. */
public final class AccessLog {

    private AccessLog() {}

    /** A request of a person or system of the own state. */
    public record Entry(
            UUID id,
            Instant at,
            Who person,
            @Nullable String client,
            List<String> roles,
            String method,
            String path,
            Codes.AccessDecision decision,
            List<String> records) {

        public Entry {
            roles = DenialContent.orNone(roles);
            records = DenialContent.orNone(records);
        }
    }

    /** Who asked. */
    public record Who(String id, String name) {}

    /** A page of requests. */
    public record Page(List<Entry> items) {}

    /** An own denial that another state opened. */
    public record Opened(UUID id, LocalDate day, String state, UUID record, String ref, int version) {}

    /** A page of them. */
    public record OpenedPage(List<Opened> items) {}
}
