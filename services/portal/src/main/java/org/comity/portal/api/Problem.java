package org.comity.portal.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A problem of RFC 9457, as the services send it. */
public record Problem(
        @Nullable String type,
        @Nullable String title,
        int status,
        @Nullable String detail,
        @Nullable String correlationId,
        List<Fault> errors) {

    public Problem {
        errors = DenialContent.orNone(errors);
    }

    /** The last part of the type, such as {@code state-suspended}; empty where there is none. */
    public String slug() {
        return type == null ? "" : type.substring(type.lastIndexOf(':') + 1);
    }

    /** One fault: where (a JSON pointer into what was sent), and what. */
    public record Fault(String pointer, String detail) {}
}
