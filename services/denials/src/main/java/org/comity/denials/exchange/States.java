package org.comity.denials.exchange;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.comity.kernel.caller.StateCode;

/** States by the names that a file gives them: codes, English names, and the registry's own. */
final class States {

    private final Map<String, StateCode> byName = new HashMap<>();

    /** Those of ISO 3166-1 and Kosovo, and the registry's names for the ones that subscribe. */
    States(Map<StateCode, String> registered) {
        for (String iso2 : Locale.getISOCountries()) {
            put(iso2, new StateCode(iso2));
            put(Locale.of("", iso2).getDisplayCountry(Locale.ENGLISH), new StateCode(iso2));
        }
        put("XK", new StateCode("XK"));
        put("Kosovo", new StateCode("XK"));
        registered.forEach((code, name) -> put(name, code));
    }

    private void put(String name, StateCode code) {
        byName.put(name.toLowerCase(Locale.ROOT), code);
    }

    /** The state of this name or code, in whatever case. */
    Optional<StateCode> named(String text) {
        return Optional.ofNullable(byName.get(text.toLowerCase(Locale.ROOT)));
    }
}
