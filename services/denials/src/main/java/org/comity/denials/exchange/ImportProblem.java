package org.comity.denials.exchange;

import org.comity.kernel.problem.ProblemType;

/** Refusals of imports. */
enum ImportProblem implements ProblemType {
    /** The file is of no format that is understood, lacks a column, or has too many rows. */
    UNREADABLE_FILE(422, "The file cannot be read"),
    /** An export would hold more than a file may. */
    TOO_MANY_RECORDS(422, "Too many records for a file"),
    /** Something in the file is wrong, so nothing of it is applied. */
    IMPORT_FAULTY(409, "The file has faults"),
    /** A step of this import runs. */
    IMPORT_RUNNING(409, "The import is at work"),
    /** The step does not follow on what was done so far. */
    IMPORT_STEP_NOT_NEXT(409, "This step does not come next");

    private final int status;
    private final String title;

    ImportProblem(int status, String title) {
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
