package org.comity.portal.draft;

/**
 * The words of a list of tasks.
 *
 * @param lead what becomes of what is typed
 * @param warning what a change does to what waits for approval
 * @param discard the words that lead to throwing it away
 */
public record TaskWords(
        String title,
        String lead,
        String warning,
        String back,
        String backText,
        String discard,
        String discardHref,
        String checkGroup,
        String check,
        String checkHint) {}
