package org.comity.denials.onward;

import org.comity.kernel.problem.ProblemType;

/** What is refused of requests for onward release, beyond what every service refuses. */
enum OnwardProblem implements ProblemType {
    /** It was granted, refused or withdrawn. */
    ALREADY_ANSWERED(409, "The request was answered"),
    /** The originator releases by itself. */
    OWN_DENIAL(409, "The denial is one's own");

    private final int status;
    private final String title;

    OnwardProblem(int status, String title) {
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
