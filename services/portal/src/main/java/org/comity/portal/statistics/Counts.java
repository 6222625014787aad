package org.comity.portal.statistics;

import jakarta.ws.rs.NotFoundException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.comity.portal.api.Dimension;
import org.comity.portal.page.Page;
import org.jspecify.annotations.Nullable;

/** Denials counted by one dimension, as a page shows them. */
public record Counts(Dimension by, String name, List<Count> rows) {

    /** A key in the person's language, and how many denials have it. */
    public record Count(String key, String denials) {}

    /** The counts of each dimension that something is counted by. */
    public static <T> List<Counts> of(
            Page page,
            List<T> cells,
            Function<T, Dimension> by,
            Function<T, @Nullable String> key,
            Function<T, String> denials) {
        Keys keys = new Keys(page);
        return Arrays.stream(Dimension.values())
                .map(it -> new Counts(
                        it,
                        keys.name(it),
                        cells.stream()
                                .filter(cell -> by.apply(cell) == it)
                                .map(cell -> new Count(keys.text(it, key.apply(cell)), denials.apply(cell)))
                                .toList()))
                .filter(it -> !it.rows().isEmpty())
                .toList();
    }

    /** The dimension of that name in an address; for another name there is no such page. */
    static Dimension dimension(String name) {
        return Arrays.stream(Dimension.values())
                .filter(it -> it.name().equals(name))
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }
}
