package org.comity.subscriptions.atom;

import org.comity.kernel.problem.ProblemType;

/** What addresses of feeds are refused for. */
enum AtomProblem implements ProblemType {
    /** An address that nobody remembers stays open. */
    TOO_MANY_KEYS(409, "There are as many addresses of feeds as a person may have");

    private final int status;
    private final String title;

    AtomProblem(int status, String title) {
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
