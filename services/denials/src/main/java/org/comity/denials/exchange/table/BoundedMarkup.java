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
    private char before;
    private boolean declares;
    private String until = "";
    private int matched;

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
        if (!until.isEmpty()) {
            seeInside(next);
        } else if (declares) {
            declares = false;
            switch (next) {
                case '-' -> until = COMMENT;
                case '[' -> until = LITERAL;
                default -> throw new IOException("a document type");
            }
        } else if (before == '<' && next == '!') {
            declares = true;
        } else if (before == '<' && next == '?') {
            until = INSTRUCTION;
        } else if (next == '<') {
            run = 0;
        }
        before = next;
    }

    /** Whether it has ended: {@code ]]]>} ends a literal as {@code ]]>} does. */
    private void seeInside(char next) {
        if (next == until.charAt(matched)) {
            if (++matched == until.length()) {
                until = "";
                matched = 0;
                run = 0;
            }
        } else if (matched == 0 || next != until.charAt(0)) {
            matched = 0;
        }
    }
}
