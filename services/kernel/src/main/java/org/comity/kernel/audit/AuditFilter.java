package org.comity.kernel.audit;

import io.quarkus.runtime.BlockingOperationControl;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import org.comity.kernel.caller.CurrentCaller;
import org.comity.kernel.problem.KernelProblem;
import org.comity.kernel.problem.Problem;
import org.jboss.logging.Logger;

/**
 * Writes the request's row before its answer goes out: what cannot be recorded is not shown. It stands outside the
 * transaction of the request, so that a refusal leaves its row too.
 *
 * <p>Rules: R-67.
 */
@Provider
@Priority(Priorities.USER)
class AuditFilter implements ContainerResponseFilter {

    private static final Logger LOG = Logger.getLogger(AuditFilter.class);
    private static final int FAILED = 500;

    /** The most rows, of a kilobyte at most, that wait to be written after their request was answered. */
    private static final int MOST_WAITING = 1000;

    private final AuditEntries entries;
    private final CurrentCaller caller;
    private final AuditTrail trail;
    private final Clock clock;
    private final ExecutorService workers;
    private final Semaphore waiting = new Semaphore(MOST_WAITING);

    AuditFilter(AuditEntries entries, CurrentCaller caller, AuditTrail trail, Clock clock, ExecutorService workers) {
        this.entries = entries;
        this.caller = caller;
        this.trail = trail;
        this.clock = clock;
        this.workers = workers;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        AuditEntries.Entry entry = new AuditEntries.Entry(
                clock.instant(),
                caller.find(),
                request.getMethod(),
                request.getUriInfo().getPath(),
                response.getStatus(),
                List.copyOf(trail.records()));
        if (!BlockingOperationControl.isBlockingAllowed() || response.getStatus() >= FAILED) {
            // Nothing was shown: no address matches, or we failed, and a database that hangs must not hold up the
            // answer.
            later(entry);
            return;
        }
        if (!write(entry)) {
            response.getHeaders().remove("ETag");
            response.getHeaders().remove("Link");
            response.setStatus(KernelProblem.UNAVAILABLE.status());
            response.setEntity(
                    Problem.of(
                            KernelProblem.UNAVAILABLE, "What is asked cannot be recorded just now.", null, List.of()),
                    new Annotation[0],
                    MediaType.valueOf(Problem.MEDIA_TYPE));
        }
    }

    private void later(AuditEntries.Entry entry) {
        if (!waiting.tryAcquire()) {
            LOG.errorf("A request could not be recorded, too many wait: %s %s", entry.method(), entry.status());
            return;
        }
        workers.execute(() -> {
            try {
                write(entry);
            } finally {
                waiting.release();
            }
        });
    }

    private boolean write(AuditEntries.Entry entry) {
        try {
            entries.write(entry);
            return true;
        } catch (SQLException e) {
            LOG.errorf(e, "A request could not be recorded: %s %s", entry.method(), entry.status());
            return false;
        }
    }
}
