package org.comity.portal.page;

import static jakarta.ws.rs.core.HttpHeaders.CONTENT_DISPOSITION;
import static jakarta.ws.rs.core.HttpHeaders.CONTENT_TYPE;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.Objects;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * Files that a service made, passed on to the browser to be saved.
 *
 * <p>Rules: R-194.
 */
public final class Downloads {

    private Downloads() {}

    /** The same of a file that is passed on as it comes. */
    public static Response of(HttpResponse<InputStream> file) {
        StreamingOutput passedOn = out -> {
            try (InputStream in = file.body()) {
                in.transferTo(out);
            }
        };
        HttpHeaders said = file.headers();
        Response.ResponseBuilder answer = Response.ok(passedOn)
                .header(CONTENT_TYPE, said.firstValue(CONTENT_TYPE).orElse("application/octet-stream"))
                .header(
                        CONTENT_DISPOSITION,
                        said.firstValue(CONTENT_DISPOSITION).orElse("attachment"));
        said.firstValue("Content-Length").ifPresent(length -> answer.header("Content-Length", length));
        return answer.build();
    }

    /** The same file, to be saved and never shown: a browser must not take it for a page of ours. */
    public static Response of(RestResponse<byte[]> file) {
        return Response.ok(file.getEntity())
                .header(CONTENT_TYPE, file.getHeaderString(CONTENT_TYPE))
                .header(
                        CONTENT_DISPOSITION,
                        Objects.requireNonNullElse(file.getHeaderString(CONTENT_DISPOSITION), "attachment"))
                .build();
    }
}
