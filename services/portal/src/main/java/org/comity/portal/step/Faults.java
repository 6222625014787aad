package org.comity.portal.step;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.comity.portal.api.Problem;
import org.comity.portal.api.Refusal;
import org.comity.portal.form.Field;
import org.comity.portal.page.Form;
import org.comity.portal.page.Page;

/** Puts what a service finds wrong where it was typed: a field is named by the pointer of what is typed in it. */
public final class Faults {

    private Faults() {}

    /** Whether the service found fault with what was sent, so that the form is the place to say so. */
    public static boolean isFault(Refusal refusal) {
        return refusal.status() == 422
                || refusal.status() == 400
                || !isOvertaken(refusal) && !refusal.problem().errors().isEmpty();
    }

    /** Whether somebody else changed the record since the page was made. */
    public static boolean isOvertaken(Refusal refusal) {
        return refusal.status() == 412;
    }

    /** What the service said of a refusal. */
    public static String detail(Refusal refusal) {
        String detail = refusal.problem().detail();
        return detail == null || detail.isBlank()
                ? Objects.requireNonNullElse(refusal.problem().title(), "")
                : detail;
    }

    /**
     * Puts all faults of a refusal on a form.
     *
     * @param elsewhere where a fault belongs that no field of the page has
     */
    public static void put(
            Form form,
            Refusal refusal,
            List<Field> fields,
            Function<String, Optional<Step.Place>> elsewhere,
            Page page) {
        put(form, refusal, fields, pointer -> Optional.of(pointer.replaceFirst("^/", "")), elsewhere, page);
    }

    /**
     * Puts all faults of a refusal on a form.
     *
     * @param within the pointer as the fields of the page name it; nothing for what is typed on another page
     * @param elsewhere where a fault belongs that no field of the page has
     */
    public static void put(
            Form form,
            Refusal refusal,
            List<Field> fields,
            Function<String, Optional<String>> within,
            Function<String, Optional<Step.Place>> elsewhere,
            Page page) {
        for (Problem.Fault fault : refusal.problem().errors()) {
            Optional<Field> field = within.apply(fault.pointer()).flatMap(it -> field(fields, form, it));
            if (field.isPresent()) {
                String label = field.get().label();
                form.refused(input(field.get()), fault.detail(), page.named(label, fault.detail()));
            } else {
                Step.Place place = elsewhere.apply(fault.pointer()).orElseGet(() -> new Step.Place("", ""));
                form.refusedAt(place.href(), fault.detail(), page.named(place.label(), fault.detail()));
            }
        }
        if (!form.isFaulty()) {
            form.refusedAt("", detail(refusal));
        }
    }

    /** The field of that pointer, or the one that it lies in. */
    public static Optional<Field> field(List<Field> fields, Form form, String pointer) {
        List<Field> all = fields.stream()
                .flatMap(Field::all)
                .flatMap(it -> it.withRows(form))
                .toList();
        String at = pointer;
        while (!at.isEmpty()) {
            String name = at;
            Optional<Field> field = all.stream()
                    .filter(it -> it.isAlsoAt(name, form))
                    .findFirst()
                    .or(() -> all.stream().filter(it -> it.name().equals(name)).findFirst());
            if (field.isPresent()) {
                return field;
            }
            at = at.substring(0, Math.max(0, at.lastIndexOf('/')));
        }
        return Optional.empty();
    }

    /** The input to which a summary leads: the first of a day's three. */
    public static String input(Field field) {
        return field.kind() == Field.Kind.DAY ? field.name() + "-day" : field.name();
    }
}
