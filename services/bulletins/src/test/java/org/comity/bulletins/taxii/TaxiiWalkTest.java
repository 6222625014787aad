package org.comity.bulletins.taxii;

import static org.comity.bulletins.taxii.TaxiiExamples.RELEASED;
import static org.comity.bulletins.taxii.TaxiiExamples.as;
import static org.comity.bulletins.taxii.TaxiiExamples.published;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.comity.bulletins.bulletin.PublishedBulletins;
import org.comity.bulletins.stix.StixId;
import org.comity.kernel.test.ComityServers;
import org.comity.kernel.test.Eventually;
import org.comity.kernel.test.RegisteredStates;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A standard client walks a collection while bulletins are published, narrowed and recalled: it misses nothing. */
@QuarkusTest
@QuarkusTestResource(ComityServers.class)
class TaxiiWalkTest {

    private static final int EACH = 4;

    @BeforeEach
    void states() {
        RegisteredStates.announce();
    }

    /** What a client that polls has seen: versions by id, and the order in which they came. */
    private static final class Client {

        private final Set<String> seen = new HashSet<>();
        private final List<String> added = new ArrayList<>();
        private String last = "2020-01-01T00:00:00Z";

        /** Goes on from the last page's {@code X-TAXII-Date-Added-Last}, and within a poll as {@code next} leads. */
        void poll() {
            String next = "";
            boolean more = true;
            while (more) {
                Response page = as("de.analyst")
                        .get(RELEASED + "manifest/?match[version]=all&limit=3&added_after=" + last
                                + (next.isEmpty() ? "" : "&next=" + next));
                page.then().statusCode(200);
                List<Map<String, String>> objects = page.path("objects");
                if (objects == null) {
                    return;
                }
                for (Map<String, String> one : objects) {
                    assertTrue(seen.add(one.get("id") + " " + one.get("version")), "twice: " + one);
                    added.add(one.get("date_added"));
                }
                assertEquals(added.getLast(), page.header("X-TAXII-Date-Added-Last"));
                more = page.path("more");
                next = more ? page.path("next") : "";
                if (!more) {
                    last = page.header("X-TAXII-Date-Added-Last");
                }
            }
        }
    }

    @Test
    void R342_a_client_that_walks_meanwhile_has_each_version_once_and_in_order() throws Exception {
        Client client = new Client();
        client.poll();
        int before = client.seen.size();
        List<String> kept = java.util.Collections.synchronizedList(new ArrayList<>());
        List<String> gone = java.util.Collections.synchronizedList(new ArrayList<>());
        try (ExecutorService others = Executors.newFixedThreadPool(3)) {
            List<Future<?>> work = new ArrayList<>();
            for (int writer = 0; writer < 3; writer++) {
                int which = writer;
                work.add(others.submit(() -> write(which, kept, gone)));
            }
            while (work.stream().anyMatch(one -> !one.isDone())) {
                client.poll();
            }
            for (Future<?> one : work) {
                one.get(1, TimeUnit.SECONDS);
            }
        }
        client.poll();
        assertEquals(client.added.stream().sorted().distinct().toList(), client.added);
        assertTrue(client.seen.size() > before);
        for (String id : kept) {
            assertTrue(client.seen.stream().anyMatch(one -> one.startsWith(StixId.of("report", id))), "missed " + id);
        }
        Set<String> now = new HashSet<>();
        TaxiiExamples.walk("de.analyst", RELEASED + "objects/?limit=50").forEach(object -> {
            assertTrue(now.add(object.get("id").toString()), "twice " + object.get("id"));
            if (gone.stream().anyMatch(id -> StixId.of("report", id).equals(object.get("id")))) {
                assertEquals(true, object.get("revoked"));
            }
        });
        kept.forEach(id -> assertTrue(now.contains(StixId.of("report", id))));
        gone.forEach(id -> assertTrue(now.contains(StixId.of("report", id))));
    }

    private static void write(int which, List<String> kept, List<String> gone) {
        for (int i = 0; i < EACH; i++) {
            String id = published("RISK", "DE", "JP");
            if (which == 0) {
                PublishedBulletins.release("nl.analyst", id, "JP");
                gone.add(id);
            } else if (which == 1) {
                PublishedBulletins.step("nl.approver", id, "recall", "{\"reason\":\"x\"}")
                        .then()
                        .statusCode(200);
                gone.add(id);
            } else {
                kept.add(id);
            }
        }
    }

    @Test
    void R342_who_commits_later_has_the_later_instant() throws Exception {
        String place = "released/TEST";
        Instant at = Instant.parse("2026-01-31T12:00:00Z");
        try (ExecutorService others = Executors.newSingleThreadExecutor();
                Connection first = ComityServers.servers().as("owner");
                Connection second = ComityServers.servers().as("owner")) {
            first.setAutoCommit(false);
            second.setAutoCommit(false);
            Instant earlier = stamp(first, place, 3, at);
            Future<Instant> waits = others.submit(() -> stamp(second, place, 1, at.minusSeconds(60)));
            Eventually.itIsSo("the second waits until the first has committed", () -> isWaitedFor(place));
            assertFalse(waits.isDone());
            first.commit();
            Instant later = waits.get(10, TimeUnit.SECONDS);
            second.commit();
            assertEquals(at, earlier);
            assertEquals(at.plusNanos(3000), later, "a block of three, and no clock that runs behind comes before it");
        }
        ComityServers.servers().sql("delete from stix_stamp where collection = '" + place + "'");
    }

    /** Whether a statement about that collection waits for a lock. */
    private static boolean isWaitedFor(String place) {
        return ComityServers.servers()
                        .count("select count(*) from pg_stat_activity where wait_event_type = 'Lock'"
                                + " and query like '%stix_stamp(''" + place + "''%'")
                == 1;
    }

    private static Instant stamp(Connection connection, String place, int count, Instant at) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("select stix_stamp('%s', %d, '%s')".formatted(place, count, at))) {
            row.next();
            return row.getObject(1, java.time.OffsetDateTime.class).toInstant();
        }
    }
}
