package org.comity.generator;

/** What Java is generated from is wrong; the message names the file, and the build ends with it. */
public final class SourceFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public SourceFault(String message) {
        super(message);
    }
}
