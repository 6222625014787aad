package org.comity.portal.page;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Chooses the language of a page, and the region by which it writes dates and numbers. */
@ApplicationScoped
class Languages {

    private final List<String> spoken;

    Languages(@ConfigProperty(name = "quarkus.locales") List<Locale> spoken) {
        this.spoken = spoken.stream().map(Locale::getLanguage).toList();
    }

    /** The first of the browser's languages that there are texts for; English as in the United Kingdom otherwise. */
    Locale choose(List<Locale> wanted) {
        return wanted.stream()
                .filter(it -> spoken.contains(it.getLanguage()))
                .map(Languages::withRegion)
                .findFirst()
                .orElse(Locale.UK);
    }

    private static Locale withRegion(Locale locale) {
        return locale.equals(Locale.ENGLISH) ? Locale.UK : locale;
    }
}
