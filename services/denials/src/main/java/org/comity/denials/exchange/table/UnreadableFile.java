package org.comity.denials.exchange.table;

/** The file as a whole cannot be read; the message says why, for the person who sent it. */
public class UnreadableFile extends Exception {

    private static final long serialVersionUID = 1L;

    /** For a reason that the person can mend. */
    public UnreadableFile(String message) {
        super(message);
    }

    /** For a reason that a part of the file gave. */
    public UnreadableFile(String message, Exception cause) {
        super(message, cause);
    }
}
