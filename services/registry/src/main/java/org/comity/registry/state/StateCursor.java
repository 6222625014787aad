package org.comity.registry.state;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.comity.kernel.caller.StateCode;
import org.comity.kernel.paging.PageRequest;
import org.comity.kernel.problem.KernelProblem;
import org.jspecify.annotations.Nullable;

/** A place in the list of states: after this code. */
final class StateCursor {

    private StateCursor() {}

    /** The cursor that leads on from this state. */
    static String after(StateCode state) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(state.value().getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Reads the query parameter {@code cursor}.
     *
     * @return the last state of the page before; empty for the first page
     * @throws org.comity.kernel.problem.ProblemException 400 if we never made such a cursor
     */
    static Optional<StateCode> read(@Nullable String cursor) {
        if (cursor == null) {
            return Optional.empty();
        }
        return Optional.of(parse(PageRequest.place(cursor))
                .orElseThrow(() -> KernelProblem.MALFORMED_REQUEST.at("cursor", "This cursor is not one of ours.")));
    }

    private static Optional<StateCode> parse(String cursor) {
        try {
            return StateCode.parse(new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8))
                    .filter(state -> after(state).equals(cursor));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
