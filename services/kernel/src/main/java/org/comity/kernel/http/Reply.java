package org.comity.kernel.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.AnnotationIntrospector;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.NopAnnotationIntrospector;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/**
 * An answer with one representation, written out, so that its tag and a later repetition have the same bytes.
 *
 * @param location the address of what was created
 */
public record Reply(int status, @Nullable String location, ETag etag, String json) {

    /** The answer as JAX-RS wants it. */
    public Response toResponse() {
        Response.ResponseBuilder response = Response.status(status)
                .type(MediaType.APPLICATION_JSON)
                .header("ETag", etag.value())
                .entity(json);
        if (location != null) {
            response.header("Location", location);
        }
        return response.build();
    }

    /** Writes views out as JSON. */
    @Singleton
    public static class Writer {

        private final ObjectMapper json;
        private final ObjectMapper ofTag;

        Writer(ObjectMapper json) {
            this.json = json;
            this.ofTag = json.copy();
            ofTag.setAnnotationIntrospector(AnnotationIntrospector.pair(
                    new LeavesOutOfTag(), json.getSerializationConfig().getAnnotationIntrospector()));
        }

        private static final class LeavesOutOfTag extends NopAnnotationIntrospector {

            private static final long serialVersionUID = 1L;

            @Override
            public boolean hasIgnoreMarker(AnnotatedMember member) {
                return member.hasAnnotation(NotInTag.class);
            }
        }

        /** 200 with this view. */
        public Reply ok(Object view) {
            return write(200, null, view);
        }

        /** 201 with this view, to be found at this address. */
        public Reply created(String location, Object view) {
            return write(201, location, view);
        }

        /** The tag that a reader of this view has. */
        public ETag etag(Object view) {
            try {
                return ETag.of(ofTag.writeValueAsBytes(view));
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("a view cannot be written", e);
            }
        }

        private Reply write(int status, @Nullable String location, Object view) {
            try {
                return new Reply(status, location, etag(view), json.writeValueAsString(view));
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("a view cannot be written", e);
            }
        }
    }
}
