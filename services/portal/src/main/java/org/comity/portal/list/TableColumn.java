package org.comity.portal.list;

import java.util.List;
import java.util.function.Function;
import org.comity.portal.page.Choice;
import org.comity.portal.page.Value;

/**
 * A column of a table.
 *
 * @param name in the address of a list whose columns can be chosen; empty for one that is always there
 * @param heading whether its cells name their rows
 * @param cell what it shows of a row
 */
public record TableColumn<T>(String name, String label, boolean heading, Function<T, Value> cell) {

    /** A column that is always there. */
    public static <T> TableColumn<T> of(String label, Function<T, Value> cell) {
        return new TableColumn<>("", label, false, cell);
    }

    /** The column that names the rows. */
    public static <T> TableColumn<T> heading(String label, Function<T, Value> cell) {
        return new TableColumn<>("", label, true, cell);
    }

    /** A column that can be chosen. */
    public static <T> TableColumn<T> named(String name, String label, Function<T, Value> cell) {
        return new TableColumn<>(name, label, false, cell);
    }

    /** As a choice. */
    Choice choice() {
        return Choice.of(name, label);
    }

    /**
     * Those of these names, in their order; the usual ones where none is there.
     *
     * @param usual the names of what is shown where nothing was chosen
     */
    public static <T> List<TableColumn<T>> chosen(List<TableColumn<T>> all, List<String> names, List<String> usual) {
        List<TableColumn<T>> chosen =
                all.stream().filter(it -> names.contains(it.name())).toList();
        return chosen.isEmpty()
                ? all.stream().filter(it -> usual.contains(it.name())).toList()
                : chosen;
    }
}
