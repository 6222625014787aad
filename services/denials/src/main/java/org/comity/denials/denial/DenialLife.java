package org.comity.denials.denial;

import java.time.Instant;
import java.util.Optional;
import org.comity.kernel.caller.Person;

/**
 * The life of a denial, as far as people lead it; {@link ReviewClock} has what time does.
 *
 * <p>Source: docs/rules.md, R-235 (domain 4.1: four eyes). It knows no database and no caller's rights, only
 * what follows what.
 */
final class DenialLife {

    private DenialLife() {}

    /** From this renewal on, the grounds must be said (domain 1c: the third review). */
    private static final int RENEWAL_WITH_GROUNDS = 3;

    /** Content may change while something is being worked on; an edit after submission voids the submission. */
    static Step edit(DenialState state) {
        return switch (state) {
            case DenialState.InForce(var proposal)
            when proposal.isEmpty() || !(proposal.get() instanceof Proposal.Amendment) ->
                new Step.Refused(DenialProblem.NOT_EDITABLE);
            case DenialState.Unpublished unpublished -> voided(state);
            case DenialState.InForce amending -> voided(state);
            case DenialState.Over over -> new Step.Refused(DenialProblem.NOT_EDITABLE);
        };
    }

    private static Step voided(DenialState state) {
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

    /** Another person than the one who submitted approves; nothing is left to work on. */
    static Step approve(DenialState state, Person by) {
        return onWorkingCopy(state, DenialProblem.NOT_SUBMITTED, copy -> switch (copy) {
            case WorkingCopy.Draft draft -> new Step.Refused(DenialProblem.NOT_SUBMITTED);
            case WorkingCopy.Submitted submitted ->
                submitted.by().id().equals(by.id())
                        ? new Step.Refused(DenialProblem.SAME_PERSON)
                        : new Step.To(approved(state));
        });
    }

    private static DenialState approved(DenialState state) {
        return switch (state) {
            case DenialState.Unpublished unpublished -> new DenialState.InForce(Optional.empty());
            case DenialState.Over over -> over;
            case DenialState.InForce(var proposal) ->
                switch (proposal.orElseThrow()) {
                    case Proposal.Amendment amendment -> new DenialState.InForce(Optional.empty());
                    case Proposal.Renewal renewal -> new DenialState.InForce(Optional.empty());
                    case Proposal.Revocation revocation -> new DenialState.Over();
                };
        };
    }

    /** An amendment is opened. */
    static Step amend(DenialState state) {
        return propose(state, new Proposal.Amendment(new WorkingCopy.Draft(Optional.empty())));
    }

    /**
     * Something is proposed to do with what is in force, one thing at a time. A renewal or revocation that is proposed
     * already gives way, and with it its submission; an open amendment does not, since its content would be lost.
     */
    static Step propose(DenialState state, Proposal proposal) {
        return switch (state) {
            case DenialState.InForce(var open)
            when open.isPresent() && open.get() instanceof Proposal.Amendment ->
                new Step.Refused(DenialProblem.AMENDMENT_OPEN);
            case DenialState.InForce free -> new Step.To(new DenialState.InForce(Optional.of(proposal)));
            case DenialState.Unpublished unpublished -> new Step.Refused(DenialProblem.NOT_NOTIFIED);
            case DenialState.Over over -> new Step.Refused(DenialProblem.NOT_IN_FORCE);
        };
    }

    /** Whether the next renewal must say its grounds. */
    static boolean nextRenewalNeedsGrounds(int renewalsSoFar) {
        return renewalsSoFar + 1 >= RENEWAL_WITH_GROUNDS;
    }

    /** Whether what is in force after so many renewals says the grounds of the latest, whatever else is amended. */
    static boolean keepsRenewalGrounds(int renewals) {
        return renewals >= RENEWAL_WITH_GROUNDS;
    }

    /**
     * The release of what is in force may change; that of a draft is part of its content. It changes what a proposal
     * is about, so that voids a submission of it.
     */
    static Step release(DenialState state) {
        return switch (state) {
            case DenialState.InForce(var proposal) -> proposal.isEmpty() ? new Step.To(state) : voided(state);
            case DenialState.Unpublished unpublished -> new Step.Refused(DenialProblem.NOT_NOTIFIED);
            case DenialState.Over over -> new Step.To(over);
        };
    }

    /**
     * A draft is thrown away: one of a denial leaves nothing, since nobody was told; one of a proposal leaves what is in
     * force. What waits for an approver is sent back first.
     */
    static Step discard(DenialState state) {
        return onWorkingCopy(state, DenialProblem.NOTHING_TO_DISCARD, copy -> switch (copy) {
            case WorkingCopy.Submitted submitted -> new Step.Refused(DenialProblem.ALREADY_SUBMITTED);
            case WorkingCopy.Draft draft -> discarded(state);
        });
    }

    private static Step discarded(DenialState state) {
        return switch (state) {
            case DenialState.Unpublished unpublished -> new Step.Gone();
            case DenialState.InForce inForce -> new Step.To(new DenialState.InForce(Optional.empty()));
            case DenialState.Over over -> new Step.Refused(DenialProblem.NOTHING_TO_DISCARD);
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
            case DenialState.InForce(var proposal) ->
                new Step.To(new DenialState.InForce(proposal.map(open -> open.at(copy))));
            case DenialState.Over over -> new Step.Refused(DenialProblem.NOT_IN_FORCE);
        };
    }
}
