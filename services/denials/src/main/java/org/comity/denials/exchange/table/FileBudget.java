package org.comity.denials.exchange.table;

/**
 * What reading files may cost the service. All bounds of files follow from the memory that is for them.
 *
 * <p>Assumption: the heap is 192 MB, of which the service at work needs 96 MB for everything else and the collector 32
 * MB of room. That leaves 64 MB for files, of which one is received at a time, and one of the largest applied, or
 * several small ones:
 *
 * <table>
 * <caption>MB of heap</caption>
 * <tr><th></th><th>received</th><th>applied</th></tr>
 * <tr><td>the file as it was sent</td><td>8</td><td>-</td></tr>
 * <tr><td>the file encrypted, or while it is read the texts that cells share</td><td>8</td><td>-</td></tr>
 * <tr><td>its cells, {@link #MOST_KEPT_BYTES}</td><td>16</td><td>16</td></tr>
 * <tr><td>what the check makes of 10,000 rows, with 1,000 faults</td><td>8</td><td>8</td></tr>
 * <tr><td>in all</td><td>40</td><td>24</td></tr>
 * </table>
 *
 * <p>A part of a workbook is never in memory as a whole. What is unpacked costs time alone, so that its bound is one of
 * time: {@link #MOST_UNPACKED_BYTES} are read in less than a second.
 *
 * <p>Rules: R-280.
 */
public final class FileBudget {

    /** What the files that are applied take together, in MB: one of the largest, or several small ones. */
    public static final int MEGABYTES_APPLIED = 24;

    /** The most rows below the headings. */
    public static final int MOST_ROWS = 10_000;

    /** The most rows with those in which nothing stands. */
    public static final int MOST_LINES = 100_000;

    /** The most columns; a cell beyond them may be there and empty. */
    public static final int MOST_COLUMNS = 256;

    /** The most characters in a cell: Excel's own limit. */
    public static final int MOST_IN_A_CELL = 32_767;

    /** The most memory for the texts of all cells; a text that cells share counts in each. */
    static final long MOST_KEPT_BYTES = 16L << 20;

    /** The most bytes that the parts of a workbook that are read unpack to. */
    static final long MOST_UNPACKED_BYTES = 32L << 20;

    /** The most parts of a workbook; one of Excel has some twenty. */
    static final int MOST_PARTS = 1_000;

    /** A string and its array, beside the characters. */
    private static final int BYTES_OF_A_STRING = 56;

    private long kept;

    /**
     * Counts a text that is kept.
     *
     * @throws UnreadableFile if there was no room for it
     */
    void keep(String text) throws UnreadableFile {
        if (text.length() > MOST_IN_A_CELL) {
            throw new UnreadableFile("A cell has more than %,d characters.".formatted(MOST_IN_A_CELL));
        }
        kept += bytes(text);
        if (kept > MOST_KEPT_BYTES) {
            throw new UnreadableFile("The file has too much text for one file. Divide it into several.");
        }
    }

    /** The memory that a text takes. */
    public static long bytes(String text) {
        return text.isEmpty() ? 0 : BYTES_OF_A_STRING + (isLatin(text) ? 1L : 2L) * text.length();
    }

    /** Java keeps a text of Latin-1 in one byte for each character, and any other in two. */
    private static boolean isLatin(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0xFF) {
                return false;
            }
        }
        return true;
    }
}
