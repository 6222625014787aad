package org.comity.denials.denial;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.comity.kernel.caller.Person;
import org.comity.kernel.problem.ProblemType;
import org.comity.sharing.foureyes.FourEyes;
import org.comity.sharing.foureyes.FourEyesProblem;
import org.comity.sharing.foureyes.Step;
import org.comity.sharing.foureyes.WorkingCopy;

/**
 * The life of a denial, as far as people lead it; {@link ReviewClock} has what time does.
 *
 * <p>Source: docs/rules.md, R-235 (domain 4.1: four eyes). It knows no database and no caller's rights, only
 * what follows what.
 *
 * <p>Rules.
 */
final class DenialLife {

    private DenialLife() {}

    /** From this renewal on, the grounds must be said (domain 1c: the third review). */
    private static final int RENEWAL_WITH_GROUNDS = 3;

    /** Content may change while something is being worked on; an edit after submission voids the submission. */
    static Step<DenialState> edit(DenialState state) {
        return switch (state) {
            case DenialState.InForce(var proposal)
            when proposal.isEmpty() || !(proposal.get() instanceof Proposal.Amendment) ->
                new Step.Refused<>(DenialProblem.NOT_EDITABLE);
            case DenialState.Unpublished unpublished -> voided(state);
            case DenialState.InForce amending -> voided(state);
            case DenialState.Over over -> new Step.Refused<>(DenialProblem.NOT_EDITABLE);
        };
    }

    private static Step<DenialState> voided(DenialState state) {
        return onWorkingCopy(
                state, DenialProblem.NOT_EDITABLE, copy -> new Step.To<>(state.with(FourEyes.edited(copy))));
    }

    /** A draft goes to an approver. */
    static Step<DenialState> submit(DenialState state, Person by, Instant at) {
        return onWorkingCopy(state, DenialProblem.NOTHING_TO_SUBMIT, copy -> FourEyes.submit(copy, by, at)
                .map(state::with));
    }

    /** An approver sends a submission back, with a reason. */
    static Step<DenialState> sendBack(DenialState state, String reason) {
        return onWorkingCopy(state, FourEyesProblem.NOT_SUBMITTED, copy -> FourEyes.sendBack(copy, reason)
                .map(state::with));
    }

    /** Another person than the one who submitted approves; nothing is left to work on. */
    static Step<DenialState> approve(DenialState state, Person by) {
        return onWorkingCopy(state, FourEyesProblem.NOT_SUBMITTED, copy -> FourEyes.approve(copy, by, approved(state)));
    }

    private static DenialState approved(DenialState state) {
        return switch (state) {
            case DenialState.Unpublished unpublished -> DenialState.InForce.AS_IT_IS;
            case DenialState.Over over -> over;
            case DenialState.InForce(var proposal) ->
                switch (proposal.orElseThrow()) {
                    case Proposal.Amendment amendment -> DenialState.InForce.AS_IT_IS;
                    case Proposal.Renewal renewal -> DenialState.InForce.AS_IT_IS;
                    case Proposal.Revocation revocation -> new DenialState.Over();
                };
        };
    }

    /** An amendment is opened. */
    static Step<DenialState> amend(DenialState state) {
        return propose(state, new Proposal.Amendment(WorkingCopy.NEW));
    }

    /**
     * Something is proposed to do with what is in force, one thing at a time. A renewal or revocation that is proposed
     * already gives way, and with it its submission; an open amendment does not, since its content would be lost.
     */
    static Step<DenialState> propose(DenialState state, Proposal proposal) {
        return switch (state) {
            case DenialState.InForce(var open)
            when open.isPresent() && open.get() instanceof Proposal.Amendment ->
                new Step.Refused<>(DenialProblem.AMENDMENT_OPEN);
            case DenialState.InForce free -> new Step.To<>(new DenialState.InForce(Optional.of(proposal)));
            case DenialState.Unpublished unpublished -> new Step.Refused<>(DenialProblem.NOT_NOTIFIED);
            case DenialState.Over over -> new Step.Refused<>(DenialProblem.NOT_IN_FORCE);
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
    static Step<DenialState> release(DenialState state) {
        return switch (state) {
            case DenialState.InForce(var proposal) -> proposal.isEmpty() ? new Step.To<>(state) : voided(state);
            case DenialState.Unpublished unpublished -> new Step.Refused<>(DenialProblem.NOT_NOTIFIED);
            case DenialState.Over over -> new Step.To<>(over);
        };
    }

    /**
     * A draft is thrown away: one of a denial leaves nothing, since nobody was told; one of a proposal leaves what is in
     * force. What waits for an approver is sent back first.
     */
    static Step<DenialState> discard(DenialState state) {
        return onWorkingCopy(state, DenialProblem.NOTHING_TO_DISCARD, copy -> FourEyes.discard(copy, discarded(state)));
    }

    private static Step<DenialState> discarded(DenialState state) {
        return switch (state) {
            case DenialState.Unpublished unpublished -> new Step.Gone<>();
            case DenialState.InForce inForce -> new Step.To<>(DenialState.InForce.AS_IT_IS);
            case DenialState.Over over -> new Step.Refused<>(DenialProblem.NOTHING_TO_DISCARD);
        };
    }

    private static Step<DenialState> onWorkingCopy(
            DenialState state, ProblemType none, Function<WorkingCopy, Step<DenialState>> step) {
        return state.workingCopy().map(step).orElseGet(() -> new Step.Refused<>(none));
    }

    /** Whether this person may take the step now; what is said with it may be refused all the same. */
    static boolean lets(DenialStep step, DenialState state, Person by) {
        Proposal proposal = new Proposal.Amendment(WorkingCopy.NEW);
        Step<DenialState> asked =
                switch (step) {
                    case EDIT -> edit(state);
                    case SUBMIT -> submit(state, by, Instant.EPOCH);
                    case APPROVE -> approve(state, by);
                    case RETURN -> sendBack(state, "");
                    case RELEASE -> release(state);
                    case AMEND, RENEW, REVOKE -> propose(state, proposal);
                    case DISCARD -> discard(state);
                };
        return asked.isOpen();
    }
}
