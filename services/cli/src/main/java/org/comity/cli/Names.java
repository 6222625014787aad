package org.comity.cli;

/** Names of records that come from a command line into an address. */
final class Names {

    private Names() {}

    /** An id, refused here where it would lead to another address. */
    static String id(String text) {
        if (!text.matches("[0-9A-Fa-f-]{36}")) {
            throw new Failure(ExitCode.USAGE, "\"" + text + "\" is no id; the lists show ids.");
        }
        return text;
    }

    /** A state's code. */
    static String state(String text) {
        if (!text.matches("[A-Za-z]{2}")) {
            throw new Failure(ExitCode.USAGE, "\"" + text + "\" is no state; one is named by two letters.");
        }
        return text.toUpperCase(java.util.Locale.ROOT);
    }
}
