package org.comity.denials.denial;

import static org.comity.denials.denial.DenialExamples.draft;
import static org.comity.denials.denial.DenialExamples.drafted;
import static org.comity.denials.denial.DenialExamples.notified;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.Arc;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.comity.kernel.caller.Caller;
import org.comity.kernel.caller.CurrentCaller;
import org.comity.kernel.caller.Person;
import org.comity.kernel.caller.Role;
import org.comity.kernel.caller.StateCode;
import org.comity.kernel.test.Api;
import org.comity.kernel.test.ComityServers;
import org.comity.kernel.test.RegisteredStates;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Row-level security by itself: native SQL as the login role that is deployed, on pooled connections, from every kind of thread. */
@QuarkusTest
class WallTest {

    static final List<String> WALLED = List.of(
            "denial",
            "denial_audience",
            "denial_item",
            "denial_item_code",
            "denial_party",
            "denial_reason",
            "denial_narrative",
            "denial_external_ref",
            "denial_file",
            "denial_version",
            "denial_supersedes",
            "denial_party_reference",
            "denial_receipt",
            "denial_return",
            "denial_return_audience",
            "denial_return_file",
            "denial_return_version",
            "denial_import",
            "denial_import_record",
            "consultation",
            "consultation_file",
            "consultation_transaction",
            "consultation_thread",
            "consultation_thread_denial",
            "consultation_entry",
            "consultation_outcome",
            "consultation_note",
            "consultation_notice",
            "consultation_notice_denial",
            "consultation_notice_state",
            "consultation_notice_clock",
            "yearly_figures",
            "yearly_figure",
            "onward_request",
            "natural_person",
            "discarded_reference");

    /** Turns the policies on or off, so that the service's own filter stands alone. */
    static void rowLevelSecurity(String verb) {
        ComityServers.servers()
                .sql(WALLED.stream()
                        .map(table -> "alter table " + table + " " + verb + " row level security")
                        .toArray(String[]::new));
    }

    /** Tables that hold nothing of a state's records. */
    private static final Set<String> OPEN = Set.of(
            "member_state",
            "member_regime",
            "member_calendar",
            "procedure_version",
            "yearly_table",
            "yearly_table_cell",
            "inbox",
            "flyway_schema_history");

    private final AgroalDataSource pool;
    private final CurrentCaller current;

    WallTest(AgroalDataSource pool, CurrentCaller current) {
        this.pool = pool;
        this.current = current;
    }

    @BeforeEach
    void states() {
        RegisteredStates.announce();
    }

    private static Caller officer(String state) {
        return caller(state, Role.LICENSING_OFFICER);
    }

    private static Caller caller(String state, Role role) {
        return new Caller(
                new Person(state + role, state),
                Optional.of(new StateCode(state)),
                Set.of(role),
                Optional.empty(),
                "test");
    }

    private Set<String> seen(Caller caller, String query) {
        var requests = Arc.container().requestContext();
        requests.activate();
        try {
            current.set(caller);
            return rows(query);
        } finally {
            requests.terminate();
        }
    }

    private Set<String> rows(String query) {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            Set<String> found = new TreeSet<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void every_table_is_behind_the_wall_or_named_as_open() throws SQLException {
        Set<String> unwalled = new HashSet<>();
        try (Connection connection = ComityServers.servers()
                        .superuser(ComityServers.servers().database());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select relname from pg_class c join pg_namespace n on n.oid ="
                        + " c.relnamespace where n.nspname = 'public' and relkind = 'r'"
                        + " and not (relrowsecurity and relforcerowsecurity)")) {
            while (rows.next()) {
                unwalled.add(rows.getString(1));
            }
        }
        assertEquals(OPEN, unwalled);
    }

    @Test
    void the_application_role_owns_nothing_and_passes_no_wall() throws SQLException {
        try (Connection connection = ComityServers.servers().as("app");
                Statement statement = connection.createStatement()) {
            try (ResultSet row = statement.executeQuery(
                    "select rolsuper or rolbypassrls or rolcreaterole or rolcreatedb, (select count(*) from pg_class"
                            + " where relowner = r.oid) from pg_roles r where rolname = current_user")) {
                row.next();
                assertEquals("f", row.getString(1));
                assertEquals(0, row.getInt(2));
            }
            for (String forbidden : List.of(
                    "alter table denial disable row level security",
                    "set role denials_owner",
                    "set row_security = off; select * from denial",
                    "select * from outbox",
                    "delete from denial_version",
                    "update denial_version set version = 1",
                    "update denial_version set notified_at = now()")) {
                assertThrows(SQLException.class, () -> statement.execute(forbidden), forbidden);
            }
        }
    }

    @Test
    void who_says_no_name_sees_nothing() throws SQLException {
        notified("DE");
        try (Connection connection = ComityServers.servers().as("app");
                Statement statement = connection.createStatement()) {
            for (String table : WALLED) {
                try (ResultSet row = statement.executeQuery("select count(*) from " + table)) {
                    row.next();
                    assertEquals(0, row.getInt(1), table);
                }
            }
        }
    }

