package org.comity.portal.consultation;

import io.quarkus.qute.TemplateExtension;
import org.comity.portal.api.ConsultationCodes;

/** The colours of tags. The word beside says the same. */
@TemplateExtension
public final class Colours {

    private Colours() {}

    /** Of a consultation. */
    public static String colour(ConsultationCodes.Status status) {
        return switch (status) {
            case DRAFT, WITHDRAWN, CLOSED -> "grey";
            case NATIONAL_APPROVAL -> "yellow";
            case REQUESTED -> "blue";
            case DECISION_PENDING -> "orange";
            case DENIED, GRANTED, TRANSIT_ALLOWED -> "purple";
        };
    }

    /** Of a thread. */
    public static String colour(ConsultationCodes.ThreadStatus status) {
        return switch (status) {
            case REQUESTED -> "blue";
            case NEED_MORE -> "orange";
            case REPLIED_IDENTICAL, REPLIED_OBJECTION -> "red";
            case REPLIED_NOT_IDENTICAL, REPLIED_NO_OBJECTION -> "turquoise";
            case DEEMED_NOT_IDENTICAL, DEEMED_NO_OBJECTION -> "yellow";
            case ENDED -> "grey";
        };
    }
}
