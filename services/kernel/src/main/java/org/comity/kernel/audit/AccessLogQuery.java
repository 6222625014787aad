package org.comity.kernel.audit;

import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.comity.kernel.http.QueryParameters;

/**
 * Which part of the access log is wanted.
 *
 * @param from the first day, in UTC
 * @param to the last day, in UTC
 * @param person the user name of a person, as the token says it
 * @param record a record, by the name that it has in this service
 */
public record AccessLogQuery(
        Optional<LocalDate> from,
        Optional<LocalDate> to,
        Optional<String> person,
        Optional<String> record,
        Optional<AccessDecision> decision) {

    private static final int LONGEST = 100;

    /**
     * Reads the query parameters.
     *
     * @throws org.comity.kernel.problem.ProblemException 400 that names each at fault
     */
    public static AccessLogQuery of(MultivaluedMap<String, String> address) {
        QueryParameters said = QueryParameters.of(address);
        Optional<LocalDate> first = said.day("from");
        Optional<LocalDate> last = said.day("to");
        if (first.isPresent() && last.isPresent() && last.get().isBefore(first.get())) {
            said.wrong("to", "The last day lies before the first.");
        }
        return said.checked(new AccessLogQuery(
                first, last, text(said, "person"), text(said, "record"), said.code("decision", AccessDecision.class)));
    }

    private static Optional<String> text(QueryParameters said, String name) {
        return said.text(
                name,
                text -> text.length() <= LONGEST && text.chars().noneMatch(Character::isISOControl),
                "This has at most " + LONGEST + " printable characters.");
    }

    /** The first instant that is wanted. */
    Optional<Instant> begin() {
        return from.map(day -> day.atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    /** The first instant that is wanted no more. */
    Optional<Instant> end() {
        return to.map(day -> day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
    }
}
