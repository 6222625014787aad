package org.comity.denials.consultation.thread;

import org.jspecify.annotations.Nullable;

/**
 * What a party says with a step.
 *
 * @param answer of a reply
 * @param workingDays of a proposed extension
 * @param text in the party's own words
 */
public record ThreadWord(
        @Nullable Answer answer,
        @Nullable Integer workingDays,
        @Nullable String text) {

    /** Words alone. */
    public static ThreadWord of(@Nullable String text) {
        return new ThreadWord(null, null, text);
    }

    /** The least that any step needs, to find out whether a step may be taken at all. */
    static ThreadWord least(ConsultationType type) {
        return new ThreadWord(type.bySilence(), 1, null);
    }
}
