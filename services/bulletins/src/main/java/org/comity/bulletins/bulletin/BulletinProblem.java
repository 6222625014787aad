package org.comity.bulletins.bulletin;

import org.comity.kernel.problem.ProblemType;

/** What is refused of a bulletin. */
enum BulletinProblem implements ProblemType {
    /** It is no draft any more, or none is open. */
    NOT_A_DRAFT(409, "Not a draft"),
    /** It has not been published, or its readers have it no longer. */
    NOT_PUBLISHED(409, "Not published"),
    /** A next version of it is worked on already. */
    UPDATE_OPEN(409, "An update is open"),
    /** It is no collective notice that waits for signatures, or not all have signed it. */
    NOT_SIGNED(409, "Not signed"),
    /** Several states signed it as it is. */
    COLLECTIVE(409, "Collective notice"),
    /** It asks nobody to act at once. */
    NOT_AN_ALERT(409, "Not an alert");

    private final int status;
    private final String title;

    BulletinProblem(int status, String title) {
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
