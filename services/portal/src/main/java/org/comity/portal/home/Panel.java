package org.comity.portal.home;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.comity.portal.api.Alone;
import org.comity.portal.session.Person;

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

    /** How many records a panel shows. */
    static final int ROWS = 5;

    /** A record in a panel; the colour is that of its status. */
    public record Row(String id, String ref, String href, String status, String colour, String what, String note) {}

    /**
     * The description of a panel.
     *
     * @param whom the persons whose page has the panel
     * @param source asks a service for the records
     * @param row how a record looks
     */
    record Described<T>(
            String name,
            Predicate<Person> whom,
            String title,
            Supplier<Stream<T>> source,
            Function<T, Row> row,
            String empty,
            String more,
            String moreText,
            boolean isWide) {

        /** Says that where there is no record; a panel that says nothing is then not there. */
        Described<T> empty(String text) {
            return new Described<>(name, whom, title, source, row, text, more, moreText, isWide);
        }

        /** Leads to the rest. */
        Described<T> more(String href, String text) {
            return new Described<>(name, whom, title, source, row, empty, href, text, isWide);
        }

        /** Takes the whole width of the page. */
        Described<T> wide() {
            return new Described<>(name, whom, title, source, row, empty, more, moreText, true);
        }

        /** The panel as its service answers now; it fails alone. */
        Panel ask() {
            return Alone.ask(
                            "The panel " + name,
                            () -> source.get().limit(ROWS).map(row).toList())
                    .map(rows -> new Panel(name, title, isWide, false, rows, empty, more, moreText))
                    .orElseGet(() -> new Panel(name, title, isWide, true, List.of(), empty, "", ""));
        }
    }

    /** Describes a panel. */
    static <T> Described<T> of(
            String name, Predicate<Person> whom, String title, Supplier<Stream<T>> source, Function<T, Row> row) {
        return new Described<>(name, whom, title, source, row, "", "", "", false);
    }

    /** Whether it need not be there. */
    boolean goesWithoutSaying() {
        return empty.isEmpty() && rows.isEmpty() && !failed;
    }
}
