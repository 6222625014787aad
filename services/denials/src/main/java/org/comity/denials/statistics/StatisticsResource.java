package org.comity.denials.statistics;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import org.comity.denials.content.NoDuty;
import org.comity.denials.denial.DenialCounts;
import org.comity.kernel.problem.KernelProblem;
import org.jspecify.annotations.Nullable;

/** Counts of what the caller may see: openapi/denials.yaml. */
@Path("/denials/v1/statistics")
@Produces(MediaType.APPLICATION_JSON)
class StatisticsResource {

    private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2200, 12, 31);

    private final DenialCounts counts;
    private final Clock clock;

    StatisticsResource(DenialCounts counts, Clock clock) {
        this.counts = counts;
        this.clock = clock;
    }

    @GET
    public StatisticsView count(
            @QueryParam("by") @Nullable String by,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("item") @Nullable String item,
            @QueryParam("destination") @Nullable String destination,
            @QueryParam("originator") @Nullable String originator) {
        DenialCounts.By counted = counted(by);
        LocalDate first = day(from, "from", FIRST);
        LocalDate last = day(to, "to", LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        if (last.isBefore(first)) {
            throw KernelProblem.MALFORMED_REQUEST.at("to", "This is before the first day.");
        }
        List<DenialCounts.Count> all = counts.count(DenialCounts.By.ALL, first, last, item, destination, originator);
        return new StatisticsView(
                counted,
                from == null ? null : first,
                last,
                all.isEmpty() ? 0 : all.getFirst().denials(),
                counted == DenialCounts.By.ALL
                        ? List.of()
                        : counts.count(counted, first, last, item, destination, originator),
                NoDuty.THESE);
    }

    private static DenialCounts.By counted(@Nullable String by) {
        if (by == null || by.isBlank()) {
            return DenialCounts.By.ALL;
        }
        try {
            return DenialCounts.By.valueOf(by.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw KernelProblem.MALFORMED_REQUEST.at(
                    "by", "Denials are counted by MONTH, ITEM, DESTINATION, GROUND, MISUSE_TYPE or DECISION.");
        }
    }

    private static LocalDate day(@Nullable String text, String parameter, LocalDate otherwise) {
        if (text == null || text.isBlank()) {
            return otherwise;
        }
        LocalDate day;
        try {
            day = LocalDate.parse(text.strip());
        } catch (DateTimeParseException e) {
            throw KernelProblem.MALFORMED_REQUEST.at(parameter, "This is no day; one looks like 2026-03-31.");
        }
        if (day.isBefore(FIRST) || day.isAfter(LAST)) {
            throw KernelProblem.MALFORMED_REQUEST.at(parameter, "Give a day from " + FIRST + " to " + LAST + ".");
        }
        return day;
    }
}
