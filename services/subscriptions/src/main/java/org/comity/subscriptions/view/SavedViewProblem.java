package org.comity.subscriptions.view;

import org.comity.kernel.problem.ProblemType;

/** What saved views are refused for. */
enum SavedViewProblem implements ProblemType {
    /** A person finds nothing in a longer list. */
    TOO_MANY_VIEWS(409, "There are as many saved views as a person may have");

    private final int status;
    private final String title;

    SavedViewProblem(int status, String title) {
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
