package org.comity.registry.content;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Copies lists that come in; what is missing, and a null within, is left for validation to name. */
public final class Lists {

    private Lists() {}

    /** The same elements, in a list that nobody changes; null stays null. */
    public static <T> @Nullable List<T> copy(@Nullable List<T> list) {
        return list == null ? null : Collections.unmodifiableList(new ArrayList<>(list));
    }

    /** The same, and an empty list where there is none. */
    public static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : Collections.unmodifiableList(new ArrayList<>(list));
    }
}
