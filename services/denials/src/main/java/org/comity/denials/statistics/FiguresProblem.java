package org.comity.denials.statistics;

import org.comity.kernel.problem.ProblemType;

/** What is refused of figures, beyond what every service refuses. */
enum FiguresProblem implements ProblemType {
    /** They were approved; they do not change any more. */
    FIGURES_APPROVED(409, "The figures of this year were approved");

    private final int status;
    private final String title;

    FiguresProblem(int status, String title) {
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
