package org.comity.kernel.audit;

import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.comity.kernel.caller.Caller;
import org.comity.kernel.caller.Role;
import org.comity.kernel.caller.StateCode;
import org.comity.kernel.time.Identifiers;
import org.jspecify.annotations.Nullable;

/** Writes rows of the audit trail. */
@Singleton
public class AuditEntries {

    private static final String INSERT = "insert into audit_entry (id, at, person, person_name, client, state, roles,"
            + " method, path, status, decision, records) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final int LONGEST_PATH = 500;
    private static final int MOST_RECORDS = 500;

    private final AgroalDataSource database;
    private final Identifiers identifiers;
    private final Clock clock;

    AuditEntries(AgroalDataSource database, Identifiers identifiers, Clock clock) {
        this.database = database;
        this.identifiers = identifiers;
        this.clock = clock;
    }

    /**
     * What was asked and what came of it.
     *
     * @param caller nobody, where there was no token
     */
    record Entry(Instant at, Optional<Caller> caller, String method, String path, int status, List<String> records) {}

    /**
     * Work that goes on after its request was answered has changed these records: one row for each 500 of them, in the
     * transaction of that work.
     *
     * @param path where the work was asked for, from the service's name on
     * @throws IllegalStateException if they cannot be written; the work must not stand then
     */
    public void changed(Caller by, String path, Collection<UUID> records) {
        List<String> all = records.stream().map(UUID::toString).toList();
        Instant at = clock.instant();
        try {
            for (int from = 0; from < all.size(); from += MOST_RECORDS) {
                write(new Entry(
                        at,
                        Optional.of(by),
                        "POST",
                        path,
                        200,
                        all.subList(from, Math.min(all.size(), from + MOST_RECORDS))));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("what was done cannot be recorded", e);
        }
    }

    /**
     * An answer that goes on for as long as the caller listens has begun. The filter of answers does not see such a one.
     *
     * @param path where it was asked for
     * @throws IllegalStateException if it cannot be written; the answer must not begin then
     */
    public void listening(Caller by, String path) {
        try {
            write(new Entry(clock.instant(), Optional.of(by), "GET", path, 200, List.of()));
        } catch (SQLException e) {
            throw new IllegalStateException("what was asked cannot be recorded", e);
        }
    }

    void write(Entry entry) throws SQLException {
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
            insert.setArray(12, connection.createArrayOf("text", entry.records().toArray()));
            insert.executeUpdate();
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
}
