package org.comity.portal.page;

import io.quarkus.qute.TemplateExtension;
import org.comity.portal.api.Codes;

/** The colours of tags. The word beside says the same. */
@TemplateExtension
final class Colours {

    private Colours() {}

    static String colour(Codes.DenialStatus status) {
        return switch (status) {
            case DRAFT -> "grey";
            case NATIONAL_APPROVAL -> "yellow";
            case NOTIFIED, AMENDED, RENEWED -> "turquoise";
            case REVIEW_DUE -> "orange";
            case REVIEW_OVERDUE -> "red";
            case REVOKED, EXPIRED -> "purple";
        };
    }
}
