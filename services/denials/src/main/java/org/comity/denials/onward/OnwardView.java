package org.comity.denials.onward;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.comity.kernel.caller.StateCode;
import org.comity.kernel.http.NotInTag;
import org.jspecify.annotations.Nullable;

/**
 * A request for onward release, as both of its states see it: {@code OnwardRequest} in openapi/denials.yaml. It tells
 * of no person: the access log of each state has its own.
 *
 * @param states to whom the denial is wanted to be released
 * @param answer what the originator said
 * @param notice that a denial creates no duty to deny
 * @param steps what the reader may do next, in the order of OnwardStep
 */
record OnwardView(
        UUID id,
        UUID denialId,
        String denialRef,
        StateCode originatorState,
        StateCode requestingState,
        List<StateCode> states,
        String reason,
        OnwardStatus status,
        Instant askedAt,
        @Nullable String answer,
        @Nullable Instant answeredAt,
        String notice,
        @NotInTag @JsonInclude(JsonInclude.Include.ALWAYS) List<String> steps) {}
