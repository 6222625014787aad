package org.comity.subscriptions.rule;

import org.comity.kernel.problem.ProblemType;

/** What rules are refused for. */
enum RuleProblem implements ProblemType {
    /** Each entry of a feed is compared with each rule of its desk. */
    TOO_MANY_RULES(409, "There are as many rules as a person may have");

    private final int status;
    private final String title;

    RuleProblem(int status, String title) {
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
