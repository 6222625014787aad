package org.comity.bulletins.file;

/** A file of which nothing is kept. The message is for who sent it. */
public final class UncleanFile extends Exception {

    private static final long serialVersionUID = 1L;

    UncleanFile(String reason) {
        super(reason);
    }

    /** Why. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
