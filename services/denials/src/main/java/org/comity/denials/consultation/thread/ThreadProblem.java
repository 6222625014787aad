package org.comity.denials.consultation.thread;

import org.comity.kernel.problem.ProblemType;

/** Why a step in a thread is refused. */
public enum ThreadProblem implements ProblemType {
    /** The consulted state has said that it has the question. */
    ALREADY_ACKNOWLEDGED(409, "The question is acknowledged already"),
    /** The consulted state has replied, and that stands. */
    ALREADY_REPLIED(409, "Already replied"),
    /** Silence counted as an answer; only a late reply is still taken. */
    DEADLINE_PASSED(409, "The deadline has passed"),
    /** The requesting state wants no answer any more. */
    THREAD_ENDED(409, "No answer is awaited any more"),
    /** Nobody asked for more. */
    NOTHING_ASKED(409, "Nothing was asked"),
    /** There is no proposal of the other party. */
    NO_EXTENSION_PROPOSED(409, "No extension of the other party is on the table"),
    /** More working days than the procedure gives. */
    EXTENSION_TOO_LONG(422, "The extension is longer than the procedure allows"),
    /** The type of consultation has other answers. */
    ANSWER_OF_ANOTHER_TYPE(422, "This type of consultation has other answers");

    private final int status;
    private final String title;

    ThreadProblem(int status, String title) {
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
