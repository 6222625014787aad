package org.comity.portal.api;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Requests for onward release, as both of their states see them. */
public final class Onward {

    private Onward() {}

    /** Where a request stands. */
    public enum Status {
        ASKED,
        GRANTED,
        REFUSED,
        WITHDRAWN
    }

    /** One request. */
    public record Request(
            UUID id,
            UUID denialId,
            String denialRef,
            String originatorState,
            String requestingState,
            List<String> states,
            String reason,
            Status status,
            Instant askedAt,
            @Nullable String answer,
            @Nullable Instant answeredAt,
            String notice) {

        public Request {
            states = DenialContent.orNone(states);
        }

        /** Whether nobody has answered. */
        public boolean isOpen() {
            return status == Status.ASKED;
        }
    }

    /** A page of them. */
    public record Page(List<Request> items) {}

    /** To whom, and why. */
    public record Ask(List<String> states, @Nullable String reason) {}

    /** What is said with a grant. */
    public record Grant(@Nullable String text) {}

    /** Why not. */
    public record Refuse(@Nullable String reason) {}
}
