package org.comity.generator.records;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A type that is generated. */
sealed interface Definition {

    /** What the contract says of it; empty where it says nothing. */
    String about();

    /** The interface with the methods that it has beside its fields. */
    @Nullable
    String implemented();

    /** A code list. */
    record Codes(String about, @Nullable String implemented, List<String> codes) implements Definition {}

    /** An object. */
    record Fields(String about, @Nullable String implemented, List<Field> fields) implements Definition {}

    /**
     * A field of an object.
     *
     * @param name in the JSON
     * @param type in Java, without its package
     */
    record Field(String name, String type, boolean required, String about) {

        boolean isList() {
            return type.startsWith("List<");
        }
    }
}
