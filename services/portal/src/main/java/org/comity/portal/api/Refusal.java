package org.comity.portal.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A service answered, and said no. A page that can say more than the general page catches it. */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final int status;
    private final transient Problem problem;

    Refusal(int status, Problem problem) {
        super(status + " " + problem.slug() + " " + problem.correlationId());
        this.status = status;
        this.problem = problem;
    }

    /** Reads the problem in an answer that is not a success. */
    static Refusal of(Response answer) {
        return of(answer.getStatus(), () -> answer.readEntity(InputStream.class));
    }

    /** Reads the problem in such an answer. */
    static Refusal of(int status, Supplier<@Nullable InputStream> answer) {
        return new Refusal(status, read(status, answer));
    }

    private static Problem read(int status, Supplier<@Nullable InputStream> answer) {
        try (InputStream body = answer.get()) {
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

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** Whether the service refuses whatever this person asks: the session or the access of the person has ended. */
    public boolean isOfPerson() {
        return status == 401
                || status == 403 && Set.of("access-ended", "no-state").contains(problem.slug());
    }

    /** What the service said. */
    public Problem problem() {
        return problem;
    }
}
