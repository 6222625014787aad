package org.comity.subscriptions.webhook;

import org.comity.kernel.problem.ProblemType;

/** What webhooks are refused for. */
enum WebhookProblem implements ProblemType {
    /** Each takes a request for each entry. */
    TOO_MANY_WEBHOOKS(409, "There are as many webhooks as a person may have"),

    /** A test holds a thread until its answer comes. */
    TESTED_JUST_NOW(429, "The webhook was tried just now");

    private final int status;
    private final String title;

    WebhookProblem(int status, String title) {
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
