package org.comity.denials.exchange.table;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * Lets no run of XML through that its parser would have to hold as one: a tag, a text, a comment. Nor a document type,
 * whose entities would make much out of little.
 */
final class BoundedMarkup extends FilterReader {

    /** More than the longest text of a cell with each of its characters written as a reference. */
    static final int LONGEST_RUN = 512 << 10;

    private static final String COMMENT = "-->";
    private static final String LITERAL = "]]>";
    private static final String INSTRUCTION = "?>";

    private long run;
    private Place place = Place.TEXT;
    private char quote;
    private String until = "";
    private int matched;

    /** Where in the markup a character stands. */
    private enum Place {
        /** Outside of all markup. */
        TEXT,
        /** After {@code <}. */
        OPENED,
        /** In a tag. */
        TAG,
        /** In the value of an attribute, where {@code <} opens nothing and {@code >} closes nothing. */
        VALUE,
        /** After {@code <!}. */
        DECLARED,
        /** After {@code <!-}. */
        DASHED,
        /** In a comment, a literal or an instruction. */
        INSIDE
    }

    BoundedMarkup(Reader in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        char[] one = new char[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(char[] into, int from, int length) throws IOException {
        int count = super.read(into, from, length);
        for (int i = from; i < from + count; i++) {
            see(into[i]);
        }
        return count;
    }

    private void see(char next) throws IOException {
        if (++run > LONGEST_RUN) {
            throw new IOException("a tag or a text is too long");
        }
        switch (place) {
            case TEXT -> {
                if (next == '<') {
                    run = 0;
                    place = Place.OPENED;
                }
            }
            case OPENED -> {
                switch (next) {
                    case '!' -> place = Place.DECLARED;
                    case '?' -> inside(INSTRUCTION);
                    default -> seeInTag(next);
                }
            }
            case TAG -> seeInTag(next);
            case VALUE -> place = next == quote ? Place.TAG : Place.VALUE;
            case DECLARED -> {
                switch (next) {
                    case '-' -> place = Place.DASHED;
                    case '[' -> inside(LITERAL);
                    default -> throw new IOException("a document type");
                }
            }
            case DASHED -> {
                if (next != '-') {
                    throw new IOException("no comment");
                }
                // its two dashes are none of those that end it
                inside(COMMENT);
            }
            case INSIDE -> seeInside(next);
        }
    }

    private void seeInTag(char next) {
        place = switch (next) {
            case '"', '\'' -> Place.VALUE;
            case '>' -> Place.TEXT;
            default -> Place.TAG;
        };
        quote = next;
        run = place == Place.TEXT ? 0 : run;
    }

    private void inside(String end) {
        place = Place.INSIDE;
        until = end;
        matched = 0;
    }

    /** Whether it has ended: {@code ]]]>} ends a literal as {@code ]]>} does. */
    private void seeInside(char next) {
        if (next == until.charAt(matched)) {
            if (++matched == until.length()) {
                place = Place.TEXT;
                run = 0;
            }
        } else if (matched == 0 || next != until.charAt(0)) {
            matched = 0;
        }
    }
}
