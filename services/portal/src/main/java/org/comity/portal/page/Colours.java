package org.comity.portal.page;

import io.quarkus.qute.TemplateExtension;
import org.comity.portal.api.Codes;
import org.comity.portal.api.Imports;
import org.comity.portal.api.Returns;

/** The colours of tags. The word beside says the same. */
@TemplateExtension
public final class Colours {

    private Colours() {}

    /** Of a denial. */
    public static String colour(Codes.DenialStatus status) {
        return switch (status) {
            case DRAFT -> "grey";
            case NATIONAL_APPROVAL -> "yellow";
            case NOTIFIED, AMENDED, RENEWED -> "turquoise";
            case REVIEW_DUE -> "orange";
            case REVIEW_OVERDUE -> "red";
            case REVOKED, EXPIRED -> "purple";
        };
    }

    /** Of a return. */
    public static String colour(Returns.Status status) {
        return switch (status) {
            case NATIONAL_APPROVAL -> "yellow";
            case DRAFT -> "grey";
            case RELEASED -> "turquoise";
        };
    }

    /** Of a file. */
    public static String colour(Imports.Status status) {
        return switch (status) {
            case CHECKED -> "blue";
            case FAULTY -> "red";
            case APPLYING, SUBMITTING, APPROVING, RETURNING, DISCARDING -> "light-blue";
            case APPLIED -> "grey";
            case DISCARDED -> "purple";
            case SUBMITTED -> "yellow";
            case APPROVED -> "turquoise";
        };
    }
}
