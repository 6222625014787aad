package org.comity.kernel.wall;

import io.agroal.api.AgroalPoolInterceptor;
import io.quarkus.arc.Arc;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Collectors;
import org.comity.kernel.caller.Caller;
import org.comity.kernel.caller.CurrentCaller;
import org.comity.kernel.caller.Role;
import org.comity.kernel.caller.StateCode;
import org.jboss.logging.Logger;

/**
 * Tells row-level security who asks: each connection that a transaction takes from the pool carries the caller's
 * state, person and roles, and none when it goes back. Work without a caller (a timer, a consumer) carries empty
 * values, under which the policies show nothing.
 *
 * <p>Rules: R-74.
 */
@Singleton
public class CallerOnConnection implements AgroalPoolInterceptor {

    private static final Logger LOG = Logger.getLogger(CallerOnConnection.class);
    private static final String SET =
            "select set_config('comity.state', ?, false), set_config('comity.person', ?, false),"
                    + " set_config('comity.roles', ?, false)";

    private final CurrentCaller current;

    CallerOnConnection(CurrentCaller current) {
        this.current = current;
    }

    @Override
    public void onConnectionAcquire(Connection connection) {
        Optional<Caller> caller = caller();
        try {
            set(
                    connection,
                    caller.flatMap(Caller::state).map(StateCode::value).orElse(""),
                    caller.map(c -> c.person().id()).orElse(""),
                    caller.map(CallerOnConnection::roles).orElse(""));
        } catch (SQLException e) {
            throw new IllegalStateException("cannot say whose connection this is", e);
        }
    }

    @Override
    public void onConnectionReturn(Connection connection) {
        try {
            set(connection, "", "", "");
        } catch (SQLException e) {
            // Throwing here would lose the connection for good; the next acquire sets all three anew in any case.
            LOG.warn("A connection went back to the pool with its caller still on it", e);
        }
    }

    private Optional<Caller> caller() {
        return Arc.container().requestContext().isActive() ? current.find() : Optional.empty();
    }

    private static String roles(Caller caller) {
        return caller.roles().stream().map(Role::realmName).sorted().collect(Collectors.joining(","));
    }

    private static void set(Connection connection, String state, String person, String roles) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SET)) {
            statement.setString(1, state);
            statement.setString(2, person);
            statement.setString(3, roles);
            statement.execute();
        }
    }
}
