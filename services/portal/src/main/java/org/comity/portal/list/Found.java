package org.comity.portal.list;

import java.util.List;

/**
 * The rows of one page of a list.
 *
 * @param next the cursor of the next page; empty on the last one
 */
public record Found<T>(List<T> items, String next) {

    /** No row, and no further page. */
    public static <T> Found<T> none() {
        return new Found<>(List.of(), "");
    }

    /** All there is, on one page. */
    public static <T> Found<T> all(List<T> items) {
        return new Found<>(items, "");
    }
}
