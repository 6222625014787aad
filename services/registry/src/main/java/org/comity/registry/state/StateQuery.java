package org.comity.registry.state;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.comity.kernel.problem.FieldError;
import org.comity.kernel.problem.KernelProblem;
import org.comity.registry.content.Regime;
import org.jspecify.annotations.Nullable;

/**
 * Which states are wanted.
 *
 * @param regime in which they take part, as members or adherents
 */
record StateQuery(Optional<StateStatus> status, Optional<Regime> regime) {

    /**
     * Reads the query parameters {@code status} and {@code regime}.
     *
     * @throws org.comity.kernel.problem.ProblemException 400 that names what is wrong
     */
    static StateQuery of(@Nullable String status, @Nullable String regime) {
        List<FieldError> errors = new ArrayList<>();
        StateQuery query = new StateQuery(
                read(StateStatus.values(), status, "status", errors), read(Regime.values(), regime, "regime", errors));
        if (!errors.isEmpty()) {
            throw KernelProblem.MALFORMED_REQUEST.in(errors);
        }
        return query;
    }

    private static <E extends Enum<E>> Optional<E> read(
            E[] values, @Nullable String text, String parameter, List<FieldError> errors) {
        if (text == null) {
            return Optional.empty();
        }
        Optional<E> value =
                Arrays.stream(values).filter(v -> v.name().equals(text)).findFirst();
        if (value.isEmpty()) {
            errors.add(new FieldError(
                    parameter,
                    Arrays.stream(values)
                            .map(Enum::name)
                            .collect(Collectors.joining(", ", "This must be one of ", "."))));
        }
        return value;
    }
}
