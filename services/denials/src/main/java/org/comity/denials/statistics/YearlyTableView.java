package org.comity.denials.statistics;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.comity.denials.content.NoDuty;
import org.jspecify.annotations.Nullable;

/**
 * The public table of a year: {@code YearlyTable} in openapi/denials.yaml.
 *
 * @param publishedOn the day in UTC
 * @param states how many states' figures are summed
 * @param denials all of them, each once; left out where it is suppressed
 */
record YearlyTableView(
        int year,
        LocalDate publishedOn,
        int states,
        @Nullable Long denials,
        String notice,
        @JsonInclude(JsonInclude.Include.ALWAYS) List<Cell> cells) {

    /** What everyone who reads a sum of denials should know. */
    static final String NOTICE =
            NoDuty.THESE + " Cells under 3, and those from which they would follow, are suppressed.";

    /** One count; the key is left out for what has none. */
    record Cell(
            Dimension dimension,
            @Nullable String key,
            @Nullable Long denials,
            boolean suppressed) {}
}
