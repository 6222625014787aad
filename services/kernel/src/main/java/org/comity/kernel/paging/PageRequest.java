package org.comity.kernel.paging;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.comity.kernel.problem.KernelProblem;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a list is wanted.
 *
 * @param limit how many records at most
 * @param after the last record of the page before; empty for the first page
 */
public record PageRequest(int limit, Optional<Position> after) {

    /** The most records in a page. */
    public static final int LARGEST = 100;

    /** How many records a page has where nothing is said. */
    public static final int USUAL = 25;

    /**
     * A place in a list that is ordered by an instant and, where that ties, an identifier.
     *
     * <p>Both belong to a record that the caller has been shown: the cursor tells nothing else.
     */
    public record Position(Instant at, UUID id) {

        /** Beyond what PostgreSQL keeps; nothing is listed then. */
        private static final Instant END = Instant.parse("9999-01-01T00:00:00Z");

        /** The cursor that leads back here. */
        public String cursor() {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString((at + "|" + id).getBytes(StandardCharsets.UTF_8));
        }

        static Optional<Position> parse(String cursor) {
            try {
                String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
                int bar = text.indexOf('|');
                if (bar < 0) {
                    return Optional.empty();
                }
                Position position =
                        new Position(Instant.parse(text.substring(0, bar)), UUID.fromString(text.substring(bar + 1)));
                return position.at().getEpochSecond() >= 0
                                && position.at().isBefore(END)
                                && position.cursor().equals(cursor)
                        ? Optional.of(position)
                        : Optional.empty();
            } catch (IllegalArgumentException | DateTimeParseException e) {
                return Optional.empty();
            }
        }
    }

    /**
     * Reads the query parameters {@code limit} and {@code cursor}.
     *
     * @throws org.comity.kernel.problem.ProblemException 400 that names the one at fault
     */
    public static PageRequest of(@Nullable String limit, @Nullable String cursor) {
        return new PageRequest(limit(limit), position(cursor));
    }

    /** Reads the query parameter {@code limit}. */
    public static int limit(@Nullable String limit) {
        if (limit == null) {
            return USUAL;
        }
        if (limit.matches("[0-9]{1,3}")) {
            int number = Integer.parseInt(limit);
            if (number >= 1 && number <= LARGEST) {
                return number;
            }
        }
        throw KernelProblem.MALFORMED_REQUEST.at("limit", "A page has 1 to " + LARGEST + " records.");
    }

    /** The place that a cursor names: what stands before its seal, which {@link CursorSeal} has looked at. */
    public static String place(String cursor) {
        int dot = cursor.lastIndexOf('.');
        return dot < 0 ? cursor : cursor.substring(0, dot);
    }

    private static Optional<Position> position(@Nullable String cursor) {
        if (cursor == null) {
            return Optional.empty();
        }
        return Optional.of(Position.parse(place(cursor))
                .orElseThrow(() -> KernelProblem.MALFORMED_REQUEST.at("cursor", "This cursor is not one of ours.")));
    }
}
