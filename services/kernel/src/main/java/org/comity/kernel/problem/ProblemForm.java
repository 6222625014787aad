package org.comity.kernel.problem;

/** How refusals are written below an address whose standard has a form of its own for them, other than RFC 9457. */
public interface ProblemForm {

    /** Whether this address is one of those. */
    boolean isFor(String path);

    /** The media type of the form. */
    String mediaType();

    /** The refusal in that form. */
    Object body(Problem problem);
}
