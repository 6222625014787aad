package org.comity.portal.api;

/** What a request for onward release can tell beside its fields. */
public interface OnwardMethods extends HasSteps {

    Onward.Status status();

    /** Whether nobody has answered. */
    default boolean isOpen() {
        return status() == Onward.Status.ASKED;
    }
}
