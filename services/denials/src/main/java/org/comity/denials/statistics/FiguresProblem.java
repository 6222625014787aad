package org.comity.denials.statistics;

import java.util.Locale;
import org.comity.kernel.problem.ProblemType;

/** What is refused of figures, beyond what every service refuses. */
enum FiguresProblem implements ProblemType {
    /** They were approved; they do not change any more. */
    FIGURES_APPROVED(409, "The figures of this year were approved"),
    /** Four eyes: who proposed them cannot approve them. */
    SAME_PERSON(403, "Another person must approve");

    private final int status;
    private final String title;

    FiguresProblem(int status, String title) {
        this.status = status;
        this.title = title;
    }

    @Override
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
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
