package org.comity.portal.step;

import java.util.Objects;
import org.jboss.resteasy.reactive.RestResponse;

/** A record, and the version that was read. */
public record Read<R>(R one, String etag) {

    /** What a service answered. */
    public static <R> Read<R> of(RestResponse<R> answer) {
        return new Read<>(answer.getEntity(), Objects.requireNonNullElse(answer.getHeaderString("ETag"), ""));
    }

    /** The same record in the version that a page showed. */
    public Read<R> as(String shown) {
        return new Read<>(one, shown);
    }
}
