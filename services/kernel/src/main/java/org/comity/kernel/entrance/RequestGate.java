package org.comity.kernel.entrance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.comity.entrance.Connections;
import org.comity.entrance.EntranceConfig;
import org.comity.entrance.Refusal;
import org.comity.entrance.RequestForm;
import org.comity.kernel.contract.ServedContract;
import org.comity.kernel.problem.FieldError;
import org.comity.kernel.problem.KernelProblem;
import org.comity.kernel.problem.Problem;
import org.comity.kernel.problem.ProblemForms;
import org.jboss.logging.Logger;

/**
 * Looks at each request before it is routed, and refuses with a problem what no resource should see: a malformed or
 * disguised address, headers that contradict each other, a body that is too large or encoded. Answers {@code OPTIONS}
 * too, out of the contract. What fails before a resource is reached gets a problem as well.
 *
 * <p>Netty refuses by itself what is no HTTP, an address of more than 16 KB and headers of more than 32 KB, without a
 * body (400, 414, 431), and closes the connection.
 */
@Singleton
class RequestGate {

    private static final Logger LOG = Logger.getLogger(RequestGate.class);

    private static final int SERVER_ERROR = 500;

    private final EntranceConfig config;
    private final BodyLimits limits;
    private final ServedContract contract;
    private final ProblemForms forms;
    private final ObjectMapper json;

    RequestGate(
            EntranceConfig config, BodyLimits limits, ServedContract contract, ProblemForms forms, ObjectMapper json) {
        this.config = config;
        this.limits = limits;
        this.contract = contract;
        this.forms = forms;
        this.json = json;
    }

    /** Before every other route: the first one that looks at the path fails over what is malformed. */
    void stand(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).handler(this::look).failureHandler(this::failed);
    }

    private void look(RoutingContext asked) {
        asked.response().putHeader("Cache-Control", "no-store").putHeader("X-Content-Type-Options", "nosniff");
        if (asked.request().getHeader("Transfer-Encoding") != null) {
            // Netty drops a Content-Length beside it unseen, so that each such connection ends here (RFC 9112, 6.3)
            Connections.closeAfterAnswer(asked);
        }
        Connections.limitBody(asked, config.slowestBody());
        Optional<Refusal> refusal = new RequestForm(asked.request(), config, this::hasAddress)
                .fault()
                .or(() -> limits.fault(asked.request()));
        if (refusal.isPresent()) {
            refuse(asked, refusal.get());
        } else if (asked.request().method().name().equals("OPTIONS")) {
            options(asked);
        } else {
            asked.next();
        }
    }

    private boolean hasAddress(String path) {
        return !contract.methods(path).isEmpty();
    }

    /** Tells everybody the methods of an address: they stand in the contract, which is public. */
    private void options(RoutingContext asked) {
        Set<String> methods = new TreeSet<>(contract.methods(asked.request().path()));
        if (methods.isEmpty()) {
            answer(asked, Problem.of(KernelProblem.NOT_FOUND, null, null, List.of()));
            return;
        }
        methods.add("OPTIONS");
        asked.response()
                .setStatusCode(204)
                .putHeader("Allow", String.join(", ", methods))
                .end();
    }

    private void refuse(RoutingContext asked, Refusal refusal) {
        KernelProblem type = KernelProblem.ofStatus(refusal.status());
        if (type == KernelProblem.METHOD_NOT_ALLOWED) {
            asked.response()
                    .putHeader(
                            "Allow",
                            String.join(", ", contract.methods(asked.request().path())));
        }
        Connections.closeAfterAnswer(asked);
        List<FieldError> errors =
                refusal.detail().isEmpty() ? List.of() : List.of(new FieldError(refusal.name(), refusal.detail()));
        answer(asked, Problem.of(type, null, null, errors));
    }

    private void answer(RoutingContext asked, Problem problem) {
        HttpServerResponse response = asked.response();
        ProblemForms.Written written = forms.of(String.valueOf(asked.request().path()), problem);
        try {
            response.setStatusCode(problem.status())
                    .putHeader("Content-Type", written.mediaType())
                    .end(json.writeValueAsString(written.body()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a problem cannot be written", e);
        }
    }

    /** What failed outside of all resources: Vert.x says with which status. */
    private void failed(RoutingContext asked) {
        if (asked.response().ended() || asked.response().headWritten()) {
            return;
        }
        int status = asked.statusCode();
        Throwable failure = asked.failure();
        if (status < 0 && failure instanceof io.vertx.ext.web.handler.HttpException http) {
            status = http.getStatusCode();
        }
        KernelProblem type = KernelProblem.ofStatus(status < 0 ? SERVER_ERROR : status);
        String correlationId = null;
        if (type.status() >= SERVER_ERROR) {
            correlationId = UUID.randomUUID().toString();
            LOG.errorf(failure, "A request failed before it reached a resource, correlation id %s", correlationId);
        }
        answer(asked, Problem.of(type, null, correlationId, List.of()));
    }
}