    @Test
    void no_value_of_a_variable_opens_every_row() throws SQLException {
        notified("DE");
        try (Connection connection = ComityServers.servers().as("app");
                Statement statement = connection.createStatement()) {
            for (String state : List.of("", "%", "*", "null", "ALL", "secretariat", "NL' or true --")) {
                statement.execute("select set_config('comity.state', '" + state.replace("'", "''") + "', false),"
                        + " set_config('comity.roles', 'licensing-officer,secretariat,system,poc,analyst', false)");
                try (ResultSet row = statement.executeQuery("select count(*) from denial")) {
                    row.next();
                    assertEquals(0, row.getInt(1), state);
                }
            }
        }
    }

    @Test
    void parties_and_narrative_are_rows_that_only_their_readers_get() {
        String id = notified("DE");
        String where = " where denial_id = '" + id + "'";
        for (String table : List.of("denial_party", "denial_reason", "denial_narrative")) {
            assertEquals(
                    1,
                    seen(officer("DE"), "select count(*) > 0 from " + table + where)
                            .size());
            assertEquals(Set.of("t"), seen(officer("DE"), "select count(*) > 0 from " + table + where));
            assertEquals(Set.of("f"), seen(caller("DE", Role.ANALYST), "select count(*) > 0 from " + table + where));
            assertEquals(Set.of("f"), seen(officer("JP"), "select count(*) > 0 from " + table + where));
        }
        assertEquals(
                Set.of("t"),
                seen(caller("DE", Role.ANALYST), "select count(*) > 0 from denial where id = '" + id + "'"));
        for (String table : List.of("denial_file", "denial_version")) {
            assertEquals(Set.of("t"), seen(officer("NL"), "select count(*) > 0 from " + table + where));
            assertEquals(Set.of("f"), seen(officer("DE"), "select count(*) > 0 from " + table + where));
            assertEquals(Set.of("f"), seen(caller("NL", Role.POC), "select count(*) > 0 from " + table + where));
        }
        assertEquals(Set.of("DE", "NL"), seen(officer("NL"), "select state from denial_audience" + where));
        assertEquals(Set.of("DE"), seen(officer("DE"), "select state from denial_audience" + where));
    }

    @Test
    void R271_only_the_desk_of_its_originator_seals_persons_in_a_version() {
        String id = notified("DE");
        String seal = "with sealed as (update denial_version set content = content where denial_id = '" + id
                + "' returning 1) select count(*) from sealed";
        assertEquals(Set.of("1"), seen(officer("NL"), seal));
        assertEquals(Set.of("0"), seen(officer("DE"), seal));
        assertEquals(Set.of("0"), seen(caller("NL", Role.POC), seal));
    }

    @Test
    void the_audit_trail_is_read_by_the_own_states_contact_and_auditor() {
        notified("DE");
        String query = "select distinct state from audit_entry";
        for (Role role : List.of(Role.POC, Role.AUDITOR)) {
            assertEquals(Set.of("NL"), seen(caller("NL", role), query));
        }
        for (Role role : List.of(Role.LICENSING_APPROVER, Role.ANALYST, Role.NATIONAL_ADMIN, Role.SYSTEM)) {
            assertEquals(Set.of(), seen(caller("NL", role), query));
        }
        assertEquals(Set.of(), rows(query));
    }

    @Test
    void a_receipt_is_written_by_a_reader_alone_and_read_by_the_originator_alone() {
        String id = notified("DE");
        String insert = "insert into denial_receipt (id, denial_id, originator_state, ref, state, version, day)"
                + " values (gen_random_uuid(), '" + id + "', 'NL', 'x', '%s', 1, '2027-01-01') returning 1";
        String plain = insert.replace(" returning 1", "");
        assertThrows(IllegalStateException.class, () -> seen(officer("JP"), insert.formatted("JP")));
        assertThrows(IllegalStateException.class, () -> seen(officer("DE"), insert.formatted("JP")));
        assertThrows(IllegalStateException.class, () -> seen(officer("NL"), insert.formatted("NL")));
        written(officer("DE"), plain.formatted("DE"));
        String query = "select state from denial_receipt where denial_id = '" + id + "'";
        assertEquals(Set.of("DE"), seen(officer("NL"), query));
        assertEquals(Set.of("DE"), seen(caller("NL", Role.AUDITOR), query));
        assertEquals(Set.of(), seen(caller("NL", Role.ANALYST), query));
        assertEquals(Set.of(), seen(officer("DE"), query));
        assertEquals(Set.of(), rows(query));
    }

    private void written(Caller caller, String sql) {
        var requests = Arc.container().requestContext();
        requests.activate();
        try (Connection connection = as(caller);
                Statement statement = connection.createStatement()) {
            assertEquals(1, statement.executeUpdate(sql));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } finally {
            requests.terminate();
        }
    }

    private Connection as(Caller caller) throws SQLException {
        current.set(caller);
        return pool.getConnection();
    }

