package org.comity.sharing.release;

import org.comity.kernel.problem.ProblemType;

/** What is refused of a release, whatever record it is of. */
public enum ReleaseProblem implements ProblemType {
    /** Only an approver releases to more than before. */
    WIDENING_NEEDS_APPROVER(403, "An approver must widen the release");

    private final int status;
    private final String title;

    ReleaseProblem(int status, String title) {
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
