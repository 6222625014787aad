package org.comity.portal.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class CountriesTest {

    @Test
    void kosovo_is_there_although_iso_has_no_code_for_it() {
        assertEquals("Kosovo", Countries.name("XK", Locale.UK));
        assertTrue(Countries.choices(Locale.UK).contains(Choice.of("XK", "Kosovo")));
    }

    @Test
    void every_country_has_a_name_in_every_language_that_is_planned() {
        for (Locale locale : List.of(Locale.UK, Locale.FRANCE, Locale.of("es", "ES"))) {
            for (Choice country : Countries.choices(locale)) {
                assertTrue(country.text().length() > 2, country + " in " + locale);
            }
        }
    }

    @Test
    void countries_are_in_the_order_of_the_language() {
        List<String> names = Countries.choices(List.of("SE", "AX", "AL", "ES"), Locale.UK).stream()
                .map(Choice::text)
                .toList();

        assertEquals(List.of("Åland Islands", "Albania", "Spain", "Sweden"), names);
    }

    @Test
    void every_subscribing_state_of_the_demonstration_is_a_country() throws IOException {
        String realm = Files.readString(Path.of(System.getProperty("comity.root"), "deploy/keycloak/realm.json"));
        for (String iso2 : List.of("AL", "CR", "EC", "XK", "MK", "GB", "KR", "US")) {
            assertTrue(realm.contains("\"" + iso2 + "\""), iso2);
            assertTrue(
                    Countries.choices(Locale.UK).stream()
                            .anyMatch(it -> it.value().equals(iso2)),
                    iso2);
        }
    }
}
