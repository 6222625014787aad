package org.comity.denials.exchange;

/** The file as a whole cannot be read; the message says why, for the person who sent it. */
class UnreadableFile extends Exception {

    private static final long serialVersionUID = 1L;

    UnreadableFile(String message) {
        super(message);
    }

    UnreadableFile(String message, Exception cause) {
        super(message, cause);
    }
}
