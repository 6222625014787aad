package org.comity.portal.page;

import java.text.Collator;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Countries: ISO 3166-1, and XK for Kosovo, which has no code there; names from the JDK. */
public final class Countries {

    private static final List<String> CODES = Stream.concat(Arrays.stream(Locale.getISOCountries()), Stream.of("XK"))
            .toList();

    private Countries() {}

    /** The name in a language; nothing for no code. */
    static String name(@Nullable String iso2, Locale locale) {
        return iso2 == null ? "" : Locale.of("", iso2).getDisplayCountry(locale);
    }

    /** The code that was chosen in a filter; empty for what is none. */
    public static String chosen(String typed) {
        return typed.matches("[A-Z]{2}") ? typed : "";
    }

    /** Every country, in the order of a language. */
    public static List<Choice> choices(Locale locale) {
        return choices(CODES, locale);
    }

    /** Those countries, in the order of a language. */
    public static List<Choice> choices(List<String> codes, Locale locale) {
        return codes.stream()
                .map(code -> Choice.of(code, name(code, locale)))
                .sorted(Comparator.comparing(Choice::text, order(locale)))
                .toList();
    }

    /** The alphabetical order of a language. */
    static Comparator<Object> order(Locale locale) {
        return Collator.getInstance(locale);
    }
}
