package org.comity.denials.consultation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.comity.kernel.caller.StateCode;
import org.comity.kernel.problem.FieldError;
import org.comity.kernel.problem.KernelProblem;
import org.comity.sharing.code.ControlCode;
import org.jspecify.annotations.Nullable;

/**
 * Which consultations are wanted.
 *
 * @param statuses any of these; empty for all
 * @param state the other state: consulted by us, or asking us
 * @param denial the reference of a denial that is cited, or undercut
 * @param item a control-list entry, which its sub-entries match too; of the transaction, as a line of the list has it
 * @param destination the same
 */
record ConsultationQuery(
        List<ConsultationStatus> statuses,
        Optional<ConsultationView.Role> role,
        Optional<StateCode> state,
        Optional<String> denial,
        Optional<String> item,
        Optional<StateCode> destination,
        Order order) {

    private static final Pattern REFERENCE = Pattern.compile("DN-[A-Z]{2}-[0-9]{4}-[0-9A-Z]{6}");

    /** In which order. */
    enum Order {
        /** The nearest deadline first; then what waits for none. */
        DEADLINE,
        /** What came last first. */
        NEWEST
    }

    ConsultationQuery {
        statuses = List.copyOf(statuses);
    }

    static ConsultationQuery of(
            List<String> statuses,
            @Nullable String role,
            @Nullable String state,
            @Nullable String denial,
            @Nullable String item,
            @Nullable String destination,
            @Nullable String order) {
        List<FieldError> errors = new ArrayList<>();
        List<ConsultationStatus> wanted = new ArrayList<>();
        for (String status : statuses) {
            named(ConsultationStatus.values(), status, "status", errors).ifPresent(wanted::add);
        }
        ConsultationQuery query = new ConsultationQuery(
                wanted,
                named(ConsultationView.Role.values(), upper(role), "role", errors),
                state(state, "state", errors),
                reference(denial, errors),
                entry(item, errors),
                state(destination, "destination", errors),
                named(Order.values(), upper(order), "order", errors).orElse(Order.NEWEST));
        if (!errors.isEmpty()) {
            throw KernelProblem.MALFORMED_REQUEST.in(errors);
        }
        return query;
    }

    private static @Nullable String upper(@Nullable String text) {
        return text == null ? null : text.toUpperCase(Locale.ROOT);
    }

    private static <E extends Enum<E>> Optional<E> named(
            E[] values, @Nullable String name, String parameter, List<FieldError> errors) {
        if (name == null || name.isBlank()) {
            return Optional.empty();
        }
        for (E value : values) {
            if (value.name().equals(name)) {
                return Optional.of(value);
            }
        }
        errors.add(new FieldError(parameter, "There is no such value."));
        return Optional.empty();
    }

    private static Optional<StateCode> state(@Nullable String text, String parameter, List<FieldError> errors) {
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        Optional<StateCode> state =
                StateCode.parse(text.strip().toUpperCase(Locale.ROOT)).filter(StateCode::isKnown);
        if (state.isEmpty()) {
            errors.add(new FieldError(parameter, "No state has this code."));
        }
        return state;
    }

    private static Optional<String> entry(@Nullable String text, List<FieldError> errors) {
        Optional<String> entry =
                Optional.ofNullable(text).filter(it -> !it.isBlank()).map(String::strip);
        if (entry.isPresent() && !ControlCode.isWellFormed(entry.get())) {
            errors.add(new FieldError("item", "This is not a control-list entry; one looks like 5A001.f.2."));
            return Optional.empty();
        }
        return entry;
    }

    private static Optional<String> reference(@Nullable String text, List<FieldError> errors) {
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        Optional<String> reference = Optional.of(text.strip().toUpperCase(Locale.ROOT))
                .filter(it -> REFERENCE.matcher(it).matches());
        if (reference.isEmpty()) {
            errors.add(new FieldError("denial", "A reference looks like DN-NL-2026-7KQ4M2."));
        }
        return reference;
    }
}
