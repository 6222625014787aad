package org.comity.bulletins.file;

/**
 * How large a file may be. Assumption: the heap of the service is 192 MB, of which it needs half for itself. One file at a
 * time is received and cleaned: it is there as it came, clean, and encrypted, and once more on its way to the database.
 * Four that are sent out at the same time lie there in whole.
 *
 * <p>Rules.
 */
public final class FileBounds {

    /** The most bytes of a file, as it comes and as it is kept. */
    public static final int MOST_BYTES = 5 * 1024 * 1024;

    /** The most files of a bulletin. */
    public static final int MOST_FILES = 10;

    /** Assumption: no camera that an official uses takes more. A program that opens one that claims more needs gigabytes. */
    static final long MOST_PIXELS = 50_000_000;

    private FileBounds() {}

    /** Refuses a picture without pixels, or with too many: what it claims counts, before anything is unpacked. */
    static void pixels(long width, long height, String type) throws UncleanFile {
        if (width < 1 || height < 1) {
            throw new UncleanFile("This " + type + " has no pixels.");
        }
        // both are below 2^32, so that the division does not overflow where a product would
        if (width > MOST_PIXELS / height) {
            throw new UncleanFile(
                    "This " + type + " has more than %,d million pixels.".formatted(MOST_PIXELS / 1_000_000));
        }
    }
}
