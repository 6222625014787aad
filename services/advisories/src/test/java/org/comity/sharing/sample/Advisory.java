package org.comity.sharing.sample;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;
import org.comity.kernel.caller.Person;
import org.comity.kernel.caller.StateCode;
import org.comity.kernel.text.PlainText;
import org.comity.sharing.release.Releasability;
import org.jspecify.annotations.Nullable;

/** An advisory as one reader sees it. */
public record Advisory(
        UUID id,
        String ref,
        StateCode originatorState,
        int version,
        String text,
        Releasability releasability,
        @Nullable Person submittedBy,
        @Nullable String returnedBecause,
        @JsonInclude(JsonInclude.Include.ALWAYS) List<String> steps) {

    /** What is drafted. */
    public record Draft(
            @NotNull @PlainText(max = 1000) String text,
            @NotNull @Valid Releasability releasability) {}

    /** What a step is told. */
    public record Said(
            @PlainText(max = 1000) @Nullable String reason,
            @Valid @Nullable Releasability releasability) {}
}
