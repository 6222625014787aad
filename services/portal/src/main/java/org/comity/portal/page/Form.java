package org.comity.portal.page;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a form shows: the values as the person typed them, whatever they are, and what is wrong with each. Only the portal's
 * own reading of a date or a number is judged here; the rest is for the service to say.
 *
 * <p>Rules: R-231.
 */
public final class Form {

    private final Map<String, List<String>> values = new LinkedHashMap<>();
    private final Map<String, String> errors = new LinkedHashMap<>();
    private final Set<String> english = new HashSet<>();
    private final List<Fault> faults = new ArrayList<>();
    private @Nullable Form saved;

    /**
     * A fault in the summary at the head of a page.
     *
     * @param text what is wrong
     * @param href the place that it leads to; nothing where there is none
     * @param english the end of the text, as far as a service said it; services speak English
     */
    public record Fault(String text, String href, String english) {

        /** What a page of ours says before that. */
        public String own() {
            return text.substring(0, text.length() - english.length());
        }
    }

    /** Nothing typed yet. */
    public static Form blank() {
        return new Form();
    }

    /** What was sent. */
    public static Form of(Map<String, List<String>> sent) {
        Form form = new Form();
        sent.forEach((name, typed) -> form.values.put(name, List.copyOf(typed)));
        return form;
    }

    /** Puts one value; null and blank are nothing. */
    public Form put(String name, @Nullable Object value) {
        if (value instanceof Collection<?> several) {
            values.put(name, several.stream().map(Form::text).toList());
        } else if (value instanceof LocalDate day) {
            values.put(name + "-day", List.of(String.valueOf(day.getDayOfMonth())));
            values.put(name + "-month", List.of(String.valueOf(day.getMonthValue())));
            values.put(name + "-year", List.of(String.valueOf(day.getYear())));
        } else if (value != null) {
            values.put(name, List.of(text(value)));
        }
        return this;
    }

    private static String text(Object value) {
        return value instanceof BigDecimal number ? TypedNumber.inField(number) : value.toString();
    }

    /** The key that makes sending this form twice one thing done; a form that came without gets one. */
    public String key() {
        return keyed().value("key");
    }

    /** The form with such a key. */
    public Form keyed() {
        return value("key").isBlank() ? newKey() : this;
    }

    /** The form with a new key: what is sent next is another thing. */
    public Form newKey() {
        return put("key", UUID.randomUUID());
    }

    /** What a field shows. */
    public String value(String name) {
        return values.getOrDefault(name, List.of()).stream().findFirst().orElse("");
    }

    /** Whether a choice is made. */
    public boolean has(String name, String value) {
        return values.getOrDefault(name, List.of()).contains(value);
    }

    /** All that was chosen. */
    public List<String> all(String name) {
        return values.getOrDefault(name, List.of()).stream()
                .filter(it -> !it.isBlank())
                .toList();
    }

    /** Shows beside each field what a colleague has saved there in the meantime, where it is something else. */
    public Form beside(Form saved) {
        this.saved = saved;
        return this;
    }

    /** What a colleague has saved in the meantime; nothing where there is none to show. */
    public Form saved() {
        return saved == null ? blank() : saved;
    }

    /** Whether a colleague has saved something else in that field. */
    public boolean differs(String name) {
        return saved != null && !said(name).equals(saved.said(name));
    }

    /** What a colleague has saved in that field, as it would be typed. */
    public String savedText(String name) {
        return String.join(" ", saved().said(name));
    }

    /** All that a field says, of which a date is three. */
    private List<String> said(String name) {
        return Stream.of(name, name + "-day", name + "-month", name + "-year")
                .flatMap(it -> all(it).stream())
                .map(it -> it.strip().replace("\r\n", "\n"))
                .toList();
    }

    /** Whether a person wrote something in it: a code, a version and a key are no writing. */
    public boolean isWritten() {
        return values.values().stream()
                .flatMap(List::stream)
                .anyMatch(it -> it.strip().chars().anyMatch(Character::isWhitespace));
    }

    /** What is wrong with a field; null where nothing is. */
    public @Nullable String error(String name) {
        return errors.get(name);
    }

    /** Whether a service said what is wrong with a field. */
    public boolean english(String name) {
        return english.contains(name);
    }

    /** All that is wrong, in order. */
    public List<Fault> faults() {
        return faults;
    }

    /** Whether anything is wrong. */
    public boolean isFaulty() {
        return !faults.isEmpty();
    }

    /** Says what is wrong with a field of this page. */
    public Form fault(String name, String text) {
        return fault(name, text, text);
    }

    /** Says what is wrong with a field of this page: at the field, and in the summary, where the field must be named. */
    public Form fault(String name, String text, String inSummary) {
        errors.putIfAbsent(whole(name), text);
        faults.add(new Fault(inSummary, "#" + name, ""));
        return this;
    }

