package org.comity.portal.api;

import org.comity.portal.api.Imports.Status;

/** What files of denials can tell beside the fields that the contract gives them. */
public final class ImportMethods {

    private ImportMethods() {}

    /** Of where a file stands. */
    public interface OfStatus {

        /** Whether a step is at work. */
        default boolean isRunning() {
            return this == Status.APPLYING
                    || this == Status.SUBMITTING
                    || this == Status.APPROVING
                    || this == Status.RETURNING
                    || this == Status.DISCARDING;
        }
    }

    /** Of how many denials of a file are what. */
    public interface OfCounts {

        /** How many would be new; the contract's word is a keyword of Java. */
        default int created() {
            return ((Imports.Counts) this).new_();
        }

        /** Whether applying the file would do anything. */
        default boolean isAny() {
            return created() + ((Imports.Counts) this).changed() > 0;
        }
    }
}
