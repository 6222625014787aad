package org.comity.kernel.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A problem as RFC 9457 writes it. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
        String type,
        String title,
        int status,
        @Nullable String detail,
        @Nullable String correlationId,
        List<FieldError> errors) {

    /** The media type. */
    public static final String MEDIA_TYPE = "application/problem+json";

    /** The problem of a refusal. */
    public static Problem of(
            ProblemType type, @Nullable String detail, @Nullable String correlationId, List<FieldError> errors) {
        return new Problem(
                "urn:comity:problem:" + type.slug(), type.title(), type.status(), detail, correlationId, errors);
    }
}
