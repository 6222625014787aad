package org.comity.denials.consultation.thread;

/** How a thread's state is shown. */
public enum ThreadStatus {
    /** An answer is awaited. */
    REQUESTED,
    /** The consulted state waits for more information. */
    NEED_MORE,
    /** Answered: identical. */
    REPLIED_IDENTICAL,
    /** Answered: not identical. */
    REPLIED_NOT_IDENTICAL,
    /** Answered: it objects. */
    REPLIED_OBJECTION,
    /** Answered: it does not object. */
    REPLIED_NO_OBJECTION,
    /** Silence, which counts as not identical. */
    DEEMED_NOT_IDENTICAL,
    /** Silence, which counts as no objection. */
    DEEMED_NO_OBJECTION,
    /** No answer is wanted any more. */
    ENDED;

    /** The status of a state. */
    public static ThreadStatus of(ThreadState state) {
        return switch (state) {
            case ThreadState.Open open -> open.moreAsked() ? NEED_MORE : REQUESTED;
            case ThreadState.Replied(var answer, var at) ->
                switch (answer) {
                    case IDENTICAL -> REPLIED_IDENTICAL;
                    case NOT_IDENTICAL -> REPLIED_NOT_IDENTICAL;
                    case OBJECTION -> REPLIED_OBJECTION;
                    case NO_OBJECTION -> REPLIED_NO_OBJECTION;
                };
            case ThreadState.Deemed deemed ->
                deemed.as() == Answer.NOT_IDENTICAL ? DEEMED_NOT_IDENTICAL : DEEMED_NO_OBJECTION;
            case ThreadState.Ended ended -> ENDED;
        };
    }
}
