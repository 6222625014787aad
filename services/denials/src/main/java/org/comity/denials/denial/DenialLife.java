package org.comity.denials.denial;

import java.time.Instant;
import java.util.Optional;
import org.comity.kernel.caller.Person;

/**
 * The life of a denial, up to its notification and amendment.
 *
 * <p>Source: docs/rules.md R-10 to R-14 (domain 4.1: four eyes). It knows no database and no caller's rights, only
 * what follows what.
 */
final class DenialLife {

    private DenialLife() {}

    /** Content may change while something is being worked on; an edit after submission voids the submission. */
    static Step edit(DenialState state) {
        return onWorkingCopy(state, DenialProblem.NOT_EDITABLE, copy -> switch (copy) {
            case WorkingCopy.Draft draft -> with(state, draft);
            case WorkingCopy.Submitted submitted -> with(state, new WorkingCopy.Draft(Optional.empty()));
        });
    }

    /** A draft goes to an approver. */
    static Step submit(DenialState state, Person by, Instant at) {
        return onWorkingCopy(state, DenialProblem.NOTHING_TO_SUBMIT, copy -> switch (copy) {
            case WorkingCopy.Draft draft -> with(state, new WorkingCopy.Submitted(by, at));
            case WorkingCopy.Submitted submitted -> new Step.Refused(DenialProblem.ALREADY_SUBMITTED);
        });
    }

    /** An approver sends a submission back, with a reason. */
    static Step sendBack(DenialState state, String reason) {
        return onWorkingCopy(state, DenialProblem.NOT_SUBMITTED, copy -> switch (copy) {
            case WorkingCopy.Draft draft -> new Step.Refused(DenialProblem.NOT_SUBMITTED);
            case WorkingCopy.Submitted submitted -> with(state, new WorkingCopy.Draft(Optional.of(reason)));
        });
    }

    /** Another person than the one who submitted approves; the denial is in force, with nothing left to work on. */
    static Step approve(DenialState state, Person by) {
        return onWorkingCopy(state, DenialProblem.NOT_SUBMITTED, copy -> switch (copy) {
            case WorkingCopy.Draft draft -> new Step.Refused(DenialProblem.NOT_SUBMITTED);
            case WorkingCopy.Submitted submitted ->
                submitted.by().id().equals(by.id())
                        ? new Step.Refused(DenialProblem.SAME_PERSON)
                        : new Step.To(new DenialState.InForce(Optional.empty()));
        });
    }

    /** An amendment is opened, one at a time. */
    static Step amend(DenialState state) {
        return switch (state) {
            case DenialState.InForce(var amendment)
            when amendment.isEmpty() ->
                new Step.To(new DenialState.InForce(Optional.of(new WorkingCopy.Draft(Optional.empty()))));
            case DenialState.InForce open -> new Step.Refused(DenialProblem.AMENDMENT_OPEN);
            case DenialState.Unpublished unpublished -> new Step.Refused(DenialProblem.NOT_NOTIFIED);
            case DenialState.Over over -> new Step.Refused(DenialProblem.NOT_IN_FORCE);
        };
    }

    /**
     * The release of what is in force may change; that of a draft is part of its content. It changes an open amendment
     * too, so that voids a submission of it.
     */
    static Step release(DenialState state) {
        return switch (state) {
            case DenialState.InForce(var amendment) -> amendment.isEmpty() ? new Step.To(state) : edit(state);
            case DenialState.Unpublished unpublished -> new Step.Refused(DenialProblem.NOT_NOTIFIED);
            case DenialState.Over over -> new Step.To(over);
        };
    }

    private interface OnCopy {
        Step apply(WorkingCopy copy);
    }

    private static Step onWorkingCopy(DenialState state, DenialProblem none, OnCopy step) {
        return state.workingCopy().map(step::apply).orElseGet(() -> new Step.Refused(none));
    }

    private static Step with(DenialState state, WorkingCopy copy) {
        return switch (state) {
            case DenialState.Unpublished unpublished -> new Step.To(new DenialState.Unpublished(copy));
            case DenialState.InForce inForce -> new Step.To(new DenialState.InForce(Optional.of(copy)));
            case DenialState.Over over -> new Step.Refused(DenialProblem.NOT_IN_FORCE);
        };
    }
}
