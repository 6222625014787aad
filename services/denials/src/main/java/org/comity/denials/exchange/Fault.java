package org.comity.denials.exchange;

import java.util.regex.Pattern;

/**
 * What is wrong with a cell.
 *
 * @param row as a spreadsheet counts: the first row of the file is row 1
 * @param column its heading
 * @param detail in words, of at most 300 characters: it may repeat what stands in a cell
 */
public record Fault(int row, String column, String detail) {

    private static final int LONGEST = 300;
    private static final char DELETE = 0x7F;

    /** Control characters, and halves of a character, which the database does not take. */
    private static final Pattern NO_TEXT = Pattern.compile("[\\p{Cntrl}&&[^\\t\\n\\r]]|[\\x{D800}-\\x{DFFF}]");

    /** Cuts what is too long, and shows what does not show. */
    public Fault {
        detail = detail.length() <= LONGEST ? detail : detail.substring(0, LONGEST - 1) + "…";
        if (detail.chars().anyMatch(Fault::mayNotShow)) {
            detail = NO_TEXT.matcher(detail).replaceAll("\uFFFD");
        }
    }

    /** Whether the pattern, which takes long, has anything to look at. */
    private static boolean mayNotShow(int character) {
        return character < ' ' || character == DELETE || Character.isSurrogate((char) character);
    }

    Fault(int row, Column column, String detail) {
        this(row, column.header(), detail);
    }
}
