package org.comity.cli;

/**
 * What a script learns of a command's end.
 *
 * <p>Rules: R-220.
 */
final class ExitCode {

    /** It is done. */
    static final int DONE = 0;
    /** The service refused it. */
    static final int REFUSED = 1;
    /** The command line, a setting or a file says what cannot be; nothing was sent. */
    static final int USAGE = 2;
    /** A service or Keycloak does not answer, answers what it should not, or fails. */
    static final int UNAVAILABLE = 3;

    private ExitCode() {}
}
