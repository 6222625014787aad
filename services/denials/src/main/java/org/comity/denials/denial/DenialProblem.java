package org.comity.denials.denial;

import java.util.Locale;
import org.comity.kernel.problem.ProblemType;

/** What this service refuses, beyond what every service does. */
enum DenialProblem implements ProblemType {
    /** Nothing is being worked on: a notified denial is changed through an amendment. */
    NOT_EDITABLE(409, "The denial is not open for editing"),
    /** There is neither a draft nor an open amendment. */
    NOTHING_TO_SUBMIT(409, "There is nothing to submit"),
    /** There is neither a draft nor a proposal that is being written. */
    NOTHING_TO_DISCARD(409, "There is nothing to throw away"),
    /** It waits for an approver already. */
    ALREADY_SUBMITTED(409, "Already submitted"),
    /** It was not submitted, or an edit has voided the submission. */
    NOT_SUBMITTED(409, "Not submitted"),
    /** Four eyes: who submitted cannot approve. */
    SAME_PERSON(403, "Another person must approve"),
    /** An amendment is open already. */
    AMENDMENT_OPEN(409, "An amendment is open already"),
    /** The denial was not notified yet. */
    NOT_NOTIFIED(409, "Not notified yet"),
    /** The denial is revoked or has expired. */
    NOT_IN_FORCE(409, "No longer in force"),
    /** Only an approver releases to more than before. */
    WIDENING_NEEDS_APPROVER(403, "An approver must widen the release"),
    /** Another denial of the state has this national reference. */
    NATIONAL_REF_TAKEN(409, "The national reference is taken");

    private final int status;
    private final String title;

    DenialProblem(int status, String title) {
        this.status = status;
        this.title = title;
    }

    @Override
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }
}
