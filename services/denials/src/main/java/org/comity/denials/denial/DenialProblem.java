package org.comity.denials.denial;

import org.comity.kernel.problem.ProblemType;

/** What this service refuses, beyond what every service does. */
enum DenialProblem implements ProblemType {
    /** Nothing is being worked on: a notified denial is changed through an amendment. */
    NOT_EDITABLE(409, "The denial is not open for editing"),
    /** There is neither a draft nor an open amendment. */
    NOTHING_TO_SUBMIT(409, "There is nothing to submit"),
    /** There is neither a draft nor a proposal that is being written. */
    NOTHING_TO_DISCARD(409, "There is nothing to throw away"),
    /** An amendment is open already. */
    AMENDMENT_OPEN(409, "An amendment is open already"),
    /** The denial was not notified yet. */
    NOT_NOTIFIED(409, "Not notified yet"),
    /** The denial is revoked or has expired. */
    NOT_IN_FORCE(409, "No longer in force"),
    /** Another denial of the state has this national reference. */
    NATIONAL_REF_TAKEN(409, "The national reference is taken");

    private final int status;
    private final String title;

    DenialProblem(int status, String title) {
        this.status = status;
        this.title = title;
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
