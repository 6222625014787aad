package org.comity.portal.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.Entity;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.client.api.ClientMultipartForm;
import org.jspecify.annotations.Nullable;

/**
 * One call of a service. Whichever way a page sends it, the call throws {@link Refusal} where the service says no, and
 * {@link ProcessingException} where the service does not answer in time.
 */
public final class Call {

    private static final int REFUSED = 400;

    private final Client client;
    private final ObjectMapper json;
    private final StringBuilder address;
    private final MultivaluedMap<String, Object> headers = new MultivaluedHashMap<>();

    Call(Client client, ObjectMapper json, String address) {
        this.client = client;
        this.json = json;
        this.address = new StringBuilder(address);
    }

    Call bearing(String token) {
        headers.putSingle(HttpHeaders.AUTHORIZATION, "Bearer " + token);
        return this;
    }

    /** Adds a parameter to the query: one for each value of a list, none for null. */
    public Call with(String name, @Nullable Object value) {
        Collection<?> values = value instanceof Collection<?> several
                ? several
                : Optional.ofNullable(value).stream().toList();
        for (Object one : values) {
            address.append(address.indexOf("?") < 0 ? '?' : '&')
                    .append(name)
                    .append('=')
                    .append(Services.encoded(one));
        }
        return this;
    }

    /** Reads a record, or a page of a list. */
    public <T> T read(Class<T> type) {
        return answer(type).getEntity();
    }

    /** Reads a record or a page of a list with the headers: the version of the record, the link to the next page. */
    public <T> RestResponse<T> answer(Class<T> type) {
        return read(send("GET", null), type);
    }

    /** Reads a file. */
    public RestResponse<byte[]> file() {
        headers.putSingle(HttpHeaders.ACCEPT, MediaType.WILDCARD);
        Response answer = send("GET", null);
        return with(answer.readEntity(byte[].class), answer);
    }

    /** Creates a record. A second call with the same key creates no second record. */
    public <T> RestResponse<T> create(String key, Object body, Class<T> type) {
        headers.putSingle("Idempotency-Key", key);
        return post(body, type);
    }

    /** Replaces the content of the record that has this version. */
    public <T> RestResponse<T> edit(String etag, Object body, Class<T> type) {
        headers.putSingle(HttpHeaders.IF_MATCH, etag);
        return read(send("PUT", written(body)), type);
    }

    /** Takes a step with the record that has this version. */
    public <T> RestResponse<T> step(String etag, Object body, Class<T> type) {
        headers.putSingle(HttpHeaders.IF_MATCH, etag);
        return post(body, type);
    }

    /** Removes what belongs to the record of that version. */
    public <T> RestResponse<T> remove(String etag, Class<T> type) {
        headers.putSingle(HttpHeaders.IF_MATCH, etag);
        return read(send("DELETE", null), type);
    }

    /** Takes a step that has no body. */
    public <T> RestResponse<T> step(String etag, Class<T> type) {
        return step(etag, new Steps.Empty(), type);
    }

    /** Sends a body that needs neither a key nor a version. */
    public <T> RestResponse<T> post(Object body, Class<T> type) {
        return read(send("POST", written(body)), type);
    }

    private Entity<?> written(Object body) {
        if (body instanceof ClientMultipartForm) {
            return Entity.entity(body, MediaType.MULTIPART_FORM_DATA_TYPE);
        }
        try {
            return Entity.json(json.writeValueAsBytes(body));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a body cannot be written", impossible);
        }
    }

    private Response send(String method, @Nullable Entity<?> body) {
        headers.computeIfAbsent(HttpHeaders.ACCEPT, accept -> List.of(MediaType.APPLICATION_JSON));
        Response answer = client.target(URI.create(address.toString()))
                .request()
                .headers(headers)
                .method(method, body);
        if (answer.getStatus() >= REFUSED) {
            throw Refusal.of(answer);
        }
        return answer;
    }

    private <T> RestResponse<T> read(Response answer, Class<T> type) {
        byte[] body = answer.readEntity(byte[].class);
        try {
            return with(body == null || body.length == 0 ? null : json.readValue(body, type), answer);
        } catch (IOException noJson) {
            throw new ProcessingException(address + " does not answer as its contract says", noJson);
        }
    }

    private static <T> RestResponse<T> with(@Nullable T entity, Response answer) {
        RestResponse.ResponseBuilder<T> read = RestResponse.ResponseBuilder.create(answer.getStatus());
        answer.getStringHeaders().forEach((name, values) -> values.forEach(value -> read.header(name, value)));
        return read.entity(entity).build();
    }
}
