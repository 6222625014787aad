package org.comity.denials.exchange;

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

    private static final char APOSTROPHE = '\'';

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

    /**
     * The text, with one more apostrophe before each sign that could begin a formula, wherever a program could begin a
     * cell: some part lines of CSV at semicolons or tabs, and some take each line of a text for a row of its own.
     */
    static String defused(String text) {
        return withApostrophes(text, 1);
    }

    /** The text as it was before {@link #defused}. */
    static String undefused(String text) {
        return withApostrophes(text, -1);
    }

    /** For a workbook, in which text stays text: defused only where it would come in again as another. */
    static String defusedInWorkbook(String text) {
        return is(text) || !undefused(text).equals(text) ? defused(text) : text;
    }

    private static String withApostrophes(String text, int more) {
        StringBuilder written = new StringBuilder(text.length());
        boolean begins = true;
        boolean hasLines = false;
        int at = 0;
        while (at < text.length()) {
            int sign = begins ? afterApostrophes(text, at) : at;
            int apostrophes = sign - at + more;
            if (begins && sign < text.length() && isFirst(text.charAt(sign))) {
                written.append("'".repeat(Math.max(0, apostrophes))).append(text.charAt(sign));
                at = sign + 1;
                begins = false;
                continue;
            }
            char next = text.charAt(at);
            hasLines |= isLineBreak(next);
            boolean parts = next == ';' || next == '\t' || next == ',' && hasLines || isLineBreak(next);
            begins = parts || begins && (next == '"' || Character.isWhitespace(next));
            written.append(next);
            at++;
        }
        return written.toString();
    }

    private static int afterApostrophes(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) == APOSTROPHE) {
            at++;
        }
        return at;
    }

    private static boolean isFirst(char c) {
        return FIRST.indexOf(c) >= 0 || WIDE_FIRST.indexOf(c) >= 0;
    }

    private static boolean isLineBreak(char c) {
        return c >= '\n' && c <= '\r' || c == '\u0085' || c == '\u2028' || c == '\u2029';
    }
}
