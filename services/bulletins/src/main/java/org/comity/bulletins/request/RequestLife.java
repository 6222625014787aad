package org.comity.bulletins.request;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.comity.kernel.caller.Person;
import org.comity.sharing.foureyes.FourEyes;
import org.comity.sharing.foureyes.Step;
import org.comity.sharing.foureyes.WorkingCopy;

/**
 * The life of a request for information. It knows no database and no caller's rights.
 *
 * <p>Source: docs/rules.md.
 *
 * @param status where its addressees see it stand; DRAFT as long as they do not
 * @param copy the draft
 */
record RequestLife(RequestStatus status, Optional<WorkingCopy> copy) {

    private Step<RequestLife> ofCopy(Function<WorkingCopy, Step<WorkingCopy>> step) {
        return copy.map(open -> step.apply(open).map(next -> new RequestLife(status, Optional.of(next))))
                .orElseGet(RequestLife::noDraft);
    }

    private static Step<RequestLife> noDraft() {
        return new Step.Refused<>(RequestProblem.NOT_A_DRAFT, "The request was asked already.");
    }

    /** The draft says something else; a submission is void with that. */
    Step<RequestLife> edit() {
        return ofCopy(open -> new Step.To<>(FourEyes.edited(open)));
    }

    /** The draft goes to an approver. */
    Step<RequestLife> submit(Person by, Instant at) {
        return ofCopy(open -> FourEyes.submit(open, by, at));
    }

    /** An approver sends it back. */
    Step<RequestLife> sendBack(String reason) {
        return ofCopy(open -> FourEyes.sendBack(open, reason));
    }

    /** Another person approves: its addressees have it. */
    Step<RequestLife> approve(Person by) {
        return copy.map(open ->
                        FourEyes.approve(open, by, new RequestLife(RequestStatus.ASKED, Optional.<WorkingCopy>empty())))
                .orElseGet(RequestLife::noDraft);
    }

    /** Its state asks it no longer. */
    Step<RequestLife> withdraw() {
        return status == RequestStatus.ASKED
                ? new Step.To<>(new RequestLife(RequestStatus.WITHDRAWN, Optional.empty()))
                : new Step.Refused<>(RequestProblem.NOT_ASKED, "No state is asked this.");
    }

    /** A draft is thrown away. */
    Step<RequestLife> discard() {
        return copy.map(open -> FourEyes.discard(open, new Step.Gone<RequestLife>()))
                .orElseGet(RequestLife::noDraft);
    }

    /** Whether this person may take the step now; what is said with it may be refused all the same. */
    boolean lets(RequestStep step, Person by) {
        Step<RequestLife> asked =
                switch (step) {
                    case EDIT -> edit();
                    case SUBMIT -> submit(by, Instant.EPOCH);
                    case APPROVE -> approve(by);
                    case RETURN -> sendBack("");
                    case WITHDRAW -> withdraw();
                    case DISCARD -> discard();
                };
        return asked.isOpen();
    }
}
