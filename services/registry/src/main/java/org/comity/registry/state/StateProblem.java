package org.comity.registry.state;

import org.comity.kernel.problem.ProblemType;

/** What is refused about states, beyond what every service refuses. */
enum StateProblem implements ProblemType {
    /** There is a record of this state, whatever its status. */
    ALREADY_LISTED(409, "The state is in the registry already"),
    /** It subscribes; a suspension does not end that. */
    ALREADY_SUBSCRIBED(409, "The state subscribes already"),
    /** It does not subscribe, so it has no access to suspend. */
    NOT_SUBSCRIBED(409, "The state does not subscribe"),
    /** Its access is suspended already. */
    ALREADY_SUSPENDED(409, "The access of the state is suspended already"),
    /** Its access is not suspended. */
    NOT_SUSPENDED(409, "The access of the state is not suspended"),
    /** It has withdrawn, which no step undoes. */
    HAS_WITHDRAWN(409, "The state has withdrawn");

    private final int status;
    private final String title;

    StateProblem(int status, String title) {
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
