package org.comity.portal.api;

/** A service answered, and said no. Pages that can say something better than the general page catch it. */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient Problem problem;

    Refusal(int status, Problem problem) {
        super(status + " " + problem.slug() + " " + problem.correlationId());
        this.status = status;
        this.problem = problem;
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** What the service said. */
    public Problem problem() {
        return problem;
    }
}
