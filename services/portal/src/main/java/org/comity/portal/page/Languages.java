package org.comity.portal.page;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the language of a page, and the region by which it writes dates and numbers: what the person chose, else the
 * browser's, else English. Texts are in the person's language; the region is the browser's where it names one for it.
 */
@ApplicationScoped
public class Languages {

    /** Remembers what a person chose. */
    public static final String COOKIE = "comity-language";

    /** Chooses a language, in the query of any address. */
    public static final String PARAMETER = "language";

    private static final Map<String, Locale> REGIONS =
            Map.of("en", Locale.UK, "fr", Locale.FRANCE, "es", Locale.of("es", "ES"));

    private final List<String> spoken;

    Languages(@ConfigProperty(name = "quarkus.locales") List<Locale> spoken) {
        this.spoken =
                spoken.stream().map(Locale::getLanguage).distinct().sorted().toList();
    }

    /** Whether there are texts in the language of that code. */
    public boolean speaks(@Nullable String code) {
        return code != null && spoken.contains(code);
    }

    /** For a request. */
    Locale of(HttpServerRequest request) {
        Cookie cookie = request.getCookie(COOKIE);
        return choose(cookie == null ? null : cookie.getValue(), wanted(request.getHeader("Accept-Language")));
    }

    /**
     * The chosen one, if there are texts for it; else the first of the browser's languages that there are texts for; else
     * English as in the United Kingdom.
     */
    Locale choose(@Nullable String chosen, List<Locale> wanted) {
        Optional<Locale> browsers = wanted.stream()
                .filter(it -> speaks(chosen) ? it.getLanguage().equals(chosen) : speaks(it.getLanguage()))
                .findFirst();
        return withRegion(browsers.orElseGet(() -> Locale.of(speaks(chosen) ? chosen : "en")));
    }

    private static Locale withRegion(Locale locale) {
        return locale.getCountry().isEmpty() ? REGIONS.getOrDefault(locale.getLanguage(), locale) : locale;
    }

    /**
     * The languages to choose from, each by its own name.
     *
     * @param address of the page: its path, and its query if it has one
     */
    List<LanguageLink> links(Locale current, String address) {
        String link = address + (address.contains("?") ? "&" : "?") + PARAMETER + "=";
        return spoken.stream()
                .map(it -> new LanguageLink(
                        it, name(it), link + it, current.getLanguage().equals(it)))
                .toList();
    }

    private static String name(String code) {
        Locale language = Locale.of(code);
        String name = language.getDisplayLanguage(language);
        return name.substring(0, 1).toUpperCase(language) + name.substring(1);
    }

    /** A query without the choice of a language; empty where nothing else is in it. */
    public static String without(@Nullable String query) {
        return query == null
                ? ""
                : Arrays.stream(query.split("&"))
                        .filter(it -> !it.isEmpty() && !it.startsWith(PARAMETER + "="))
                        .collect(Collectors.joining("&"));
    }

    /** The languages of an {@code Accept-Language}, best first; none where it cannot be read. */
    static List<Locale> wanted(@Nullable String header) {
        if (header == null) {
            return List.of();
        }
        try {
            return Locale.LanguageRange.parse(header).stream()
                    .map(it -> Locale.forLanguageTag(it.getRange()))
                    .toList();
        } catch (IllegalArgumentException unreadable) {
            return List.of();
        }
    }
}
