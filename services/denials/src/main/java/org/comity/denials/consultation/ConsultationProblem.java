package org.comity.denials.consultation;

import org.comity.kernel.problem.ProblemType;

/** What is refused about a consultation as a whole. */
enum ConsultationProblem implements ProblemType {
    /** It was requested; what was asked cannot be changed. */
    ALREADY_REQUESTED(409, "Already requested"),
    /** No other state was asked yet. */
    NOT_REQUESTED(409, "Not requested yet"),
    /** The decision stands. */
    ALREADY_DECIDED(409, "Already decided"),
    /** There is no decision yet. */
    NOT_DECIDED(409, "Not decided yet"),
    /** There is no grant in a no-undercut consultation to notify of. */
    NOTHING_UNDERCUT(409, "No grant to notify of"),
    /** There is no grant in a consultation on essential interests to notify of. */
    NOTHING_TO_NOTIFY(409, "No grant to notify of"),
    /** The notice was sent. */
    NOTICE_SENT(409, "The notice was sent"),
    /** The notice has to be sent first. */
    NOTICE_OUTSTANDING(409, "The notice is outstanding"),
    /** It is filed away. */
    CONSULTATION_CLOSED(409, "Closed");

    private final int status;
    private final String title;

    ConsultationProblem(int status, String title) {
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
