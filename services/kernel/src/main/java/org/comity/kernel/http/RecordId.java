package org.comity.kernel.http;

import java.util.UUID;
import org.comity.kernel.problem.KernelProblem;

/** The id of a record in an address. */
public final class RecordId {

    private RecordId() {}

    /**
     * Reads an id. One of another shape is the id of nothing, so it is answered as a hidden record is.
     *
     * @param nothing what is said where there is no such record
     * @throws org.comity.kernel.problem.ProblemException 404 for another shape
     */
    public static UUID of(String text, String nothing) {
        try {
            UUID id = UUID.fromString(text);
            if (id.toString().equalsIgnoreCase(text)) {
                return id;
            }
        } catch (IllegalArgumentException e) {
            // falls through: it is the id of nothing
        }
        throw KernelProblem.NOT_FOUND.because(nothing);
    }
}
