package org.comity.portal.consultation;

import java.util.LinkedHashMap;
import java.util.Map;
import org.comity.portal.page.Countries;
import org.comity.portal.page.Form;
import org.jspecify.annotations.Nullable;

/**
 * What a list of consultations is narrowed to, as it stands in the address.
 *
 * @param said names and values: {@code state}, the other state, and {@code item} and {@code destination} of the
 *     transaction; what is not said is left out
 */
public record ConsultationFilter(Map<String, String> said) {

    static final ConsultationFilter NONE = new ConsultationFilter(Map.of());

    /** A filter as it was typed; what is no code of a country is dropped. */
    static ConsultationFilter of(String state, String item, String destination) {
        Map<String, String> said = new LinkedHashMap<>();
        said.put("state", Countries.chosen(state));
        said.put("item", item.strip());
        said.put("destination", Countries.chosen(destination));
        said.values().removeIf(String::isEmpty);
        return new ConsultationFilter(said);
    }

    @Nullable
    String value(String name) {
        return said.get(name);
    }

    /** Whether anything is narrowed. */
    public boolean isActive() {
        return !said.isEmpty();
    }

    ConsultationFilter without(String name) {
        Map<String, String> others = new LinkedHashMap<>(said);
        others.remove(name);
        return new ConsultationFilter(others);
    }

    Form form() {
        Form form = Form.blank();
        said.forEach(form::put);
        return form;
    }

    /** What an address says of it, after the name of the list. */
    String query() {
        StringBuilder query = new StringBuilder();
        said.forEach((name, value) -> query.append('&').append(name).append('=').append(Trail.encoded(value)));
        return query.toString();
    }
}
