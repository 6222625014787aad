package org.comity.portal.page;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * One of several in a form.
 *
 * @param value what is sent
 * @param text what is read
 * @param hint a sentence more, or nothing
 */
public record Choice(String value, String text, String hint) {

    /** Without a hint. */
    public static Choice of(String value, String text) {
        return new Choice(value, text, "");
    }

    /** All of a code list, in its own order. */
    public static <E extends Enum<E>> List<Choice> all(Class<E> codes, Function<E, String> text) {
        return Arrays.stream(codes.getEnumConstants())
                .map(code -> of(code.name(), text.apply(code)))
                .toList();
    }

    /** All of a code list, each with a hint. */
    public static <E extends Enum<E>> List<Choice> all(
            Class<E> codes, Function<E, String> text, Function<E, String> hint) {
        return Arrays.stream(codes.getEnumConstants())
                .map(code -> new Choice(code.name(), text.apply(code), hint.apply(code)))
                .toList();
    }
}
