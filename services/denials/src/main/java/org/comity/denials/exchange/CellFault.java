package org.comity.denials.exchange;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.comity.denials.exchange.table.Cell;
import org.comity.sharing.code.ControlCode;

/**
 * Why a spreadsheet did not keep in a cell what somebody typed.
 *
 * <p>Rules: R-287.
 */
final class CellFault {

    private static final int MOST_ZEROS = 999;
    private static final Pattern NUMBER =
            Pattern.compile("(?<whole>[0-9]++)(?:[.,](?<fraction>[0-9]++))?(?:[eE](?<power>[+-]?[0-9]{1,3}))?");

    private CellFault() {}

    /**
     * What is wrong with a cell, whatever its column is for.
     *
     * @param text the cell's text in the form in which text is kept, defused where it came so
     */
    static Optional<String> of(Column column, Cell cell, String text) {
        boolean isEntry = cell.kind() == Cell.Kind.TEXT && ControlCode.isWellFormed(text);
        Matcher number = NUMBER.matcher(text);
        if (column == Column.DENIAL_CLE && !isEntry && number.matches()) {
            return Optional.of("This is a number and no control-list entry" + entry(number) + ".");
        }
        return switch (cell.kind()) {
            case ERROR -> Optional.of("This is an error of the spreadsheet (" + text + "), and no text.");
            case FORMULA -> Optional.of(Formula.REFUSED);
            case DATE ->
                column == Column.DECISION_DATE
                        ? Optional.empty()
                        : Optional.of("The spreadsheet holds a date here (" + text
                                + "). Format the cell as text, and type again what is meant.");
            case TEXT -> Formula.is(text) ? Optional.of(Formula.REFUSED) : Optional.empty();
            case NUMBER, BOOLEAN -> Optional.empty();
        };
    }

    /** The entry of which a spreadsheet makes this number: it takes 5E001 for 5 and one zero. */
    private static String entry(Matcher number) {
        String fraction = Optional.ofNullable(number.group("fraction")).orElse("");
        String digits = number.group("whole") + fraction;
        int power = Integer.parseInt(Optional.ofNullable(number.group("power")).orElse("0")) - fraction.length();
        int first = 0;
        while (first < digits.length() && digits.charAt(first) == '0') {
            first++;
        }
        int last = digits.length() - 1;
        while (last > first && digits.charAt(last) == '0') {
            last--;
        }
        int zeros = power + digits.length() - 1 - first;
        boolean isOneDigit = first == last && zeros >= 0 && zeros <= MOST_ZEROS;
        return isOneDigit ? "; was it %sE%03d?".formatted(digits.charAt(first), zeros) : "";
    }
}
