package org.comity.denials.denial;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.comity.kernel.caller.StateCode;
import org.comity.kernel.problem.FieldError;
import org.comity.kernel.problem.KernelProblem;
import org.comity.sharing.release.Releasability;
import org.comity.sharing.release.ReleaseMode;
import org.comity.sharing.states.Regime;
import org.jspecify.annotations.Nullable;

/** A release that somebody thinks of giving, as the parameters of an address have it. */
final class TriedRelease {

    private static final int MOST_STATES = 60;

    private TriedRelease() {}

    /**
     * The release that these parameters say.
     *
     * @return nothing, where no release is tried
     * @throws org.comity.kernel.problem.ProblemException 400 for each that cannot be read
     */
    static Optional<Releasability> of(
            @Nullable String mode, List<String> states, List<String> excluded, @Nullable String regime) {
        List<FieldError> errors = new ArrayList<>();
        Optional<ReleaseMode> wanted =
                Optional.ofNullable(mode).flatMap(text -> one(ReleaseMode.class, text, "mode", errors));
        Optional<Regime> of = Optional.ofNullable(regime).flatMap(text -> one(Regime.class, text, "regime", errors));
        List<StateCode> named = states(states, "state", errors);
        List<StateCode> leftOut = states(excluded, "excluded", errors);
        if (mode == null && !(states.isEmpty() && excluded.isEmpty() && regime == null)) {
            errors.add(new FieldError("mode", "This is missing."));
        }
        if (!errors.isEmpty()) {
            throw KernelProblem.MALFORMED_REQUEST.in(errors);
        }
        return wanted.map(known -> new Releasability(known, named, leftOut, of.orElse(null)));
    }

    private static <E extends Enum<E>> Optional<E> one(
            Class<E> type, String text, String parameter, List<FieldError> errors) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(text)) {
                return Optional.of(constant);
            }
        }
        errors.add(new FieldError(parameter, "There is no such code."));
        return Optional.empty();
    }

    private static List<StateCode> states(List<String> texts, String parameter, List<FieldError> errors) {
        if (texts.size() > MOST_STATES) {
            errors.add(new FieldError(parameter, "At most 60 entries."));
            return List.of();
        }
        List<StateCode> states = new ArrayList<>();
        for (String text : texts) {
            Optional<StateCode> state = StateCode.parse(text).filter(StateCode::isKnown);
            if (state.isEmpty()) {
                errors.add(new FieldError(parameter, "No state has this code."));
            }
            state.ifPresent(states::add);
        }
        return states;
    }
}