    @Test
    void nobody_writes_another_states_rows() {
        String id = notified("DE");
        for (String sql : List.of(
                "insert into denial_audience values ('" + id + "', 'JP', 'NL', false, true, true, true, now())",
                "insert into denial_audience values ('" + id + "', 'JP', 'JP', true, true, true, true, now())",
                "insert into denial_party (denial_id, originator_state, name_key) values ('" + id + "', 'NL', 'x')")) {
            assertThrows(IllegalStateException.class, () -> seen(officer("JP"), sql + " returning 1"), sql);
        }
        assertEquals(
                Set.of(), seen(officer("DE"), "update denial set content = '{}' where id = '" + id + "' returning id"));
        assertEquals(
                Set.of(),
                seen(officer("DE"), "delete from denial_party where denial_id = '" + id + "' returning denial_id"));
    }

    @Test
    void who_asked_for_a_release_grants_none_and_who_was_asked_withdraws_none() {
        String id = notified("DE");
        String request = Api.as("de.officer")
                .contentType(ContentType.JSON)
                .body("{\"states\":[\"JP\"],\"reason\":\"They license the same end-user\"}")
                .post(DenialExamples.DENIALS + "/" + id + "/onward-requests")
                .path("id");
        String update = "update onward_request set status = '%s' where id = '" + request + "' returning status";
        for (String answer : List.of("GRANTED", "REFUSED", "ASKED")) {
            String sql = update.formatted(answer);
            assertThrows(IllegalStateException.class, () -> seen(officer("DE"), sql), sql);
        }
        assertThrows(IllegalStateException.class, () -> seen(officer("NL"), update.formatted("WITHDRAWN")));
        assertEquals(Set.of(), seen(officer("JP"), update.formatted("GRANTED")));
        assertEquals(Set.of("WITHDRAWN"), seen(officer("DE"), update.formatted("WITHDRAWN")));
    }

    @Test
    void concurrent_states_on_pooled_connections_see_each_their_own() throws Exception {
        List<String> states = List.of("NL", "DE", "JP", "NO");
        List<String> drafts = new ArrayList<>();
        for (String state : states) {
            drafts.add(drafted(state.toLowerCase(java.util.Locale.ROOT) + ".officer", draft())
                    .path("id"));
        }
        String query = "select originator_state from denial where status = 'DRAFT'";
        for (ExecutorService threads :
                List.of(Executors.newFixedThreadPool(16), Executors.newVirtualThreadPerTaskExecutor())) {
            try (threads) {
                List<Future<Boolean>> results = new ArrayList<>();
                for (int i = 0; i < 800; i++) {
                    String state = states.get(i % states.size());
                    results.add(threads.submit(() -> seen(officer(state), query).equals(Set.of(state))));
                }
                for (Future<Boolean> result : results) {
                    assertTrue(result.get());
                }
            }
        }
    }

    @Test
    void work_without_a_caller_sees_nothing_even_right_after_one() throws Exception {
        notified("DE");
        String query = "select id from denial";
        try (ExecutorService timers = Executors.newScheduledThreadPool(4)) {
            for (int i = 0; i < 40; i++) {
                assertTrue(!seen(officer("NL"), query).isEmpty());
                assertEquals(Set.of(), timers.submit(() -> rows(query)).get());
            }
        }
    }

    @Test
    void a_consumer_has_a_request_context_and_no_caller_and_sees_nothing() throws Exception {
        notified("DE");
        try (ExecutorService consumer = Executors.newSingleThreadExecutor()) {
            assertEquals(
                    Set.of(),
                    consumer.submit(() -> {
                                var requests = Arc.container().requestContext();
                                requests.activate();
                                try {
                                    return rows("select id from denial");
                                } finally {
                                    requests.terminate();
                                }
                            })
                            .get());
        }
    }

    @Test
    void what_a_constraint_refuses_is_named_in_no_exception_and_so_in_no_log() {
        String id = notified("DE");
        String secret = "a name that no log may hold";
        IllegalStateException refused = assertThrows(
                IllegalStateException.class,
                () -> seen(
                        officer("NL"),
                        "insert into denial_reason (denial_id, originator_state, position, criterion, misuse_types)"
                                + " select denial_id, originator_state, position, '" + secret
                                + "', '{}' from denial_reason where denial_id = '" + id + "' returning denial_id"));
        java.io.StringWriter log = new java.io.StringWriter();
        refused.printStackTrace(new java.io.PrintWriter(log));
        assertTrue(log.toString().contains("duplicate key"), log.toString());
        assertTrue(!log.toString().contains(secret) && !log.toString().contains("Key (denial_id"), log.toString());
    }

    @Test
    void the_relay_sees_events_and_no_record() throws SQLException {
        try (Connection connection = ComityServers.servers().as("relay");
                Statement statement = connection.createStatement()) {
            statement.executeQuery("select seq from outbox").close();
            for (String table : WALLED) {
                assertThrows(SQLException.class, () -> statement.executeQuery("select * from " + table), table);
            }
            assertThrows(SQLException.class, () -> statement.execute("update outbox set subject = 'x'"));
        }
    }
}
