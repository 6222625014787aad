package org.comity.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.Optional;
import org.comity.kernel.test.ComityServers;
import org.comity.kernel.test.Session;
import org.comity.kernel.test.TestServers;
import org.comity.kernel.test.TwoWorlds;
import org.comity.kernel.test.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The registry shows everyone the same; what must leave no trace is what it keeps about people: who asked for what,
 * whose access has ended, and what somebody else was answered.
 */
@QuarkusTest
class RegistryOracleTest {

    private static final String STATES = "/registry/v1/states";
    private static final String CONTACTS = """
            {"pointsOfContact":[{"role":"POC","name":"Export control desk","mail":"poc@demo.invalid"}]}""";

    private final TwoWorlds oracle;
    private final TestServers servers = ComityServers.servers();
    private World world;

    RegistryOracleTest(TwoWorlds oracle) {
        this.oracle = oracle;
    }

    @BeforeEach
    void keep() {
        world = World.keep(servers);
    }

    @AfterEach
    void undo() {
        PlantedLeak.planted = null;
        world.restore();
        servers.accessSql("delete from access_ended where reason = 'Hidden'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ee.officer",
                "ee.approver",
                "ee.analyst",
                "ee.poc",
                "ee.admin",
                "ee.auditor",
                "nl-system",
                "secretariat.staff",
                "secretariat.admin"
            })
    void what_other_people_do_leaves_no_trace(String person) {
        assertEquals(Optional.empty(), oracle.compare(world, this::hide, person, RegistryOracleTest::session));
    }

    @Test
    void the_oracle_sees_what_is_not_hidden() {
        assertTrue(oracle.compare(
                        world,
                        () -> servers.sql("update state set status_note = 'Seen' where iso2 = 'EE'"),
                        "ee.officer",
                        RegistryOracleTest::session)
                .isPresent());
    }

    @ParameterizedTest
    @EnumSource(PlantedLeak.Kind.class)
    void a_planted_leak_is_caught(PlantedLeak.Kind kind) {
        PlantedLeak.planted = kind;
        assertTrue(oracle.compare(world, this::hide, "secretariat.admin", RegistryOracleTest::session)
                .isPresent());
    }

    /** Somebody else, of another state, changed the registry's records of people, with the key that the session uses. */
    private void hide() {
        servers.sql(
                "insert into audit_entry (id, at, person, person_name, client, state, roles, method, path, status,"
                        + " decision, records) values (gen_random_uuid(), now(), 'somebody', 'fi.poc', 'comity-cli', 'FI',"
                        + " '{poc}', 'PUT', '/registry/v1/states/EE/points-of-contact', 403, 'REFUSED', '{EE}')",
                "insert into idempotent_reply (person, path, key, body_hash, status, location, etag, body, created_at)"
                        + " values ('somebody', '/registry/v1/states', 'oracle', 'another', 201,"
                        + " '/registry/v1/states/IE', '\"hidden\"', '{\"iso2\":\"IE\"}', now())");
        servers.accessSql("insert into access_ended (subject, ended_at, reason) values"
                + " ('person:somebody', now(), 'Hidden'), ('session:of-somebody', now(), 'Hidden'),"
                + " ('role:somebody:poc', now(), 'Hidden'), ('state:IE', now(), 'Hidden')");
    }

    private static void session(Session session) {
        session.walk(STATES + "?limit=7");
        session.walk(STATES + "?regime=EU&status=SUBSCRIBED&limit=5");
        session.get(STATES + "?status=ACCESS_SUSPENDED");
        session.get(STATES + "/IE");
        session.get("/registry/v1/commitments");
        session.get("/registry/v1/meeting-tags");
        for (int time = 0; time < 2; time++) {
            session.post(STATES, "{\"iso2\":\"IS\",\"name\":\"Iceland\"}", Map.of("Idempotency-Key", "oracle"));
        }
        session.post(STATES, "{\"iso2\":\"IE\",\"name\":\"Ireland\"}", Map.of("Idempotency-Key", "oracle"));
        session.get(STATES + "/IS");
        String seen = session.get(STATES + "/EE").header("ETag").orElseThrow();
        session.put(STATES + "/EE/points-of-contact", CONTACTS, Map.of());
        session.put(STATES + "/EE/points-of-contact", CONTACTS, Map.of("If-Match", seen));
        session.put(STATES + "/EE/points-of-contact", CONTACTS, Map.of("If-Match", seen));
        session.put(STATES + "/FI/points-of-contact", CONTACTS, Map.of("If-Match", "*"));
        session.post(STATES + "/FI/suspend", "{\"reason\":\"None\"}", Map.of("If-Match", "\"stale\""));
        session.get(STATES + "/EE");
        session.walk("/registry/v1/access-log?limit=20");
        session.get("/registry/v1/access-log?record=EE&person=fi.poc");
        session.get("/registry/v1/access-log/records");
    }
}
