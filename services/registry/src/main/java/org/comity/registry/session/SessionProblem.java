package org.comity.registry.session;

import org.comity.kernel.problem.ProblemType;

/** What signing out refuses, beyond what every service refuses. */
enum SessionProblem implements ProblemType {
    /** The token names no session, as that of a national system: there is nothing to end. */
    NO_SESSION(403, "There is no session to end");

    private final int status;
    private final String title;

    SessionProblem(int status, String title) {
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
