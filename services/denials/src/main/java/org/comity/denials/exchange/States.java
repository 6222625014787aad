package org.comity.denials.exchange;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.comity.kernel.caller.StateCode;
import org.comity.kernel.text.TextForm;

/**
 * States by the names that a file gives them: codes of two and of three letters, English names in the words of ISO 3166
 * and in those that are used, and the registry's own. Accents, apostrophes and the word "the" make no other name.
 *
 * <p>Rules: R-290.
 */
final class States {

    /** What files call them and the JDK does not, or not every JDK. */
    private static final Map<String, String> ALSO = Map.ofEntries(
            Map.entry("Viet Nam", "VN"),
            Map.entry("Vietnam", "VN"),
            Map.entry("Russian Federation", "RU"),
            Map.entry("Russia", "RU"),
            Map.entry("Cote d'Ivoire", "CI"),
            Map.entry("Ivory Coast", "CI"),
            Map.entry("Turkey", "TR"),
            Map.entry("Turkiye", "TR"),
            Map.entry("Hong Kong", "HK"),
            Map.entry("Macao", "MO"),
            Map.entry("Macau", "MO"),
            Map.entry("Syrian Arab Republic", "SY"),
            Map.entry("Syria", "SY"),
            Map.entry("Czech Republic", "CZ"),
            Map.entry("Czechia", "CZ"),
            Map.entry("Slovak Republic", "SK"),
            Map.entry("Bosnia and Herzegovina", "BA"),
            Map.entry("United States of America", "US"),
            Map.entry("United States", "US"),
            Map.entry("U.S.A.", "US"),
            Map.entry("U.S.", "US"),
            Map.entry("UK", "GB"),
            Map.entry("Great Britain", "GB"),
            Map.entry("United Kingdom of Great Britain and Northern Ireland", "GB"),
            Map.entry("UAE", "AE"),
            Map.entry("Iran, Islamic Republic of", "IR"),
            Map.entry("Islamic Republic of Iran", "IR"),
            Map.entry("Republic of Korea", "KR"),
            Map.entry("Korea, Republic of", "KR"),
            Map.entry("South Korea", "KR"),
            Map.entry("Democratic People's Republic of Korea", "KP"),
            Map.entry("Korea, Democratic People's Republic of", "KP"),
            Map.entry("North Korea", "KP"),
            Map.entry("People's Republic of China", "CN"),
            Map.entry("Taiwan, Province of China", "TW"),
            Map.entry("Lao People's Democratic Republic", "LA"),
            Map.entry("Moldova, Republic of", "MD"),
            Map.entry("Republic of Moldova", "MD"),
            Map.entry("Bolivia, Plurinational State of", "BO"),
            Map.entry("Venezuela, Bolivarian Republic of", "VE"),
            Map.entry("Tanzania, United Republic of", "TZ"),
            Map.entry("United Republic of Tanzania", "TZ"),
            Map.entry("Brunei Darussalam", "BN"),
            Map.entry("Cabo Verde", "CV"),
            Map.entry("Cape Verde", "CV"),
            Map.entry("Congo", "CG"),
            Map.entry("Republic of the Congo", "CG"),
            Map.entry("Congo, Democratic Republic of the", "CD"),
            Map.entry("Democratic Republic of the Congo", "CD"),
            Map.entry("Eswatini", "SZ"),
            Map.entry("Swaziland", "SZ"),
            Map.entry("North Macedonia", "MK"),
            Map.entry("Republic of North Macedonia", "MK"),
            Map.entry("Macedonia", "MK"),
            Map.entry("Burma", "MM"),
            Map.entry("Myanmar", "MM"),
            Map.entry("Palestine, State of", "PS"),
            Map.entry("State of Palestine", "PS"),
            Map.entry("Palestine", "PS"),
            Map.entry("Holy See", "VA"),
            Map.entry("Timor-Leste", "TL"),
            Map.entry("East Timor", "TL"),
            Map.entry("Micronesia, Federated States of", "FM"),
            Map.entry("Kyrgyz Republic", "KG"),
            Map.entry("Kingdom of the Netherlands", "NL"),
            Map.entry("Holland", "NL"),
            Map.entry("Kosovo", "XK"),
            Map.entry("XK", "XK"),
            Map.entry("XKX", "XK"));

    /** More than any state's name. */
    private static final int LONGEST = 200;

    private static final Pattern ACCENT = Pattern.compile("\\p{M}");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern BESIDE_A_NAME = Pattern.compile("\\b(the|sar china)\\b");

    private final Map<String, StateCode> byName = new HashMap<>();

    /** Those of ISO 3166-1 and Kosovo, and the registry's names for the ones that subscribe. */
    States(Map<StateCode, String> registered) {
        for (String iso2 : Locale.getISOCountries()) {
            Locale state = Locale.of("", iso2);
            put(state.getDisplayCountry(Locale.ENGLISH), iso2);
            iso3(state).ifPresent(iso3 -> put(iso3, iso2));
        }
        ALSO.forEach(this::put);
        for (String iso2 : Locale.getISOCountries()) {
            put(iso2, iso2);
        }
        registered.forEach((code, name) -> put(name, code.value()));
    }

    private static Optional<String> iso3(Locale state) {
        try {
            return Optional.of(state.getISO3Country()).filter(code -> !code.isEmpty());
        } catch (MissingResourceException e) {
            return Optional.empty();
        }
    }

    private void put(String name, String code) {
        byName.put(key(name), new StateCode(code));
    }

    /** The state of this name or code, in whatever case. */
    Optional<StateCode> named(String text) {
        return text.length() > LONGEST ? Optional.empty() : Optional.ofNullable(byName.get(key(text)));
    }

    private static String key(String text) {
        String plain =
                Normalizer.normalize(TextForm.folded(text), Normalizer.Form.NFD).replace("&", " and ");
        String words = NO_WORD.matcher(ACCENT.matcher(plain).replaceAll("")).replaceAll(" ");
        return BESIDE_A_NAME.matcher(words).replaceAll(" ").replace(" ", "");
    }
}
