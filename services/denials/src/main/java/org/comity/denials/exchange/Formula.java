package org.comity.denials.exchange;

import java.util.regex.Pattern;

/**
 * Text that a spreadsheet would take for a formula (R-188): refused where it comes in, defused where it goes out. What
 * only begins as a formula does, and calls nothing, is text: +49 (0)30 123456, -5 dB, @Home.
 */
final class Formula {

    /** What is said of one that comes in. */
    static final String REFUSED = "This is a spreadsheet formula. Put the text here that is meant.";

    /** A function, another program, another sheet. */
    private static final Pattern CALLS = Pattern.compile("[A-Z][A-Z0-9.]+\\(|[\\w']\\||[\\w']!\\$?[A-Z]");

    private static final String FIRST = "=+-@";

    /** The same signs in the width of Chinese and Japanese letters, which a spreadsheet may take for them. */
    private static final String WIDE_FIRST = "\uFF1D\uFF0B\uFF0D\uFF20";

    /** Where a program that parts a line of CSV at semicolons or tabs would begin another cell. */
    private static final Pattern ANOTHER_CELL = Pattern.compile("([;\\t][\\s\"]*)([" + "=+\\-@" + WIDE_FIRST + "])");

    private Formula() {}

    /** Whether the text, coming from a file, is a formula. */
    static boolean is(String text) {
        return text.startsWith("=")
                || !text.isEmpty()
                        && FIRST.indexOf(text.charAt(0)) >= 0
                        && CALLS.matcher(text).find();
    }

    /** The text, with an apostrophe before what a spreadsheet could take for a formula. */
    static String defused(String text) {
        return !text.isEmpty() && (FIRST + WIDE_FIRST + "\t\r").indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    /** The text as it was before {@link #defused}. */
    static String undefused(String text) {
        return text.length() > 1 && text.charAt(0) == '\'' && (FIRST + WIDE_FIRST).indexOf(text.charAt(1)) >= 0
                ? text.substring(1)
                : text;
    }

    /**
     * The same for CSV, which says nothing of how it is to be read: a spreadsheet may part its lines at semicolons, and
     * take each line of a text for a row of its own.
     */
    static String defusedInCsv(String text) {
        return ANOTHER_CELL.matcher(defused(text).replaceAll("\\R", " ")).replaceAll("$1'$2");
    }
}
