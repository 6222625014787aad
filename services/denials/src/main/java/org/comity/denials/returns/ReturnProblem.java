package org.comity.denials.returns;

import org.comity.kernel.problem.ProblemType;

/** What is refused of returns, beyond what every service refuses. */
enum ReturnProblem implements ProblemType {
    /** The return for this period was released; it is not replaced. */
    ALREADY_RETURNED(409, "The return for this period was released"),
    /** A nil return of a half-year of which the state has denials needs a reason. */
    DENIALS_IN_PERIOD(409, "There are denials of this half-year"),
    /** It was not released yet. */
    NOT_RELEASED(409, "Not released"),
    /** No correction of it was sent back; one that waits is sent back first. */
    NOT_SENT_BACK(409, "No correction was sent back");

    private final int status;
    private final String title;

    ReturnProblem(int status, String title) {
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
