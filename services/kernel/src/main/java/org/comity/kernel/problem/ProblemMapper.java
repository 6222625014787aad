package org.comity.kernel.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.ext.web.handler.HttpException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.comity.kernel.contract.ServedContract;
import org.hibernate.exception.ConstraintViolationException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * Turns whatever goes wrong into a problem: never a stack trace, never a word of how we are built.
 *
 * <p>Rules: R-73.
 */
class ProblemMapper {

    private static final Logger LOG = Logger.getLogger(ProblemMapper.class);

    private final ServedContract contract;

    ProblemMapper(ServedContract contract) {
        this.contract = contract;
    }

    @ServerExceptionMapper
    Response refusal(ProblemException refusal) {
        String correlationId = null;
        if (refusal.type().status() >= 500) {
            correlationId = logged(refusal);
        }
        return response(refusal.type(), refusal.detail().orElse(null), correlationId, refusal.errors());
    }

    /** Quarkus has a mapper of its own for this one, which names Java classes. */
    @ServerExceptionMapper
    Response mismatched(MismatchedInputException fault) {
        return unreadable(fault);
    }

    @ServerExceptionMapper
    Response unreadable(JsonProcessingException fault) {
        for (Throwable cause = fault.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof ProblemException refusal) {
                // Jackson wraps what is thrown while it reads on: a body that turns out to be too large
                return refusal(refusal);
            }
        }
        return response(KernelProblem.MALFORMED_REQUEST, null, null, List.of(JsonFault.in(fault)));
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    Response unauthenticated(Throwable fault) {
        return response(
                KernelProblem.UNAUTHENTICATED,
                "The token is missing, has expired, or is not for this system.",
                null,
                List.of());
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException fault) {
        return response(KernelProblem.FORBIDDEN, null, null, List.of());
    }

    @ServerExceptionMapper({
        jakarta.persistence.OptimisticLockException.class,
        org.hibernate.StaleStateException.class,
        org.hibernate.StaleObjectStateException.class,
        org.hibernate.exception.LockAcquisitionException.class
    })
    Response overtaken(Throwable fault) {
        if (DatabaseAway.isTheCauseOf(fault)) {
            return failure(fault);
        }
        return response(KernelProblem.STALE, "Read the record again, and repeat the change.", null, List.of());
    }

    @ServerExceptionMapper
    Response http(WebApplicationException fault, ContainerRequestContext request) {
        for (Throwable cause = fault.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof JsonProcessingException json) {
                return unreadable(json);
            }
            if (cause instanceof ProblemException refusal) {
                return refusal(refusal);
            }
        }
        String path = request.getUriInfo().getRequestUri().getRawPath();
        Set<String> methods = new TreeSet<>(contract.methods(path));
        KernelProblem type = KernelProblem.ofStatus(fault.getResponse().getStatus());
        if (type == KernelProblem.NOT_FOUND && !methods.isEmpty() && !methods.contains(request.getMethod())) {
            // what a library says where another class than the one it chose has the address
            type = KernelProblem.METHOD_NOT_ALLOWED;
        }
        return switch (type) {
            case INTERNAL -> failure(fault);
            case UNAUTHENTICATED -> unauthenticated(fault);
            case METHOD_NOT_ALLOWED -> {
                Response refused = response(type, null, null, List.of());
                refused.getHeaders().putSingle("Allow", String.join(", ", methods));
                yield refused;
            }
            default -> response(type, null, null, List.of());
        };
    }

    /** Two at once with a value that only one may have: the later one is told, without a word of the other's record. */
    @ServerExceptionMapper
    Response taken(ConstraintViolationException violation) {
        return violation.getKind() == ConstraintViolationException.ConstraintKind.UNIQUE
                ? response(KernelProblem.CONFLICT, "Read again, and choose another value.", null, List.of())
                : response(KernelProblem.INTERNAL, null, logged(violation), List.of());
    }

    @ServerExceptionMapper
    Response failure(Throwable failure) {
        if (failure instanceof HttpException http && http.getStatusCode() == 400) {
            return response(KernelProblem.MALFORMED_REQUEST, null, null, List.of());
        }
        if (UnreadableForm.isTheFaultOf(failure)) {
            return response(
                    KernelProblem.MALFORMED_REQUEST,
                    null,
                    null,
                    List.of(new FieldError("", "The body is no form with parts (multipart/form-data, RFC 7578).")));
        }
        if (DatabaseAway.isTheCauseOf(failure)) {
            return response(
                    KernelProblem.UNAVAILABLE, "The database does not answer in time.", logged(failure), List.of());
        }
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof ConstraintViolationException violation) {
                return taken(violation);
            }
            if (cause instanceof ProblemException refusal) {
                return refusal(refusal);
            }
            if (cause instanceof org.hibernate.StaleStateException
                    || cause instanceof org.hibernate.exception.LockAcquisitionException
                    || cause instanceof jakarta.persistence.OptimisticLockException) {
                return overtaken(cause);
            }
        }
        return response(KernelProblem.INTERNAL, null, logged(failure), List.of());
    }

    private static String logged(Throwable failure) {
        String correlationId = UUID.randomUUID().toString();
        LOG.errorf(failure, "Request failed, correlation id %s", correlationId);
        return correlationId;
    }

    private static Response response(
            ProblemType type,
            @org.jspecify.annotations.Nullable String detail,
            @org.jspecify.annotations.Nullable String correlationId,
            List<FieldError> errors) {
        Response.ResponseBuilder response = Response.status(type.status())
                .type(Problem.MEDIA_TYPE)
                .entity(Problem.of(type, detail, correlationId, errors));
        if (type.status() == 401) {
            response.header("WWW-Authenticate", "Bearer");
        }
        if (type == KernelProblem.TOO_LARGE) {
            // the rest of the body is not read
            response.header("Connection", "close");
        }
        return response.build();
    }
}
