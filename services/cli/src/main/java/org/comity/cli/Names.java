package org.comity.cli;

import java.util.Locale;

/** Names that come from a command line into an address or a header. */
final class Names {

    private Names() {}

    static boolean isId(String text) {
        return text.matches("[0-9A-Fa-f-]{36}");
    }

    /** An id, refused here where it would lead to another address. */
    static String id(String text) {
        if (!isId(text)) {
            throw new Failure(ExitCode.USAGE, "\"" + text + "\" is no id; the lists show ids.");
        }
        return text;
    }

    /** A state's code. */
    static String state(String text) {
        if (!text.matches("[A-Za-z]{2}")) {
            throw new Failure(ExitCode.USAGE, "\"" + text + "\" is no state; one is named by two letters.");
        }
        return text.toUpperCase(Locale.ROOT);
    }

    /** The tag of a record without what a shell takes away; a proxy that compresses marks it as weak. */
    static String bareTag(String header) {
        return header.strip().replaceFirst("^W/", "").replaceAll("^\"|\"$", "");
    }

    /** A tag as a header has it. */
    static String tag(String text) {
        String bare = bareTag(text);
        if (!bare.matches("[\\x21\\x23-\\x7e&&[^,*]]+")) {
            throw new Failure(ExitCode.USAGE, "\"" + text + "\" is no tag; \"show\" prints the tag of what it shows.");
        }
        return '"' + bare + '"';
    }
}
