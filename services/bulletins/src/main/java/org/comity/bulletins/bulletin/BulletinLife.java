package org.comity.bulletins.bulletin;

import java.time.Instant;
import java.util.Optional;
import org.comity.kernel.caller.Person;
import org.comity.sharing.foureyes.FourEyes;
import org.comity.sharing.foureyes.FourEyesProblem;
import org.comity.sharing.foureyes.Step;
import org.comity.sharing.foureyes.WorkingCopy;

/**
 * The life of a bulletin. It knows no database and no caller's rights.
 *
 * <p>Source: docs/rules.md R-318, R-322 (domain 4.3).
 *
 * <p>Rules.
 *
 * @param status where readers see it stand; DRAFT as long as there are none
 * @param copy what is worked on: the draft, or the next version
 * @param signatures whether other states sign it
 */
record BulletinLife(BulletinStatus status, Optional<WorkingCopy> copy, Signatures signatures) {

    /** Whether other states sign a bulletin before it is published. */
    enum Signatures {
        /** Its own state publishes it alone. */
        NONE,
        /** Some of those that are named have not signed. */
        AWAITED,
        /** All that are named have signed. */
        COMPLETE
    }

    /** A bulletin that its own state publishes alone. */
    BulletinLife(BulletinStatus status, Optional<WorkingCopy> copy) {
        this(status, copy, Signatures.NONE);
    }

    private BulletinLife to(BulletinStatus next, Optional<WorkingCopy> open) {
        return new BulletinLife(next, open, signatures);
    }

    /** A draft that nobody has submitted. */
    static final BulletinLife NEW = new BulletinLife(BulletinStatus.DRAFT, Optional.of(WorkingCopy.NEW));

    private boolean isPublished() {
        return status == BulletinStatus.PUBLISHED
                || status == BulletinStatus.UPDATED
                || status == BulletinStatus.LAPSED;
    }

    private Step<BulletinLife> ofCopy(java.util.function.Function<WorkingCopy, Step<WorkingCopy>> step) {
        return copy.map(open -> step.apply(open).map(next -> to(status, Optional.of(next))))
                .orElseGet(BulletinLife::noDraft);
    }

    private static Step<BulletinLife> noDraft() {
        return new Step.Refused<>(BulletinProblem.NOT_A_DRAFT, "Nothing of it is worked on. Open an update first.");
    }

    /** What is worked on says something else; a submission is void with that. */
    Step<BulletinLife> edit() {
        return ofCopy(open -> new Step.To<>(FourEyes.edited(open)));
    }

    /** What is worked on goes to clearance. */
    Step<BulletinLife> submit(Person by, Instant at) {
        return ofCopy(open -> FourEyes.submit(open, by, at));
    }

    /** An approver sends it back. */
    Step<BulletinLife> sendBack(String reason) {
        return copy.isEmpty() ? notSubmitted() : ofCopy(open -> FourEyes.sendBack(open, reason));
    }

    /** Another person clears it: readers have it, or those who are to sign it. */
    Step<BulletinLife> approve(Person by) {
        BulletinStatus first = signatures == Signatures.NONE ? BulletinStatus.PUBLISHED : BulletinStatus.PROPOSED;
        BulletinStatus next = status == BulletinStatus.DRAFT ? first : BulletinStatus.UPDATED;
        return copy.map(open -> FourEyes.approve(open, by, to(next, Optional.<WorkingCopy>empty())))
                .orElseGet(BulletinLife::notSubmitted);
    }

    private static Step<BulletinLife> notSubmitted() {
        return new Step.Refused<>(FourEyesProblem.NOT_SUBMITTED, "The bulletin does not wait for clearance.");
    }

    /** A next version is opened. */
    Step<BulletinLife> amend() {
        if (!isPublished()) {
            return notPublished();
        }
        if (signatures != Signatures.NONE) {
            return new Step.Refused<>(
                    BulletinProblem.COLLECTIVE, "Several states signed it as it is. Withdraw it, and propose another.");
        }
        return copy.isPresent()
                ? new Step.Refused<>(BulletinProblem.UPDATE_OPEN)
                : new Step.To<>(to(status, Optional.of(WorkingCopy.NEW)));
    }

    /** All whom it names have signed: its readers have it. */
    Step<BulletinLife> publish() {
        return status == BulletinStatus.PROPOSED && signatures == Signatures.COMPLETE
                ? new Step.To<>(to(BulletinStatus.PUBLISHED, Optional.empty()))
                : new Step.Refused<>(BulletinProblem.NOT_SIGNED, "Not all the states that it names have signed it.");
    }

    /** To whom it goes changes; a draft says that itself. */
    Step<BulletinLife> release() {
        return isPublished() ? new Step.To<>(this) : notPublished();
    }

    /** Its originator stands by it no longer. */
    Step<BulletinLife> withdraw() {
        return isPublished() || status == BulletinStatus.PROPOSED
                ? new Step.To<>(to(BulletinStatus.WITHDRAWN, Optional.empty()))
                : notPublished();
    }

    /** It is taken back from everybody who has it, also where it was withdrawn before. */
    Step<BulletinLife> recall() {
        return isPublished() || status == BulletinStatus.WITHDRAWN
                ? new Step.To<>(to(BulletinStatus.RECALLED, Optional.empty()))
                : notPublished();
    }

    private static Step<BulletinLife> notPublished() {
        return new Step.Refused<>(BulletinProblem.NOT_PUBLISHED, "No reader has this bulletin.");
    }

    /** What is worked on is thrown away: of a draft nothing is left, of an update what is published. */
    Step<BulletinLife> discard() {
        Step<BulletinLife> left =
                status == BulletinStatus.DRAFT ? new Step.Gone<>() : new Step.To<>(to(status, Optional.empty()));
        return copy.map(open -> FourEyes.discard(open, left)).orElseGet(BulletinLife::noDraft);
    }

    /** Whether this person may take the step now; what is said with it may be refused all the same. */
    boolean lets(BulletinStep step, Person by) {
        Step<BulletinLife> asked =
                switch (step) {
                    case EDIT -> edit();
                    case SUBMIT -> submit(by, Instant.EPOCH);
                    case APPROVE -> approve(by);
                    case RETURN -> sendBack("");
                    case PUBLISH -> publish();
                    case RELEASE -> release();
                    case AMEND -> amend();
                    case WITHDRAW -> withdraw();
                    case RECALL -> recall();
                    case DISCARD -> discard();
                };
        return asked.isOpen();
    }
}
