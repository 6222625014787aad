package org.comity.denials.exchange;

import java.util.regex.Pattern;

/**
 * Text that a spreadsheet would take for a formula (R-188): refused where it comes in, defused where it goes out. What
 * only begins as a formula does, and calls nothing, is text: +49 (0)30 123456, -5 dB, @Home.
 */
final class Formula {

    /** What is said of one that comes in. */
    static final String REFUSED = "This is a spreadsheet formula. Put the text here that is meant.";

    private static final String FIRST = "=+-@";

    /** The same signs in the width of Chinese and Japanese letters, which a spreadsheet may take for them. */
    private static final String WIDE_FIRST = "\uFF1D\uFF0B\uFF0D\uFF20";

    /** Where a program that parts a line of CSV at semicolons or tabs would begin another cell. */
    private static final Pattern ANOTHER_CELL = Pattern.compile("([;\\t][\\s\"]*)([" + "=+\\-@" + WIDE_FIRST + "])");

    private Formula() {}

    /** Whether the text, coming from a file, is a formula. */
    static boolean is(String text) {
        return text.startsWith("=") || !text.isEmpty() && FIRST.indexOf(text.charAt(0)) >= 0 && calls(text);
    }

    /** Whether it names a function, another program or another sheet. Looks at each character twice at the most. */
    private static boolean calls(String text) {
        for (int i = 1; i < text.length(); i++) {
            boolean isCall =
                    switch (text.charAt(i)) {
                        case '(' -> endsInFunction(text, i);
                        case '|' -> isOfName(text.charAt(i - 1));
                        case '!' -> isOfName(text.charAt(i - 1)) && isCellAt(text, i + 1);
                        default -> false;
                    };
            if (isCall) {
                return true;
            }
        }
        return false;
    }

    /** Whether a capital and at least one more capital, digit or point stand before this place. */
    private static boolean endsInFunction(String text, int end) {
        int begin = end;
        boolean isName = false;
        while (begin > 0 && isOfFunction(text.charAt(begin - 1))) {
            begin--;
            isName |= begin < end - 1 && isCapital(text.charAt(begin));
        }
        return isName;
    }

    private static boolean isOfFunction(char c) {
        return isCapital(c) || c >= '0' && c <= '9' || c == '.';
    }

    private static boolean isOfName(char c) {
        return isCapital(c) || c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '_' || c == '\'';
    }

    private static boolean isCellAt(String text, int at) {
        int letter = at < text.length() && text.charAt(at) == '$' ? at + 1 : at;
        return letter < text.length() && isCapital(text.charAt(letter));
    }

    private static boolean isCapital(char c) {
        return c >= 'A' && c <= 'Z';
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
