package org.comity.portal.list;

import java.util.ArrayList;
import java.util.List;

/**
 * The way to a page of a list: where each page before it began, as far back as an address can hold. Where the way runs out,
 * the first page is before.
 *
 * @param cursors of the pages before, without the first one, which has none
 */
record Trail(List<String> cursors) {

    static final Trail NONE = new Trail(List.of());

    private static final int LONGEST = 8;
    /** Stands for the first page in addresses that people kept. */
    private static final String FIRST = "first";

    Trail {
        cursors = List.copyOf(cursors);
    }

    /** The way to the page after that one. */
    Trail after(String cursor) {
        if (cursor.isEmpty()) {
            return NONE;
        }
        List<String> further = new ArrayList<>(cursors);
        further.add(cursor);
        return new Trail(further.size() > LONGEST ? further.subList(1, further.size()) : further);
    }

    /** The cursor of the page before; empty for the first. */
    String last() {
        return cursors.isEmpty() || cursors.getLast().equals(FIRST) ? "" : cursors.getLast();
    }

    /** The way to the page before. */
    Trail before() {
        return last().isEmpty() ? NONE : new Trail(cursors.subList(0, cursors.size() - 1));
    }
}
