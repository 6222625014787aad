package org.comity.kernel.http;

import jakarta.ws.rs.core.MultivaluedMap;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.comity.kernel.caller.StateCode;
import org.comity.kernel.problem.FieldError;
import org.comity.kernel.problem.KernelProblem;

/**
 * The query parameters of a list, read one by one. A parameter that is absent reads as nothing. What is wrong is
 * collected, so that one answer names every parameter at fault. Parameters that the contract does not have, or that are
 * empty, were refused before.
 */
public final class QueryParameters {

    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2200, 12, 31);

    private final MultivaluedMap<String, String> said;
    private final List<FieldError> errors = new ArrayList<>();

    private QueryParameters(MultivaluedMap<String, String> said) {
        this.said = said;
    }

    /** The parameters of this request. */
    public static QueryParameters of(MultivaluedMap<String, String> said) {
        return new QueryParameters(said);
    }

    /** A code of a list, written as the constant is. */
    public <E extends Enum<E>> Optional<E> code(String name, Class<E> codes) {
        return said(name).flatMap(text -> one(name, text, codes, Enum::name));
    }

    /** A code of a list, written as the constant is but in lower case. */
    public <E extends Enum<E>> Optional<E> word(String name, Class<E> codes) {
        return said(name)
                .flatMap(text -> one(name, text, codes, code -> code.name().toLowerCase(Locale.ROOT)));
    }

    /** Codes of a list, from a parameter that may be repeated. */
    public <E extends Enum<E>> List<E> codes(String name, Class<E> codes) {
        return Objects.requireNonNullElse(said.get(name), List.<String>of()).stream()
                .flatMap(text -> one(name, text, codes, Enum::name).stream())
                .toList();
    }

    private <E extends Enum<E>> Optional<E> one(String name, String text, Class<E> codes, Function<E, String> written) {
        Optional<E> code = Arrays.stream(codes.getEnumConstants())
                .filter(one -> written.apply(one).equals(text))
                .findFirst();
        if (code.isEmpty()) {
            wrong(
                    name,
                    Arrays.stream(codes.getEnumConstants())
                            .map(written)
                            .collect(Collectors.joining(", ", "This must be one of ", ".")));
        }
        return code;
    }

    /** A state by its code, in upper or lower case. */
    public Optional<StateCode> state(String name) {
        return said(name).flatMap(text -> {
            Optional<StateCode> state =
                    StateCode.parse(text.toUpperCase(Locale.ROOT)).filter(StateCode::isKnown);
            if (state.isEmpty()) {
                wrong(name, "No state has this code.");
            }
            return state;
        });
    }

    /** A day from 1900 to 2200. */
    public Optional<LocalDate> day(String name) {
        return said(name).flatMap(text -> {
            try {
                LocalDate day = LocalDate.parse(text);
                if (!day.isBefore(EARLIEST) && !day.isAfter(LATEST)) {
                    return Optional.of(day);
                }
            } catch (DateTimeException e) {
                // falls through: it is no day
            }
            wrong(name, "A day looks like 2026-01-31.");
            return Optional.empty();
        });
    }

    /** Whether this is wanted. */
    public boolean yes(String name) {
        return text(name, text -> text.equals("true") || text.equals("false"), "This is true or false.")
                .filter("true"::equals)
                .isPresent();
    }

    /** The id of a record, as it is written. */
    public Optional<UUID> id(String name) {
        return text(name, text -> text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"), "This is no id.")
                .map(UUID::fromString);
    }

    /** A text. */
    public Optional<String> text(String name, Predicate<String> isGood, String otherwise) {
        return said(name).filter(text -> {
            if (!isGood.test(text)) {
                wrong(name, otherwise);
                return false;
            }
            return true;
        });
    }

    private Optional<String> said(String name) {
        return Optional.ofNullable(said.getFirst(name));
    }

    /** Something is wrong with this parameter. */
    public void wrong(String name, String detail) {
        errors.add(new FieldError(name, detail));
    }

    /**
     * Gives what was read.
     *
     * @throws org.comity.kernel.problem.ProblemException 400 that names each parameter at fault
     */
    public <Q> Q checked(Q query) {
        if (!errors.isEmpty()) {
            throw KernelProblem.MALFORMED_REQUEST.in(errors);
        }
        return query;
    }
}
