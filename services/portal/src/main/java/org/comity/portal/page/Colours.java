package org.comity.portal.page;

import io.quarkus.qute.TemplateExtension;
import org.comity.portal.api.BulletinCodes;
import org.comity.portal.api.Codes;
import org.comity.portal.api.ConsultationCodes;
import org.comity.portal.api.Imports;
import org.comity.portal.api.InformationRequest;
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

    /** Of a bulletin. */
    public static String colour(BulletinCodes.Status status) {
        return switch (status) {
            case DRAFT -> "grey";
            case CLEARANCE -> "yellow";
            case PROPOSED -> "orange";
            case PUBLISHED, UPDATED -> "turquoise";
            case LAPSED -> "blue";
            case WITHDRAWN, RECALLED -> "purple";
        };
    }

    /** Of a request for information. */
    public static String colour(InformationRequest.Status status) {
        return switch (status) {
            case DRAFT -> "grey";
            case CLEARANCE -> "yellow";
            case ASKED -> "turquoise";
            case WITHDRAWN -> "purple";
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
