package org.comity.portal.api;

/** What the figures of a year can tell beside their fields. */
public interface FiguresMethods extends HasSteps {

    Statistics.Status status();

    /** Whether nobody has approved them. */
    default boolean waits() {
        return status() == Statistics.Status.NATIONAL_APPROVAL;
    }
}
