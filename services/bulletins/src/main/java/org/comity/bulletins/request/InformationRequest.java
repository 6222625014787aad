package org.comity.bulletins.request;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.comity.kernel.caller.Person;
import org.comity.kernel.caller.StateCode;
import org.comity.kernel.http.NotInTag;
import org.jspecify.annotations.Nullable;

/**
 * A request for information as one reader sees it: {@code InformationRequest} in openapi/bulletins.yaml.
 *
 * @param addressees whom it asks, for the desk of the state that asks
 * @param relatedBulletin the bulletin that it is about, for those who read that too
 * @param threads all of them for the state that asks, its own for an addressee
 * @param steps what the reader may do next
 */
record InformationRequest(
        UUID id,
        String ref,
        int version,
        StateCode originatorState,
        RequestStatus status,
        Instant updatedAt,
        @Nullable String subject,
        @Nullable String text,
        List<StateCode> addressees,
        @Nullable NamedBulletin relatedBulletin,
        @Nullable LocalDate dueOn,
        @Nullable Integer dueInWorkingDays,
        @Nullable String endedBecause,
        @Nullable Person submittedBy,
        @Nullable String returnedBecause,
        @NotInTag List<RequestThread> threads,
        @NotInTag @JsonInclude(JsonInclude.Include.ALWAYS) List<String> steps) {}
