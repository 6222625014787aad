package org.comity.sharing.foureyes;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.comity.kernel.caller.Caller;

/**
 * A step in the life of a kind of record; an enum has them all, in the order in which views list them.
 *
 * <p>Source: docs/rules.md R-315. The same constant is what the step requires of its caller and what the view says of it.
 */
public interface LifeStep {

    /** The constant's name. */
    String name();

    /** Who of the state whose step it is takes it. */
    TakenBy takenBy();

    /** How the step is called over HTTP. */
    default String verb() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The verbs of the steps that the caller may take now, in the order of the enum.
     *
     * @param caller of the state whose steps they are
     * @param life whether the life of the record lets the step be taken
     */
    static <E extends Enum<E> & LifeStep> List<String> open(Class<E> steps, Caller caller, Predicate<E> life) {
        return Arrays.stream(steps.getEnumConstants())
                .filter(step -> step.takenBy().lets(caller) && life.test(step))
                .map(LifeStep::verb)
                .toList();
    }
}
