package org.comity.portal.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** The bodies of the steps of a consultation. */
public final class ConsultationSteps {

    private ConsultationSteps() {}

    /** A question, what was asked for, or a note. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Text(@Nullable String text) {}

    /** The reply of a consulted state. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Reply(
            ConsultationCodes.@Nullable Answer answer,
            @Nullable String text) {}

    /** A move about an extension. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Extend(
            ConsultationCodes.Move move,
            @Nullable Integer workingDays,
            @Nullable String text) {}

    /** A decision. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Decide(
            ConsultationCodes.@Nullable Outcome outcome,
            @Nullable String explanation) {}

    /** Why it was granted in spite of the denials. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Notice(@Nullable String reasons) {}
}
