package org.comity.denials.statistics;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.comity.denials.denial.DenialCounts;
import org.jspecify.annotations.Nullable;

/**
 * Denials counted: {@code Statistics} in openapi/denials.yaml. Days are those of the decisions.
 *
 * @param denials all of them, each once
 * @param notice that they create no duty to deny
 */
record StatisticsView(
        DenialCounts.By by,
        @Nullable LocalDate from,
        LocalDate to,
        long denials,
        @JsonInclude(JsonInclude.Include.ALWAYS) List<DenialCounts.Count> items,
        String notice) {}
