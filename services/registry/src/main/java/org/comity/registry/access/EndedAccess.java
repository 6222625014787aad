package org.comity.registry.access;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Set;
import java.util.TreeSet;
import org.comity.kernel.access.AccessSubject;
import org.comity.kernel.caller.StateCode;
import org.comity.kernel.problem.KernelProblem;

/**
 * Ends access and restores it, for every service and from the next request on. Each call takes effect when it returns,
 * whatever becomes of a transaction around it, and repeating one changes nothing.
 */
@Singleton
public class EndedAccess {

    private static final String END =
            "insert into access_ended (subject, ended_at, reason) values (?, ?, ?) on conflict do nothing";
    private static final String RESTORE = "delete from access_ended where subject = ?";
    private static final String STATES = "select subject from access_ended where subject like 'state:%'";
    private static final String PREFIX_OF_STATES = "state:";

    private final AgroalDataSource access;
    private final Clock clock;

    EndedAccess(@DataSource("access-writer") AgroalDataSource access, Clock clock) {
        this.access = access;
        this.clock = clock;
    }

    /**
     * Ends the access of a subject.
     *
     * @param subject as {@link AccessSubject} names it
     * @throws org.comity.kernel.problem.ProblemException 503 if that cannot be done, or nobody knows whether it was
     */
    public void end(String subject, String reason) {
        try (Connection connection = access.getConnection();
                PreparedStatement insert = connection.prepareStatement(END)) {
            insert.setString(1, subject);
            insert.setTimestamp(2, Timestamp.from(clock.instant()));
            insert.setString(3, reason);
            insert.executeUpdate();
        } catch (SQLException e) {
            throw KernelProblem.UNAVAILABLE.causedBy("Access cannot be ended just now.", e);
        }
    }

    /**
     * Restores the access of a subject.
     *
     * @throws org.comity.kernel.problem.ProblemException 503 if that cannot be done, or nobody knows whether it was
     */
    public void restore(String subject) {
        try (Connection connection = access.getConnection();
                PreparedStatement delete = connection.prepareStatement(RESTORE)) {
            delete.setString(1, subject);
            delete.executeUpdate();
        } catch (SQLException e) {
            throw KernelProblem.UNAVAILABLE.causedBy("Access cannot be restored just now.", e);
        }
    }

    /** The states whose access has ended. */
    public Set<StateCode> states() {
        try (Connection connection = access.getConnection();
                PreparedStatement query = connection.prepareStatement(STATES);
                ResultSet rows = query.executeQuery()) {
            Set<StateCode> states = new TreeSet<>();
            while (rows.next()) {
                StateCode.parse(rows.getString(1).substring(PREFIX_OF_STATES.length()))
                        .ifPresent(states::add);
            }
            return states;
        } catch (SQLException e) {
            throw KernelProblem.UNAVAILABLE.causedBy("Whose access has ended cannot be told just now.", e);
        }
    }
}
