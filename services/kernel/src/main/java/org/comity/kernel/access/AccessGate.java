package org.comity.kernel.access;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.inject.Singleton;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.comity.kernel.caller.Caller;
import org.comity.kernel.caller.Role;
import org.comity.kernel.problem.KernelProblem;

/**
 * Asks the {@code access} database, for each request, whether the caller's state, person, session or one of the roles
 * has ended. Remembers nothing, so that an end bites on the next request, on every replica, and after any restart.
 *
 * <p>Rules: R-62.
 */
@Singleton
public class AccessGate {

    private static final String ENDED = "select subject from access_ended where subject = any (?)";

    private final AgroalDataSource access;

    AccessGate(@DataSource("access") AgroalDataSource access) {
        this.access = access;
    }

    /**
     * The caller as it may act now: without the roles that were taken from it.
     *
     * @throws org.comity.kernel.problem.ProblemException if its access has ended, or nobody can tell
     */
    public Caller admit(Caller caller) {
        Set<String> ended = ended(subjects(caller));
        Set<Role> roles = new HashSet<>(caller.roles());
        roles.removeIf(role -> ended.remove(AccessSubject.role(caller.person(), role)));
        if (ended.contains(AccessSubject.session(caller.session().orElse("")))) {
            throw KernelProblem.UNAUTHENTICATED.because("This session has ended. Sign in again.");
        }
        if (!ended.isEmpty()) {
            throw KernelProblem.ACCESS_ENDED.because("Access has ended. Ask your state's point of contact.");
        }
        return new Caller(caller.person(), caller.state(), roles, caller.session(), caller.client());
    }

    private static List<String> subjects(Caller caller) {
        List<String> subjects = new ArrayList<>();
        subjects.add(AccessSubject.person(caller.person()));
        caller.state().map(AccessSubject::state).ifPresent(subjects::add);
        caller.session().map(AccessSubject::session).ifPresent(subjects::add);
        caller.roles().forEach(role -> subjects.add(AccessSubject.role(caller.person(), role)));
        return subjects;
    }

    private Set<String> ended(List<String> subjects) {
        try (Connection connection = access.getConnection();
                PreparedStatement query = connection.prepareStatement(ENDED)) {
            Array asked = connection.createArrayOf("text", subjects.toArray());
            query.setArray(1, asked);
            Set<String> ended = new HashSet<>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    ended.add(rows.getString(1));
                }
            }
            return ended;
        } catch (SQLException e) {
            throw KernelProblem.UNAVAILABLE.causedBy("Whether access still stands cannot be told just now.", e);
        }
    }
}
