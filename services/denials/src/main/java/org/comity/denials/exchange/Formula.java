package org.comity.denials.exchange;

import java.util.regex.Pattern;

/**
 * Text that a spreadsheet would take for a formula (R-188): refused where it comes in, defused where it goes out.
 */
final class Formula {

    private static final Pattern CALLS = Pattern.compile("[(|!]");

    /** Where a program that parts a line of CSV at semicolons or tabs would begin another cell. */
    private static final Pattern ANOTHER_CELL = Pattern.compile("([;\\t][\\s\"]*)([=+\\-@])");

    private Formula() {}

    /** Whether the text, coming from a file, is a formula. A name may begin with a sign, as long as nothing is called. */
    static boolean is(String text) {
        if (text.isEmpty()) {
            return false;
        }
        char first = text.charAt(0);
        return first == '='
                || first == '@'
                || (first == '+' || first == '-') && CALLS.matcher(text).find();
    }

    /** The text, with an apostrophe before what a spreadsheet could take for a formula. */
    static String defused(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    /**
     * The same for CSV, which says nothing of how it is to be read: a spreadsheet may part its lines at semicolons, and
     * take each line of a text for a row of its own.
     */
    static String defusedInCsv(String text) {
        return ANOTHER_CELL.matcher(defused(text).replaceAll("\\R", " ")).replaceAll("$1'$2");
    }
}
