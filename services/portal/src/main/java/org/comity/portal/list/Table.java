package org.comity.portal.list;

import java.util.List;
import java.util.function.Function;
import org.comity.portal.page.Value;

/**
 * A table as a template shows it.
 *
 * @param captionShown whether its caption is seen, and not only read out
 */
public record Table(String caption, boolean captionShown, List<String> labels, List<Row> rows) {

    /**
     * A row.
     *
     * @param id its anchor, to which the browser's own "back" returns; empty for none
     */
    public record Row(String id, List<Cell> cells) {}

    /** A cell; its label is shown beside it on a narrow screen. */
    public record Cell(String label, boolean heading, Value value) {

        /** Whether there is nothing in it: then its label is not shown either. */
        public boolean isBlank() {
            return value.isEmpty();
        }
    }

    /** A table of those rows. */
    public static <T> Table of(String caption, List<TableColumn<T>> columns, List<T> rows, Function<T, String> id) {
        return new Table(
                caption,
                false,
                columns.stream().map(TableColumn::label).toList(),
                rows.stream()
                        .map(row -> new Row(
                                id.apply(row),
                                columns.stream()
                                        .map(it -> new Cell(
                                                it.label(),
                                                it.heading(),
                                                it.cell().apply(row)))
                                        .toList()))
                        .toList());
    }

    /** A table of rows that nothing leads back to. */
    public static <T> Table of(String caption, List<TableColumn<T>> columns, List<T> rows) {
        return of(caption, columns, rows, row -> "");
    }

    /** The same with its caption to be seen. */
    public Table withCaptionShown() {
        return new Table(caption, true, labels, rows);
    }
}
