package org.comity.portal.page;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.comity.portal.api.Codes;
import org.jspecify.annotations.Nullable;

/** What is shown in a cell of a table or beside a label: texts, tags and links, one after the other. */
public final class Value {

    private static final Set<Look> ENDS_ITS_LINE = EnumSet.of(Look.CHIPS, Look.BULLETS, Look.BREAK);

    private final List<Part> parts = new ArrayList<>();

    private Value() {}

    /** How a part looks. */
    public enum Look {
        TEXT,
        /** What a person wrote, with its line breaks. */
        WRITTEN,
        /** In a script of its own. */
        NATIVE,
        /** A name that may be long, such as that of a file. */
        ID,
        REFERENCE,
        QUIET,
        WITHHELD,
        /** Coloured as {@code more} says. */
        TAG,
        /** A marking, whose code {@code more} is. */
        MARKING,
        /** Leads to {@code more}. */
        LINK,
        REFERENCE_LINK,
        /** Read out, and not seen. */
        HIDDEN,
        /** A link whose words are read out with {@code also}. */
        SMALL_LINK,
        CHIPS,
        BULLETS,
        BREAK
    }

    /**
     * A part.
     *
     * @param text what is read; the first of {@code all}
     * @param more what else its look asks for
     */
    public record Part(Look look, List<String> all, String more, String also) {
        /** What is read. */
        public String text() {
            return all.getFirst();
        }
    }

    /** Nothing so far. */
    public static Value empty() {
        return new Value();
    }

    /** A text. */
    public static Value of(@Nullable String text) {
        return empty().text(text);
    }

    private Value add(Look look, @Nullable String text, String more, String also) {
        if (text != null && !text.isEmpty()) {
            parts.add(new Part(look, List.of(text), more, also));
        }
        return this;
    }

    private Value add(Look look, @Nullable String text) {
        return add(look, text, "", "");
    }

    /** A text; null and an empty one are nothing, here as below. */
    public Value text(@Nullable String text) {
        return add(Look.TEXT, text);
    }

    /** What a person wrote, with its line breaks. */
    public Value written(@Nullable String text) {
        return add(Look.WRITTEN, text);
    }

    /** In a script of its own. */
    public Value ofOtherScript(@Nullable String text) {
        return add(Look.NATIVE, text);
    }

    /** A name that may be long. */
    public Value id(@Nullable String text) {
        return add(Look.ID, text);
    }

    /** Something less important. */
    public Value quiet(@Nullable String text) {
        return add(Look.QUIET, text);
    }

    /** Why there is nothing to see. */
    public Value withheld(@Nullable String text) {
        return add(Look.WITHHELD, text);
    }

    /** A tag in a colour of the design system. */
    public Value tag(String text, String colour) {
        return add(Look.TAG, text, colour, "");
    }

    /** A marking of the Traffic Light Protocol. */
    public Value marking(Codes.@Nullable Tlp tlp) {
        return tlp == null ? this : add(Look.MARKING, tlp.label(), tlp.name(), "");
    }

    /** A link. */
    public Value link(String text, String href) {
        return add(Look.LINK, text, href, "");
    }

    /** A link that is a reference. */
    public Value referenceLink(String text, String href) {
        return add(Look.REFERENCE_LINK, text, href, "");
    }

    /** A small link; what it is about is read out with it. */
    public Value smallLink(String text, String href, String about) {
        return add(Look.SMALL_LINK, text, href, about);
    }

    /** A reference. */
    public Value reference(@Nullable String text) {
        return add(Look.REFERENCE, text);
    }

    /** Is read out and not seen. */
    public Value hidden(String text) {
        return add(Look.HIDDEN, text);
    }

    /** Several short ones. */
    public Value chips(List<String> texts) {
        return several(Look.CHIPS, texts);
    }

    /** Several sentences. */
    public Value bullets(List<String> texts) {
        return several(Look.BULLETS, texts);
    }

    private Value several(Look look, List<String> texts) {
        if (!texts.isEmpty()) {
            parts.add(new Part(look, List.copyOf(texts), "", ""));
        }
        return this;
    }

    /** A new line, where something stands before that does not end its line itself. */
    public Value line() {
        if (!parts.isEmpty() && !ENDS_ITS_LINE.contains(parts.getLast().look())) {
            parts.add(new Part(Look.BREAK, List.of(""), "", ""));
        }
        return this;
    }

    /** All of another one. */
    public Value and(Value other) {
        parts.addAll(other.parts);
        return this;
    }

    /** This, or that in its place where this is nothing. */
    public Value orElse(Value other) {
        return parts.isEmpty() ? other : this;
    }

    /** Whether there is nothing. */
    public boolean isEmpty() {
        return parts.isEmpty();
    }

    /** What is shown, in order. */
    public List<Part> parts() {
        return parts;
    }
}
