package org.comity.bulletins.request;

import org.comity.kernel.problem.ProblemType;

/** What is refused of a request for information. */
enum RequestProblem implements ProblemType {
    /** It was asked already. */
    NOT_A_DRAFT(409, "Not a draft"),
    /** It has not been asked, or is asked no longer. */
    NOT_ASKED(409, "Not asked");

    private final int status;
    private final String title;

    RequestProblem(int status, String title) {
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
