package org.comity.portal.home;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.comity.portal.api.Refusal;
import org.jboss.logging.Logger;

/**
 * A part of the page.
 *
 * @param empty what is said where there is nothing to do; empty when the panel then goes without saying
 */
public record Panel(
        String name,
        String title,
        boolean wide,
        boolean failed,
        List<Row> rows,
        String empty,
        String more,
        String moreText) {

    private static final Logger LOG = Logger.getLogger(Panel.class);
    private static final int ROWS = 5;

    /** A record in a panel; the colour is that of its status. */
    public record Row(String id, String ref, String href, String status, String colour, String what, String note) {}

    /** Where the rest of a panel is. */
    record More(String href, String text) {}

    /** The panel as its service answers now; it fails alone. */
    static <T> Panel of(
            String name, String title, Supplier<Stream<T>> source, Function<T, Row> row, String empty, More more) {
        boolean wide = name.equals("latest");
        try {
            List<Row> rows = source.get().limit(ROWS).map(row).toList();
            return new Panel(name, title, wide, false, rows, empty, more.href(), more.text());
        } catch (Refusal refusal) {
            if (refusal.status() == 401 || refusal.status() == 403) {
                throw refusal;
            }
            LOG.warnf("The panel %s failed: %s", name, refusal.getMessage());
        } catch (RuntimeException unreachable) {
            LOG.warnf("The panel %s failed: %s", name, unreachable.getMessage());
        }
        return new Panel(name, title, wide, true, List.of(), empty, "", "");
    }

    /** Whether it need not be there. */
    boolean goesWithoutSaying() {
        return empty.isEmpty() && rows.isEmpty() && !failed;
    }
}
