package org.comity.kernel.audit;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.BlockingOperationControl;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import org.comity.kernel.caller.Caller;
import org.comity.kernel.caller.CurrentCaller;
import org.comity.kernel.caller.Role;
import org.comity.kernel.caller.StateCode;
import org.comity.kernel.problem.KernelProblem;
import org.comity.kernel.problem.Problem;
import org.comity.kernel.time.Identifiers;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Writes the request's row before its answer goes out: what cannot be recorded is not shown. It stands outside the
 * transaction of the request, so that a refusal leaves its row too.
 */
@Provider
@Priority(Priorities.USER)
class AuditFilter implements ContainerResponseFilter {

    private static final Logger LOG = Logger.getLogger(AuditFilter.class);
    private static final String INSERT = "insert into audit_entry (id, at, person, person_name, client, state, roles,"
            + " method, path, status, decision, records) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final int LONGEST_PATH = 500;

    private final AgroalDataSource database;
    private final CurrentCaller caller;
    private final AuditTrail trail;
    private final Clock clock;
    private final Identifiers identifiers;
    private final ExecutorService workers;

    AuditFilter(
            AgroalDataSource database,
            CurrentCaller caller,
            AuditTrail trail,
            Clock clock,
            Identifiers identifiers,
            ExecutorService workers) {
        this.database = database;
        this.caller = caller;
        this.trail = trail;
        this.clock = clock;
        this.identifiers = identifiers;
        this.workers = workers;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        Entry entry = new Entry(
                clock.instant(),
                caller.find(),
                request.getMethod(),
                request.getUriInfo().getPath(),
                response.getStatus(),
                trail.records().toArray(String[]::new));
        if (!BlockingOperationControl.isBlockingAllowed()) {
            // Only requests that match no address get here; they were shown nothing.
            workers.execute(() -> write(entry));
            return;
        }
        if (!write(entry) && response.getStatus() < 500) {
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

    private boolean write(Entry entry) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setObject(1, identifiers.next());
            insert.setTimestamp(2, Timestamp.from(entry.at()));
            setText(insert, 3, entry.caller().map(c -> c.person().id()).orElse(null));
            setText(insert, 4, entry.caller().map(c -> c.person().name()).orElse(null));
            setText(insert, 5, entry.caller().map(Caller::client).orElse(null));
            setText(
                    insert,
                    6,
                    entry.caller().flatMap(Caller::state).map(StateCode::value).orElse(null));
            insert.setArray(7, connection.createArrayOf("text", roles(entry)));
            insert.setString(8, entry.method());
            insert.setString(9, printable(entry.path()));
            insert.setInt(10, entry.status());
            insert.setString(11, AccessDecision.of(entry.status()).name());
            insert.setArray(12, connection.createArrayOf("text", entry.records()));
            insert.executeUpdate();
            return true;
        } catch (SQLException e) {
            LOG.errorf(e, "A request could not be recorded: %s %s", entry.method(), entry.status());
            return false;
        }
    }

    private static Object[] roles(Entry entry) {
        return entry.caller().stream()
                .flatMap(c -> c.roles().stream())
                .map(Role::realmName)
                .sorted()
                .toArray();
    }

    private static void setText(PreparedStatement insert, int position, @Nullable String text) throws SQLException {
        if (text == null) {
            insert.setNull(position, Types.VARCHAR);
        } else {
            insert.setString(position, text);
        }
    }

    private static String printable(String path) {
        String clean = path.replaceAll("\\p{Cntrl}", "?");
        return clean.length() <= LONGEST_PATH ? clean : clean.substring(0, LONGEST_PATH);
    }

    private record Entry(
            Instant at, Optional<Caller> caller, String method, String path, int status, String[] records) {}
}
