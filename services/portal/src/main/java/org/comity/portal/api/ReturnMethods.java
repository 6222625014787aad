package org.comity.portal.api;

/** What the correction of a return can tell beside its fields. */
public interface ReturnMethods {

    Returns.Status status();

    /** Whether it waits for an approver. */
    default boolean waits() {
        return status() == Returns.Status.NATIONAL_APPROVAL;
    }
}
