package org.comity.portal.page;

import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.comity.portal.session.Person;
import org.jspecify.annotations.Nullable;

/**
 * The frame of one page for one person: who looks, in which language, by which clock. Templates ask it to write dates,
 * countries and numbers.
 *
 * @param person who is signed in, where the page asked
 * @param locale language and region
 * @param zone the zone of the person's state; UTC where it is not known
 * @param today the day in that zone
 * @param utcToday the day in UTC, in which most rules count
 * @param section the part of the portal that the page belongs to, by the address that the navigation leads to; empty for
 *     none
 * @param demo whether this is the demonstration
 * @param languages the same page in every language
 * @param mark of the person, for the forms of the page; empty for nobody
 */
public record Page(
        Optional<Person> person,
        Locale locale,
        ZoneId zone,
        LocalDate today,
        LocalDate utcToday,
        String section,
        boolean demo,
        List<LanguageLink> languages,
        String mark) {

    /** In the place of the code of a state that stays unnamed. */
    private static final String UNNAMED_STATE = "XX";

    /** The code for the page's {@code lang}. */
    public String language() {
        return locale.getLanguage();
    }

    /** The same without a way to other languages, for a page that holds what would be lost by leaving it. */
    Page toStayOn() {
        return new Page(person, locale, zone, today, utcToday, section, demo, List.of(), mark);
    }

    /** The same with forms that are not marked: they bring the mark that they came with. */
    Page toGiveBack() {
        return new Page(person, locale, zone, today, utcToday, section, demo, List.of(), "");
    }

    /** A colon as the language writes it after a word: in French with a space that does not break. */
    public String colon() {
        return language().equals("fr") ? "\u00a0:" : ":";
    }

    /** A fault with the field that it is about; a question needs no colon. */
    public String named(String label, String fault) {
        if (label.isEmpty()) {
            return fault;
        }
        return label.endsWith("?") ? label + " " + fault : texts(Texts.class).faultOf(label, fault);
    }

    /** Whether the page belongs to the part to which the navigation leads by that address. */
    public boolean in(String href) {
        return section.equals(href);
    }

    /** Whether somebody is signed in of whom that is true. */
    public boolean is(Predicate<Person> what) {
        return person.filter(what).isPresent();
    }

    /** Whether the person works for that state. */
    public boolean isOf(String iso2) {
        return is(it -> it.isOf(iso2));
    }

    /** The name of the person's state; empty for nobody and for the secretariat. */
    public String ownState() {
        return person.flatMap(Person::state).map(this::country).orElse("");
    }

    /** A country in the person's language. */
    public String country(@Nullable String iso2) {
        return UNNAMED_STATE.equals(iso2) ? texts(Texts.class).unnamedState() : Countries.name(iso2, locale);
    }

    /** Countries in the person's language, in its order. */
    public List<String> countries(List<String> codes) {
        return codes.stream().map(this::country).sorted(Countries.order(locale)).toList();
    }

    /** A day, in words. */
    public String day(@Nullable LocalDate day) {
        return day == null
                ? ""
                : DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                        .withLocale(locale)
                        .format(day);
    }

    /** A day, short, for tables. */
    public String shortDay(@Nullable LocalDate day) {
        return day == null
                ? ""
                : DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                        .withLocale(locale)
                        .format(day);
    }

    /** An instant on the clock of the person's state, with the name of that clock. */
    public String moment(@Nullable Instant instant) {
        return instant == null ? "" : moment(instant, zone);
    }

    /** An instant in UTC, for what is looked for by days in UTC. */
    public String utcMoment(Instant instant) {
        return moment(instant, ZoneId.of("UTC"));
    }

    private String moment(Instant instant, ZoneId where) {
        var there = instant.atZone(where);
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                        .withLocale(locale)
                        .format(there)
                + " " + DateTimeFormatter.ofPattern("zzz", locale).format(there);
    }

    /** The end of a day in another zone, on the clock of the person's state; empty where both clocks are the same. */
    public String otherMoment(Instant instant, String zoneThere) {
        boolean same = ZoneId.of(zoneThere)
                .getRules()
                .getOffset(instant)
                .equals(zone.getRules().getOffset(instant));
        return same ? "" : moment(instant);
    }

    /** Days from today until then; negative when it has passed. */
    public long daysUntil(LocalDate day) {
        return ChronoUnit.DAYS.between(today, day);
    }

    /** Days from today until then, both in UTC; negative when it has passed. */
    public long utcDaysUntil(LocalDate day) {
        return ChronoUnit.DAYS.between(utcToday, day);
    }

    /** A number as people write it. */
    public String number(@Nullable Number number) {
        if (number == null) {
            return "";
        }
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(TypedNumber.MOST_DECIMALS);
        return format.format(number);
    }

    /** Asks which of its two readings a number has, and says how each is typed. */
    String askWhich(TypedNumber.Ambiguous typed) {
        return texts(Texts.class)
                .numberOfTwoReadings(
                        typed.typed(),
                        number(typed.grouped()),
                        TypedNumber.unmistakable(typed.grouped(), locale),
                        number(typed.decimal()),
                        TypedNumber.unmistakable(typed.decimal(), locale));
    }

    /** The texts of a bundle in the page's language, for what is composed in Java. */
    public <T> T texts(Class<T> bundle) {
        // the files without a language in their name are English, wherever this runs
        return language().equals(Locale.ENGLISH.getLanguage())
                ? MessageBundles.get(bundle)
                : MessageBundles.get(bundle, Localized.Literal.of(language()));
    }

    /** Speaks the page's language in a template. */
    public TemplateInstance show(TemplateInstance template) {
        return template.setLocale(Locale.of(language()));
    }
}
