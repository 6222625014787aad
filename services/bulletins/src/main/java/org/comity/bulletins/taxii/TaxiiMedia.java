package org.comity.bulletins.taxii;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.vertx.ext.web.Router;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.util.Map;
import java.util.TreeMap;
import org.comity.kernel.problem.FieldError;
import org.comity.kernel.problem.KernelProblem;
import org.comity.kernel.problem.Problem;
import org.comity.kernel.problem.ProblemForm;
import org.jspecify.annotations.Nullable;

/**
 * The media type of TAXII: what is asked for or sent in another version is refused, and refusals below {@code /taxii2} are error
 * messages of TAXII.
 *
 * <p>Source: docs/rules.md R-343 (TAXII 2.1, 1.6.8, 3.6).
 */
final class TaxiiMedia {

    /** What goes out. */
    static final String TYPE = "application/taxii+json;version=2.1";

    /** What objects are, before the version of STIX. */
    static final String STIX = "application/stix+json;version=";

    private static final String SUBTYPE = "taxii+json";
    private static final String PATH = "/taxii2";

    private TaxiiMedia() {}

    private static boolean isTaxii(String path) {
        return path.equals(PATH) || path.startsWith(PATH + "/");
    }

    /** An error message (TAXII 2.1, 3.6.1). */
    record ErrorMessage(
            String title,
            @Nullable String description,
            @JsonProperty("error_id") @Nullable String errorId,
            @JsonProperty("error_code") String errorCode,
            @JsonProperty("http_status") String httpStatus,
            Map<String, String> details) {}

    /** Refusals as error messages. */
    @Singleton
    static class Form implements ProblemForm {

        @Override
        public boolean isFor(String path) {
            return isTaxii(path);
        }

        @Override
        public String mediaType() {
            return TYPE;
        }

        @Override
        public Object body(Problem problem) {
            Map<String, String> details = new TreeMap<>();
            for (FieldError error : problem.errors()) {
                details.putIfAbsent(error.pointer().isEmpty() ? "body" : error.pointer(), error.detail());
            }
            return new ErrorMessage(
                    problem.title(),
                    problem.detail(),
                    problem.correlationId(),
                    problem.type(),
                    Integer.toString(problem.status()),
                    details);
        }
    }

    /** Says the media type as the standard writes it: the server would add a character set. */
    @Singleton
    static class Exactly {

        void stand(@Observes Router router) {
            router.route(PATH + "*").order(Integer.MIN_VALUE + 1).handler(asked -> {
                asked.addHeadersEndHandler(sent -> {
                    String type = asked.response().headers().get("Content-Type");
                    if (type != null && type.startsWith("application/" + SUBTYPE)) {
                        asked.response().putHeader("Content-Type", TYPE);
                    }
                });
                asked.next();
            });
        }
    }

    /** Looks at the version, which the routing of requests does not. */
    @Provider
    @Priority(Priorities.AUTHORIZATION)
    static class Version implements ContainerRequestFilter {

        @Override
        public void filter(ContainerRequestContext request) {
            if (!isTaxii(request.getUriInfo().getRequestUri().getRawPath())) {
                return;
            }
            if (request.getAcceptableMediaTypes().stream().noneMatch(Version::isOurs)) {
                throw KernelProblem.NOT_ACCEPTABLE.because("Accept " + TYPE + ".");
            }
            MediaType sent = request.getMediaType();
            if (request.getMethod().equals("POST") && sent != null && !isOurs(sent)) {
                throw KernelProblem.UNSUPPORTED_MEDIA_TYPE.because("Send " + TYPE + ".");
            }
        }

        private static boolean isOurs(MediaType type) {
            boolean isAny = type.isWildcardType() || type.getType().equals("application") && type.isWildcardSubtype();
            String version = type.getParameters().getOrDefault("version", "2.1");
            return isAny || type.getSubtype().equals(SUBTYPE) && version.equals("2.1");
        }
    }
}
