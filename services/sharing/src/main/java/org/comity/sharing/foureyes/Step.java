package org.comity.sharing.foureyes;

import java.util.function.Function;
import org.comity.kernel.problem.ProblemException;
import org.comity.kernel.problem.ProblemType;

/**
 * What comes of asking for a step in the life of a record.
 *
 * @param <S> where a record stands
 */
public sealed interface Step<S> {

    /** The step may be taken, and leads here. */
    record To<S>(S next) implements Step<S> {}

    /** The step may be taken, and nothing is left of what was a draft. */
    record Gone<S>() implements Step<S> {}

    /**
     * The step may not be taken.
     *
     * @param detail why, in words
     */
    record Refused<S>(ProblemType why, String detail) implements Step<S> {

        /** A refusal of which its title says enough. */
        public Refused(ProblemType why) {
            this(why, why.title() + ".");
        }

        /**
         * The refusal, to be thrown.
         *
         * @param pointer the field that it is about, where it is about what was said and not about where the record stands
         */
        public ProblemException refusal(String pointer) {
            return why.status() == 422 ? why.at(pointer, detail) : why.because(detail);
        }
    }

    /** Whether the step may be taken. */
    default boolean isOpen() {
        return !(this instanceof Refused);
    }

    /** The same step in the life of what this is a part of. */
    default <T> Step<T> map(Function<S, T> whole) {
        return switch (this) {
            case To<S>(var next) -> new To<>(whole.apply(next));
            case Gone<S> gone -> new Gone<>();
            case Refused<S>(var why, var detail) -> new Refused<>(why, detail);
        };
    }

    /**
     * Where the step leads.
     *
     * @throws org.comity.kernel.problem.ProblemException its refusal
     */
    default S taken() {
        return taken("");
    }

    /**
     * Takes a step that is told something.
     *
     * @param pointer the field that a refusal of what was said is about
     */
    default S taken(String pointer) {
        return switch (this) {
            case To<S>(var next) -> next;
            case Gone<S> gone -> throw new IllegalStateException("this step leaves nothing");
            case Refused<S> refused -> throw refused.refusal(pointer);
        };
    }
}
