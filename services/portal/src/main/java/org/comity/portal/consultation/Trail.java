package org.comity.portal.consultation;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The way to a page of a list: where each page before it began, as far back as an address can hold.
 *
 * @param cursors of the pages before, the first page as {@link #FIRST}
 */
record Trail(List<String> cursors) {

    static final Trail NONE = new Trail(List.of());
    private static final String FIRST = "first";
    private static final int LONGEST = 8;

    Trail {
        cursors = List.copyOf(cursors);
    }

    /** The way to the page after that one. */
    Trail after(String cursor) {
        List<String> further = new ArrayList<>(cursors);
        further.add(cursor.isEmpty() ? FIRST : cursor);
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

    /** What an address says of a page and the way to it; nothing for the first. */
    String query(String cursor) {
        if (cursor.isEmpty()) {
            return "";
        }
        StringBuilder query = new StringBuilder("&cursor=").append(encoded(cursor));
        cursors.forEach(it -> query.append("&trail=").append(encoded(it)));
        return query.toString();
    }

    static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
