package org.comity.denials.content;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Copies lists that come in; one that is absent is empty, and a null in one is left for validation to name. */
public final class Lists {

    private Lists() {}

    /** The list, unmodifiable; empty for none. */
    public static <T> List<T> copy(@Nullable List<T> list) {
        return list == null ? List.of() : Collections.unmodifiableList(new ArrayList<>(list));
    }
}
