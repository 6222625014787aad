package org.comity.denials.statistics;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.comity.kernel.caller.Person;
import org.comity.kernel.http.NotInTag;
import org.jspecify.annotations.Nullable;

/**
 * A state's own figures for a year: {@code Figures} in openapi/denials.yaml.
 *
 * @param denials all of them, each once
 * @param published whether the public table of the year is out, so that nothing changes any more
 * @param notice that they create no duty to deny
 * @param steps what the reader may do next, in the order of FiguresStep
 */
record FiguresView(
        int year,
        FiguresView.FiguresStatus status,
        long denials,
        @JsonInclude(JsonInclude.Include.ALWAYS) List<FigureView> figures,
        Person proposedBy,
        Instant proposedAt,
        @Nullable Person approvedBy,
        @Nullable Instant approvedAt,
        boolean published,
        String notice,
        @NotInTag @JsonInclude(JsonInclude.Include.ALWAYS) List<String> steps) {

    /** One count; the key is left out for what has none. */
    record FigureView(Dimension dimension, @Nullable String key, long denials) {}

    /** Whether another person has approved. */
    enum FiguresStatus {
        /** Proposed by one person. */
        NATIONAL_APPROVAL,
        /** Approved by another one. */
        APPROVED
    }
}
