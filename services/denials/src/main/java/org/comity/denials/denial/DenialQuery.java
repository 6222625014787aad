package org.comity.denials.denial;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.comity.kernel.caller.StateCode;
import org.comity.kernel.problem.FieldError;
import org.comity.kernel.problem.KernelProblem;
import org.comity.sharing.code.ControlCode;
import org.jspecify.annotations.Nullable;

/**
 * Which denials are wanted.
 *
 * @param statuses any of these; empty for all
 * @param item a control-list entry, which its sub-entries match too
 * @param waiting only own denials of which something waits for an approver
 * @param assessmentDue only own suspensions whose final assessment is owed
 */
record DenialQuery(
        List<DenialStatus> statuses,
        Optional<String> item,
        Optional<StateCode> destination,
        Optional<StateCode> originator,
        boolean waiting,
        boolean assessmentDue) {

    /** All of them. */
    static final DenialQuery ALL =
            new DenialQuery(List.of(), Optional.empty(), Optional.empty(), Optional.empty(), false, false);

    DenialQuery {
        statuses = List.copyOf(statuses);
    }

    static DenialQuery of(
            List<String> statuses,
            @Nullable String item,
            @Nullable String destination,
            @Nullable String originator,
            @Nullable String waiting) {
        return of(statuses, item, destination, originator, waiting, null);
    }

    static DenialQuery of(
            List<String> statuses,
            @Nullable String item,
            @Nullable String destination,
            @Nullable String originator,
            @Nullable String waiting,
            @Nullable String assessmentDue) {
        List<FieldError> errors = new ArrayList<>();
        List<DenialStatus> wanted = new ArrayList<>();
        for (String status : statuses) {
            try {
                wanted.add(DenialStatus.valueOf(status));
            } catch (IllegalArgumentException e) {
                errors.add(new FieldError("status", "There is no such status."));
            }
        }
        Optional<String> code =
                Optional.ofNullable(item).filter(text -> !text.isBlank()).map(String::strip);
        if (code.isPresent() && !ControlCode.isWellFormed(code.get())) {
            errors.add(new FieldError("item", "This is not a control-list entry; one looks like 5A001.f.2."));
        }
        DenialQuery query = new DenialQuery(
                wanted,
                code,
                state(destination, "destination", errors),
                state(originator, "originator", errors),
                yes(waiting, "waiting", errors),
                yes(assessmentDue, "assessmentDue", errors));
        if (!errors.isEmpty()) {
            throw KernelProblem.MALFORMED_REQUEST.in(errors);
        }
        return query;
    }

    private static boolean yes(@Nullable String text, String parameter, List<FieldError> errors) {
        if (text != null && !text.equals("true") && !text.equals("false")) {
            errors.add(new FieldError(parameter, "This is true or false."));
        }
        return "true".equals(text);
    }

    /** Whether only the own desk finds anything. */
    boolean isOfOwnDesk() {
        return waiting || assessmentDue;
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
}
