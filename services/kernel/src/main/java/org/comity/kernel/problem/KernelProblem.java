package org.comity.kernel.problem;

/** The refusals that every service has. */
public enum KernelProblem implements ProblemType {
    /** The body is not JSON, has an unknown field or a value of the wrong type; or a parameter cannot be read. */
    MALFORMED_REQUEST(400, "The request cannot be read"),
    /** No token, a foreign one, an expired one, or one whose session has ended. */
    UNAUTHENTICATED(401, "Sign in"),
    /** The token names no organization, two, or one that does not match its state. */
    NO_STATE(403, "The account belongs to no state"),
    /** The state is suspended or the person disabled. */
    ACCESS_ENDED(403, "Access has ended"),
    /** The caller's roles do not allow this. */
    FORBIDDEN(403, "Not allowed"),
    /** There is no such record, or not for this caller: the two look the same. */
    NOT_FOUND(404, "Not found"),
    /** The address exists, and not for this method. */
    METHOD_NOT_ALLOWED(405, "Method not allowed"),
    /** No representation that the caller accepts. */
    NOT_ACCEPTABLE(406, "Not acceptable"),
    /** Somebody else just took a value that only one record can have. */
    CONFLICT(409, "Taken by another record"),
    /** The If-Match header is stale. */
    STALE(412, "Somebody else changed the record"),
    /** The body is larger than a request may be. */
    TOO_LARGE(413, "The request is too large"),
    /** The address with its query is longer than one may be. */
    URI_TOO_LONG(414, "The address is too long"),
    /** The body is not of a type that the address takes. */
    UNSUPPORTED_MEDIA_TYPE(415, "The body is of a type that is not taken"),
    /** Values are wrong; each is named. */
    INVALID_VALUES(422, "Some values are wrong"),
    /** Values are missing; each is named. */
    MISSING_VALUES(422, "Something is missing"),
    /** The Idempotency-Key was used before, with another body. */
    IDEMPOTENCY_KEY_REUSED(422, "The Idempotency-Key was used for another request"),
    /** The If-Match header is absent. */
    PRECONDITION_REQUIRED(428, "Say which version you change"),
    /** The headers are larger than they may be. */
    HEADERS_TOO_LARGE(431, "The headers are too large"),
    /** Our failure; the log has it under the correlation id. */
    INTERNAL(500, "Something failed on our side"),
    /** Something that we need is out of reach for now. */
    UNAVAILABLE(503, "Not available for the moment");

    private final int status;
    private final String title;

    KernelProblem(int status, String title) {
        this.status = status;
        this.title = title;
    }

    /** What a library says with this status alone; {@link #INTERNAL} where no refusal of ours has it. */
    public static KernelProblem ofStatus(int status) {
        return switch (status) {
            case 400 -> MALFORMED_REQUEST;
            case 401 -> UNAUTHENTICATED;
            case 403 -> FORBIDDEN;
            case 404 -> NOT_FOUND;
            case 405 -> METHOD_NOT_ALLOWED;
            case 406 -> NOT_ACCEPTABLE;
            case 413 -> TOO_LARGE;
            case 414 -> URI_TOO_LONG;
            case 415 -> UNSUPPORTED_MEDIA_TYPE;
            case 431 -> HEADERS_TOO_LARGE;
            case 503 -> UNAVAILABLE;
            default -> INTERNAL;
        };
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }
}
