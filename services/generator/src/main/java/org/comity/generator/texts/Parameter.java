package org.comity.generator.texts;

import java.util.Arrays;
import java.util.List;

/** A parameter of a text, as Java writes it. */
record Parameter(String type, String name) {

    /** Reads {@code String day, int version}. */
    static List<Parameter> list(String parameters) {
        return Arrays.stream(parameters.split(", "))
                .map(it -> it.split(" "))
                .map(it -> new Parameter(it[0], it[1]))
                .toList();
    }
}
