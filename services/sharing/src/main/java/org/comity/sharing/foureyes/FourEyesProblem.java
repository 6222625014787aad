package org.comity.sharing.foureyes;

import org.comity.kernel.problem.ProblemType;

/** What is refused of a working copy, whatever record it is of. */
public enum FourEyesProblem implements ProblemType {
    /** It waits for an approver already. */
    ALREADY_SUBMITTED(409, "Already submitted"),
    /** It was not submitted, or an edit has voided the submission. */
    NOT_SUBMITTED(409, "Not submitted"),
    /** Four eyes: who submitted cannot approve. */
    SAME_PERSON(403, "Another person must approve");

    private final int status;
    private final String title;

    FourEyesProblem(int status, String title) {
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
