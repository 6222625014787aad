package org.comity.portal.page;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Objects;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * Files that a service made, passed on to the browser to be saved.
 *
 * <p>Rules: R-194.
 */
public final class Downloads {

    private Downloads() {}

    /** The same file, to be saved and never shown: a browser must not take it for a page of ours. */
    public static Response of(RestResponse<byte[]> file) {
        return Response.ok(file.getEntity())
                .header(HttpHeaders.CONTENT_TYPE, file.getHeaderString(HttpHeaders.CONTENT_TYPE))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        Objects.requireNonNullElse(file.getHeaderString(HttpHeaders.CONTENT_DISPOSITION), "attachment"))
                .build();
    }
}
