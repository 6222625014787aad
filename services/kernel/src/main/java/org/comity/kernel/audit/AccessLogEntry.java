package org.comity.kernel.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.comity.kernel.caller.Person;
import org.jspecify.annotations.Nullable;

/**
 * A request of a person or system of the asking state.
 *
 * @param at when it was answered, UTC
 * @param person who asked
 * @param client the client that the token was issued to, such as {@code comity-portal}
 * @param roles the roles that counted, by their names in the realm
 * @param decision see {@link AccessDecision}
 * @param status the HTTP status of the answer
 * @param records what was shown, changed or asked for, by the name that it has in this service
 */
public record AccessLogEntry(
        UUID id,
        Instant at,
        Person person,
        @Nullable String client,
        @JsonInclude(JsonInclude.Include.ALWAYS) List<String> roles,
        String method,
        String path,
        AccessDecision decision,
        int status,
        @JsonInclude(JsonInclude.Include.ALWAYS) List<String> records) {

    /** Copies the lists. */
    public AccessLogEntry {
        roles = List.copyOf(roles);
        records = List.copyOf(records);
    }
}
