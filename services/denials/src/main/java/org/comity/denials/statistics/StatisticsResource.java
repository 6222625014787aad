package org.comity.denials.statistics;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.comity.denials.content.NoDuty;
import org.comity.denials.denial.DenialCounts;
import org.comity.kernel.http.QueryParameters;

/** Counts of what the caller may see: openapi/denials.yaml. */
@Path("/denials/v1/statistics")
@Produces(MediaType.APPLICATION_JSON)
class StatisticsResource {

    private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);

    private final DenialCounts counts;
    private final Clock clock;

    StatisticsResource(DenialCounts counts, Clock clock) {
        this.counts = counts;
        this.clock = clock;
    }

    @GET
    public StatisticsView count(@Context UriInfo uri) {
        QueryParameters said = QueryParameters.of(uri.getQueryParameters());
        DenialCounts.By counted = said.code("by", DenialCounts.By.class).orElse(DenialCounts.By.ALL);
        Optional<LocalDate> from = said.day("from");
        LocalDate first = from.orElse(FIRST);
        LocalDate last = said.day("to").orElseGet(() -> LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        if (last.isBefore(first)) {
            said.wrong("to", "This is before the first day.");
        }
        said.checked(counted);
        List<DenialCounts.Count> all = counts.count(DenialCounts.By.ALL, first, last, uri.getQueryParameters());
        return new StatisticsView(
                counted,
                from.orElse(null),
                last,
                all.isEmpty() ? 0 : all.getFirst().denials(),
                counted == DenialCounts.By.ALL
                        ? List.of()
                        : counts.count(counted, first, last, uri.getQueryParameters()),
                NoDuty.THESE);
    }
}
