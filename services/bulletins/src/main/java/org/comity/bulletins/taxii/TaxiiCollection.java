package org.comity.bulletins.taxii;

import java.util.UUID;
import org.comity.bulletins.stix.StixId;
import org.comity.kernel.caller.StateCode;
import org.comity.kernel.problem.KernelProblem;
import org.jspecify.annotations.Nullable;

/**
 * A collection, as its caller may use it.
 *
 * @param key what its entries are kept under
 * @param kind what it holds
 */
record TaxiiCollection(
        String key,
        Kind kind,
        UUID id,
        String title,
        @Nullable String description,
        @Nullable String alias,
        boolean canRead,
        boolean canWrite) {

    /** What a collection holds. */
    enum Kind {
        /** The bulletins that a state reads. */
        RELEASED,
        /** What a state's people and systems brought for drafts. */
        OWN,
        /** What a file of a test brought. */
        SEEDED
    }

    /** The bulletins that this state reads; each state has one of its own. */
    static TaxiiCollection released(StateCode reader, boolean canRead) {
        return new TaxiiCollection(
                "released/" + reader,
                Kind.RELEASED,
                StixId.uuid("released:" + reader),
                "Bulletins",
                "The bulletins that are released to you, and your own",
                "bulletins",
                canRead,
                false);
    }

    /** What this state brings; each object belongs to the draft of a bulletin, which an approver clears. */
    static TaxiiCollection own(StateCode state, boolean desk) {
        return new TaxiiCollection(
                "own/" + state,
                Kind.OWN,
                StixId.uuid("own:" + state),
                "Drafts",
                "What you write here becomes the draft of a bulletin, which your approver clears",
                "drafts",
                desk,
                desk);
    }

    /** Refuses a caller who may not read it. */
    void requireRead() {
        if (!canRead) {
            throw KernelProblem.FORBIDDEN.because("You may not read this collection.");
        }
    }

    /** Refuses a caller who may not write to it. */
    void requireWrite() {
        if (!canWrite) {
            throw KernelProblem.FORBIDDEN.because("You may not write to this collection.");
        }
    }
}