    /** A date is faulty as a whole; the summary leads to its first field. */
    private static String whole(String name) {
        return name.endsWith("-day") ? name.substring(0, name.length() - 4) : name;
    }

    /** Says what is wrong elsewhere. */
    public Form faultAt(String href, String text) {
        faults.add(new Fault(text, href, ""));
        return this;
    }

    /** Says what a service found wrong with a field of this page. */
    public Form refused(String name, String detail) {
        return refused(name, detail, detail);
    }

    /**
     * Says what a service found wrong with a field of this page.
     *
     * @param inSummary the same in the summary, where it ends with the words of the service
     */
    public Form refused(String name, String detail, String inSummary) {
        if (errors.putIfAbsent(whole(name), detail) == null) {
            english.add(whole(name));
        }
        return refusedAt("#" + name, detail, inSummary);
    }

    /** Says what a service found wrong elsewhere, in words that end with its own. */
    public Form refusedAt(String href, String detail, String inSummary) {
        faults.add(new Fault(inSummary, href, inSummary.endsWith(detail) ? detail : ""));
        return this;
    }

    /** Says what a service found wrong elsewhere. */
    public Form refusedAt(String href, String detail) {
        return refusedAt(href, detail, detail);
    }

    /** One line or several, trimmed; null where nothing was typed. */
    public @Nullable String text(String name) {
        String typed = value(name).strip().replace("\r\n", "\n");
        return typed.isEmpty() ? null : typed;
    }

    /** Each line on its own. */
    public List<String> lines(String name) {
        return Arrays.stream(value(name).split("\\R"))
                .map(String::strip)
                .filter(it -> !it.isEmpty())
                .toList();
    }

    /** One of a code list; null where none was chosen, or one that there is not. */
    public <E extends Enum<E>> @Nullable E code(String name, Class<E> codes) {
        return Arrays.stream(codes.getEnumConstants())
                .filter(it -> it.name().equals(value(name)))
                .findFirst()
                .orElse(null);
    }

    /** Several of a code list, in its order. */
    public <E extends Enum<E>> List<E> codes(String name, Class<E> codes) {
        return Arrays.stream(codes.getEnumConstants())
                .filter(it -> has(name, it.name()))
                .toList();
    }

    /** The day typed in three fields; nothing typed is null, and no such day a fault with that text. */
    public @Nullable LocalDate day(String name, String wrong) {
        String day = value(name + "-day").strip();
        String month = value(name + "-month").strip();
        String year = value(name + "-year").strip();
        if (day.isEmpty() && month.isEmpty() && year.isEmpty()) {
            return null;
        }
        return number(day)
                .flatMap(d -> number(month).flatMap(m -> number(year).flatMap(y -> dayOf(y, m, d))))
                .orElseGet(() -> {
                    fault(name + "-day", wrong);
                    return null;
                });
    }

    private static Optional<Integer> number(String typed) {
        return typed.matches("\\d{1,4}") ? Optional.of(Integer.valueOf(typed)) : Optional.empty();
    }

    private static Optional<LocalDate> dayOf(int year, int month, int day) {
        try {
            return year < 1000 ? Optional.empty() : Optional.of(LocalDate.of(year, month, day));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    /**
     * A number; nothing typed is null, no number a fault with that text, and one of two readings a question.
     *
     * @param whole whether it has no decimals
     * @param inSummary what the summary says of a fault
     */
    public @Nullable BigDecimal number(
            String name, Page page, boolean whole, String wrong, UnaryOperator<String> inSummary) {
        return number(name, page.locale(), whole, wrong, page::askWhich, inSummary);
    }

    /** Reads a number without decimals. */
    public @Nullable BigDecimal wholeNumber(String name, Page page, String wrong) {
        return number(name, page, true, wrong, text -> text);
    }

    @Nullable
    BigDecimal number(
            String name,
            Locale locale,
            boolean whole,
            String wrong,
            Function<TypedNumber.Ambiguous, String> ask,
            UnaryOperator<String> inSummary) {
        return switch (TypedNumber.of(value(name), locale, whole)) {
            case TypedNumber.Nothing nothing -> null;
            case TypedNumber.Read read -> read.number();
            case TypedNumber.Ambiguous ambiguous -> {
                String question = ask.apply(ambiguous);
                fault(name, question, inSummary.apply(question));
                yield null;
            }
            case TypedNumber.Wrong no -> {
                fault(name, wrong, inSummary.apply(wrong));
                yield null;
            }
        };
    }

    /** How many rows of a list there are: up to the last one in which something was typed. */
    public int rows(String name) {
        Pattern row = Pattern.compile(Pattern.quote(name) + "/(\\d{1,2})(/.*)?");
        return values.keySet().stream()
                .filter(it -> !value(it).isBlank())
                .map(row::matcher)
                .filter(Matcher::matches)
                .mapToInt(it -> Integer.parseInt(it.group(1)) + 1)
                .max()
                .orElse(0);
    }
}
