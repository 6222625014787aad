package org.comity.crash.walk;

/**
 * One command of the walk.
 *
 * @param by who gives it
 * @param method of HTTP
 * @param path below the address of what it is about, such as {@code /submit}
 * @param body in JSON
 * @param verdict what must come of it
 * @param effect what it does to the model, once it was acknowledged
 */
record Act(Person by, String method, String path, String body, Verdict verdict, Runnable effect) {

    /** What the diagrams say of a command. */
    enum Verdict {
        /** It is acknowledged. */
        DONE,
        /** It is refused, for where the record stands or for who asks. */
        REFUSED,
        /** It is refused, for the record is visible and another state's. */
        FORBIDDEN,
        /** There is nothing to be seen. */
        ABSENT;

        /** Whether a status of HTTP says so. A stale tag is none of them: the walk always knows the latest. */
        boolean is(int status) {
            return switch (this) {
                case DONE -> status == 200 || status == 204;
                case REFUSED -> status == 403 || status == 409 || status == 422;
                case FORBIDDEN -> status == 403;
                case ABSENT -> status == 404;
            };
        }

        static Verdict of(boolean visible, boolean ours, boolean follows) {
            if (!visible) {
                return ABSENT;
            }
            if (!ours) {
                return FORBIDDEN;
            }
            return follows ? DONE : REFUSED;
        }
    }

    @Override
    public String toString() {
        return "%s: %s %s %s -> %s".formatted(by, method, path, body, verdict);
    }
}
