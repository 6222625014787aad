package org.comity.backing;

/** A backing server could not be started or prepared. The message is a sentence for the person who started it. */
public final class BackingException extends RuntimeException {

    /** With a cause. */
    public BackingException(String message, Throwable cause) {
        super(message, cause);
    }

    /** Without a cause. */
    public BackingException(String message) {
        super(message);
    }
}
