package org.comity.kernel.audit;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.comity.kernel.problem.FieldError;
import org.comity.kernel.problem.KernelProblem;
import org.jspecify.annotations.Nullable;

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
    private static final LocalDate EARLIEST = LocalDate.of(1970, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2200, 12, 31);

    /**
     * Reads the query parameters.
     *
     * @throws org.comity.kernel.problem.ProblemException 400 that names each at fault
     */
    public static AccessLogQuery of(
            @Nullable String from,
            @Nullable String to,
            @Nullable String person,
            @Nullable String record,
            @Nullable String decision) {
        List<FieldError> errors = new ArrayList<>();
        Optional<LocalDate> first = day(from, "from", errors);
        Optional<LocalDate> last = day(to, "to", errors);
        if (first.isPresent() && last.isPresent() && last.get().isBefore(first.get())) {
            errors.add(new FieldError("to", "The last day lies before the first."));
        }
        AccessLogQuery query = new AccessLogQuery(
                first,
                last,
                text(person, "person", errors),
                text(record, "record", errors),
                decision(decision, errors));
        if (!errors.isEmpty()) {
            throw KernelProblem.MALFORMED_REQUEST.in(errors);
        }
        return query;
    }

    private static Optional<LocalDate> day(@Nullable String text, String parameter, List<FieldError> errors) {
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        try {
            LocalDate day = LocalDate.parse(text.strip());
            if (!day.isBefore(EARLIEST) && !day.isAfter(LATEST)) {
                return Optional.of(day);
            }
        } catch (DateTimeException e) {
            // falls through: it is no day
        }
        errors.add(new FieldError(parameter, "A day looks like 2026-01-31."));
        return Optional.empty();
    }

    private static Optional<String> text(@Nullable String text, String parameter, List<FieldError> errors) {
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        if (text.length() > LONGEST || text.chars().anyMatch(Character::isISOControl)) {
            errors.add(new FieldError(parameter, "This has at most " + LONGEST + " printable characters."));
            return Optional.empty();
        }
        return Optional.of(text.strip());
    }

    private static Optional<AccessDecision> decision(@Nullable String text, List<FieldError> errors) {
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        for (AccessDecision decision : AccessDecision.values()) {
            if (decision.name().equals(text)) {
                return Optional.of(decision);
            }
        }
        errors.add(new FieldError("decision", "There is no such decision."));
        return Optional.empty();
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
