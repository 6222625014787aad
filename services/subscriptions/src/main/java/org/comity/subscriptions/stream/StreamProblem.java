package org.comity.subscriptions.stream;

import org.comity.kernel.problem.ProblemType;

/** What streams are refused for. */
enum StreamProblem implements ProblemType {
    /** Each open stream takes a connection and some kilobytes. */
    TOO_MANY_STREAMS(429, "There are as many open streams as there may be");

    private final int status;
    private final String title;

    StreamProblem(int status, String title) {
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
