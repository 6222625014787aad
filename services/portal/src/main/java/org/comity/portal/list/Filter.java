package org.comity.portal.list;

import java.util.List;
import java.util.function.UnaryOperator;
import org.comity.portal.page.Choice;
import org.comity.portal.page.Countries;
import org.comity.portal.page.Page;

/**
 * A filter of a list: a parameter of its address, and the field in which a person types or chooses it.
 *
 * @param hint a sentence more; empty for none
 * @param none what the field says while nothing is chosen; empty for a field that is typed in
 * @param choices what there is to choose, or to suggest
 * @param read what counts of the value in the address; empty for what counts as nothing
 * @param shown how a chip tells a value
 */
public record Filter(
        String name,
        Kind kind,
        String label,
        String hint,
        String none,
        List<Choice> choices,
        UnaryOperator<String> read,
        UnaryOperator<String> shown) {

    /** The field of a filter. */
    public enum Kind {
        /** One line. */
        TEXT,
        /** One line, with suggestions. */
        SUGGESTED,
        /** A choice. */
        CHOICE,
        /** No field: a link on the page sets it. */
        LINKED
    }

    /** One line. */
    public static Filter text(String name, String label, String hint) {
        return new Filter(name, Kind.TEXT, label, hint, "", List.of(), String::strip, UnaryOperator.identity());
    }

    /** One line, with suggestions. */
    public static Filter suggested(String name, String label, List<Choice> suggestions) {
        return new Filter(name, Kind.SUGGESTED, label, "", "", suggestions, String::strip, UnaryOperator.identity());
    }

    /** One of these; another value counts as nothing. */
    public static Filter choice(String name, String label, String none, List<Choice> choices) {
        return new Filter(
                name,
                Kind.CHOICE,
                label,
                "",
                none,
                choices,
                value -> choices.stream().anyMatch(it -> it.value().equals(value)) ? value : "",
                value -> choices.stream()
                        .filter(it -> it.value().equals(value))
                        .map(Choice::text)
                        .findFirst()
                        .orElse(value));
    }

    /** A country by its code; one that is no longer among the choices still counts. */
    public static Filter country(String name, String label, String none, List<Choice> choices, Page page) {
        return new Filter(name, Kind.CHOICE, label, "", none, choices, Countries::chosen, page::country);
    }

    /** A value of that form, which a link on the page sets. */
    public static Filter linked(String name, String label, String form) {
        return new Filter(
                name,
                Kind.LINKED,
                label,
                "",
                "",
                List.of(),
                value -> value.matches(form) ? value : "",
                UnaryOperator.identity());
    }
}
