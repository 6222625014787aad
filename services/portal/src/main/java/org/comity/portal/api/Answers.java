package org.comity.portal.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.eclipse.microprofile.rest.client.ext.ResponseExceptionMapper;

/** Turns every answer of a service that is not a success into a {@link Refusal}. */
public final class Answers implements ResponseExceptionMapper<Refusal> {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public boolean handles(int status, MultivaluedMap<String, Object> headers) {
        return status >= 400;
    }

    @Override
    public Refusal toThrowable(Response response) {
        return new Refusal(response.getStatus(), read(response));
    }

    private static Problem read(Response response) {
        int status = response.getStatus();
        try (InputStream body = response.readEntity(InputStream.class)) {
            JsonNode node = body == null ? JSON.nullNode() : JSON.readTree(body);
            return new Problem(
                    node.path("type").asText(""),
                    node.path("title").asText(""),
                    status,
                    node.path("detail").asText(""),
                    node.path("correlationId").asText(""),
                    node.path("errors")
                            .valueStream()
                            .map(it -> new Problem.Fault(
                                    it.path("pointer").asText(""),
                                    it.path("detail").asText("")))
                            .toList());
        } catch (IOException | RuntimeException notJson) {
            return new Problem("", "", status, "", "", List.of());
        }
    }
}
