package org.comity.bulletins.bulletin;

import static org.comity.bulletins.bulletin.BulletinExamples.BULLETINS;
import static org.comity.bulletins.bulletin.BulletinExamples.answer;
import static org.comity.bulletins.bulletin.BulletinExamples.draft;
import static org.comity.bulletins.bulletin.BulletinExamples.drafted;
import static org.comity.bulletins.bulletin.BulletinExamples.published;
import static org.comity.bulletins.bulletin.BulletinExamples.step;
import static org.comity.bulletins.request.RequestExamples.REQUESTS;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.comity.bulletins.request.RequestExamples;
import org.comity.bulletins.stix.StixId;
import org.comity.kernel.test.Api;
import org.comity.kernel.test.ComityServers;
import org.comity.kernel.test.RegisteredStates;
import org.comity.kernel.test.Session;
import org.comity.kernel.test.Tokens;
import org.comity.kernel.test.TwoWorlds;
import org.comity.kernel.test.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No byte tells Japan, the secretariat or the public of bulletins that are hidden from them, or of what others said of one. */
@QuarkusTest
@QuarkusTestResource(ComityServers.class)
class BulletinOracleTest {

    private static final String TAXII = "/taxii2/comity/";
    private static final String RELEASED = TAXII + "collections/bulletins/";
    private static final String TAXII_TYPE = "application/taxii+json;version=2.1";
    private static final Pattern OWN_ID = Pattern.compile("^\\{\"id\":\"([^\"]+)\"");
    private static final Pattern NEXT = Pattern.compile("\"next\":\"([^\"]+)\"");
    private static final String IDENTITY = """
            {"objects":[{"type":"identity","spec_version":"2.1","id":"identity--0c9a1f0e-70b5-4b4c-8a2e-2f6d4f0f3b22",
             "created":"2026-01-31T12:00:00.000Z","modified":"2026-01-31T12:00:00.000Z","name":"Invented Ltd"}]}""";

    private static final List<String> hidden = new ArrayList<>();
    private static World world;
    private static World with;
    private static final Map<String, String> hiddenFiles = new LinkedHashMap<>();
    private static String visible;
    private static String file;
    private static String asked;
    private static final List<String> hiddenRequests = new ArrayList<>();

    private final TwoWorlds worlds;

    BulletinOracleTest(TwoWorlds worlds) {
        this.worlds = worlds;
    }

    @BeforeEach
    void bothWorlds() {
        if (world != null) {
            return;
        }
        RegisteredStates.announce();
        visible = AttachmentExamples.published(draft("ALERT", "DE", "JP"), "For DE and JP");
        file = AttachmentExamples.first("jp.analyst", visible);
        published(draft("RISK", "JP"));
        asked = RequestExamples.asked(RequestExamples.draft("DE", "JP"));
        world = World.keep(ComityServers.servers());
        with = worlds.hidden(world, "bulletins", BulletinOracleTest::hide);
    }

    private static void hide() {
        hidden.add(published(draft("ALERT", "DE")));
        hidden.add(drafted("nl.analyst", draft("RISK", "JP")).path("id"));
        String recalled = published(draft("RISK", "DE"));
        step("nl.approver", recalled, "recall", "{\"reason\":\"x\"}").then().statusCode(200);
        hidden.add(recalled);
        step("nl.analyst", visible, "amend", "{}").then().statusCode(200);
        hiddenFiles.put(visible, AttachmentExamples.attached(visible, "next.txt", "For the next version"));
        String drafted = drafted("nl.analyst", draft("RISK", "JP")).path("id");
        hiddenFiles.put(drafted, AttachmentExamples.attached(drafted, "draft.txt", "For a draft"));
        String other = AttachmentExamples.published(draft("RISK", "DE"), "For DE");
        hiddenFiles.put(other, AttachmentExamples.first("de.analyst", other));
        answer("de.analyst", visible, "sighting", "{\"actionTaken\":\"x\"}")
                .then()
                .statusCode(200);
        answer("de.analyst", visible, "acknowledge", "{}").then().statusCode(200);
        String narrowed = published(draft("RISK", "DE", "CA"));
        step("nl.analyst", narrowed, "release", "{\"releasability\":{\"mode\":\"LIST\",\"states\":[\"DE\"]}}")
                .then()
                .statusCode(200);
        answer("de.analyst", narrowed, "comment", "{\"kind\":\"CORROBORATE\"}")
                .then()
                .statusCode(200);
        hidden.add(narrowed);
        // a notice that Germany is to sign, of which Japan will be a reader
        String proposed = published(draft("RISK", "DE", "JP").replaceFirst("}$", ",\"signatories\":[\"DE\"]}"));
        answer("de.approver", proposed, "cosign", "{}").then().statusCode(200);
        hidden.add(proposed);
        // a state is asked, and answers, beside Japan
        hiddenRequests.add(RequestExamples.asked(RequestExamples.draft("DE", "CA")));
        hiddenRequests.add(RequestExamples.drafted("nl.analyst", RequestExamples.draft("JP")));
        RequestExamples.answer("de.analyst", asked, "{\"text\":\"x\"}").then().statusCode(200);
        Api.withToken(Tokens.ofSystem("nl-system"))
                .contentType(TAXII_TYPE)
                .body(IDENTITY)
                .post(TAXII + "collections/drafts/objects/")
                .then()
                .statusCode(202)
                .body("success_count", equalTo(1));
    }

    /** What a standard client asks. */
    private static void taxii(Session session) {
        for (String address : List.of("/taxii2/", TAXII, TAXII + "collections/", RELEASED)) {
            session.get(address);
        }
        for (String part : List.of("manifest/", "objects/")) {
            session.get(RELEASED + part + "?match[version]=all");
            Optional<String> next = Optional.of("");
            for (int pages = 0; next.isPresent() && pages < 50; pages++) {
                Matcher found = NEXT.matcher(
                        session.get(RELEASED + part + "?limit=3" + next.get()).body());
                next = found.find() ? Optional.of("&next=" + found.group(1)) : Optional.empty();
            }
        }
        for (String filter : List.of(
                "match[type]=report",
                "match[type]=sighting,opinion",
                "match[id]=identity--0c9a1f0e-70b5-4b4c-8a2e-2f6d4f0f3b22",
                "match[version]=first",
                "match[spec_version]=2.0",
                "added_after=2026-01-01T00:00:00Z")) {
            session.get(RELEASED + "manifest/?" + filter);
        }
        session.post(TAXII + "collections/drafts/objects/", IDENTITY, Map.of("Content-Type", TAXII_TYPE));
        session.get(TAXII + "collections/drafts/objects/");
        session.get(TAXII + "status/00000000-0000-4000-8000-000000000000/");
        for (String id : hidden) {
            String report = StixId.of("report", id);
            session.get(RELEASED + "objects/" + report + "/?match[version]=all");
            session.get(RELEASED + "objects/" + report + "/versions/");
            session.get(TAXII + "collections/drafts/objects/" + report + "/");
        }
        session.get(RELEASED + "objects/" + StixId.of("report", visible) + "/");
        session.get(RELEASED + "objects/" + StixId.of("sighting", visible + ":DE") + "/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"jp.analyst", "jp.officer", "jp.poc", "jp.auditor", "secretariat.staff", "nl.auditor"})
    void R342_what_is_hidden_leaves_no_trace_in_TAXII(String person) {
        assertEquals(Optional.empty(), worlds.compare(world, with, person, BulletinOracleTest::taxii));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // a recall told to a state that never had the bulletin
                "insert into stix_entry select 'released/JP', now(), 'JP', key, bulletin_id, id, type, spec_version, version, true"
                        + " from stix_object where type = 'report' and bulletin_id = '%s' limit 1",
                // one count of instants for all collections
                "update stix_entry set added_at = added_at + interval '1 microsecond' where collection = 'released/JP'"
                        + " and added_at = (select max(added_at) from stix_entry where collection = 'released/JP')"
                        + " and (select count(*) from bulletin where id = '%s') = 1"
            })
    void R342_a_leak_planted_in_TAXII_is_caught(String leak) {
        World leaky = worlds.hidden(world, "taxii", () -> {
            String id = published(draft("RISK", "DE"));
            ComityServers.servers().sql(leak.formatted(id));
        });
        assertTrue(worlds.compare(world, leaky, "jp.analyst", BulletinOracleTest::taxii)
                .isPresent());
    }

    private static void session(Session session) {
        session.walk(BULLETINS + "?limit=1");
        for (String filter : List.of(
                "class=ALERT",
                "theme=ROUTE_DIVERSION",
                "item=5A001",
                "destination=KZ",
                "misuse=TARGET_JOURNALISTS",
                "originator=NL",
                "status=DRAFT",
                "status=RECALLED")) {
            session.get(BULLETINS + "?" + filter);
        }
        session.management("/q/metrics");
        List<String> ids = new ArrayList<>(hidden);
        ids.add(visible);
        ids.add("00000000-0000-4000-8000-000000000000");
        for (String id : ids) {
            String tag = session.get(BULLETINS + "/" + id).header("ETag").orElse("\"none\"");
            for (String verb : List.of("submit", "approve", "amend", "discard")) {
                session.post(BULLETINS + "/" + id + "/" + verb, "{}", Map.of("If-Match", tag));
            }
            session.post(BULLETINS + "/" + id + "/recall", "{\"reason\":\"x\"}", Map.of("If-Match", tag));
            session.get(BULLETINS + "/" + id + "/receipts");
            session.post(BULLETINS + "/" + id + "/comment", "{\"kind\":\"CONFIRM\"}", Map.of());
            session.post(BULLETINS + "/" + id + "/sighting", "{\"actionTaken\":\"x\"}", Map.of());
            session.post(BULLETINS + "/" + id + "/cosign", "{}", Map.of());
            session.post(BULLETINS + "/" + id + "/acknowledge", "{}", Map.of());
        }
        session.walk(BULLETINS);
        files(session);
        requests(session);
        // what was recalled from others is Japan's to post
        String posted = session.post(BULLETINS, draft("RISK", "NL"), Map.of()).body();
        Matcher own = OWN_ID.matcher(posted);
        if (own.find()) {
            String tag =
                    session.get(BULLETINS + "/" + own.group(1)).header("ETag").orElse("\"none\"");
            session.post(BULLETINS + "/" + own.group(1) + "/submit", "{}", Map.of("If-Match", tag));
        }
    }

    private static void files(Session session) {
        session.get(AttachmentExamples.of(visible) + "/" + file);
        hiddenFiles.forEach((bulletin, hiddenFile) -> {
            for (String of : List.of(bulletin, visible, "00000000-0000-4000-8000-000000000000")) {
                session.get(AttachmentExamples.of(of) + "/" + hiddenFile);
                session.get("/bulletins/v1/open-bulletins/" + of + "/attachments/" + hiddenFile);
            }
            session.upload(AttachmentExamples.of(bulletin), "a.txt", "a", Map.of());
        });
    }

    @Test
    void R370_a_leak_planted_in_what_a_bulletin_names_is_caught() {
        World leaky = worlds.hidden(world, "files", () -> {
            step("nl.analyst", visible, "amend", "{}").then().statusCode(200);
            String next = AttachmentExamples.attached(visible, "next.txt", "For the next version");
            hiddenFiles.put(visible, next);
            // a mistake that puts the files of the next version into the one that readers have
            ComityServers.servers()
                    .sql("update bulletin b set content = jsonb_set(content, '{attachments}', f.next -> 'attachments')"
                            + " from bulletin_file f where f.bulletin_id = b.id and b.id = '" + visible + "'");
        });
        assertTrue(worlds.compare(world, leaky, "jp.analyst", BulletinOracleTest::files)
                .isPresent());
    }

    private static void requests(Session session) {
        for (String filter : List.of("limit=1", "direction=RECEIVED", "unanswered=true", "status=WITHDRAWN")) {
            session.walk(REQUESTS + "?" + filter);
        }
        List<String> ids = new ArrayList<>(hiddenRequests);
        ids.add(asked);
        for (String id : ids) {
            String tag = session.get(REQUESTS + "/" + id).header("ETag").orElse("\"none\"");
            for (String verb : List.of("submit", "approve", "discard")) {
                session.post(REQUESTS + "/" + id + "/" + verb, "{}", Map.of("If-Match", tag));
            }
            session.post(REQUESTS + "/" + id + "/withdraw", "{\"reason\":\"x\"}", Map.of("If-Match", tag));
            session.post(REQUESTS + "/" + id + "/answer", "{\"text\":\"x\"}", Map.of());
            session.get(REQUESTS + "/" + id);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jp.analyst",
                "jp.officer",
                "jp.approver",
                "jp.poc",
                "jp.admin",
                "jp.auditor",
                "secretariat.staff",
                "nl.auditor"
            })
    void R318_what_is_hidden_leaves_no_trace(String person) {
        assertEquals(Optional.empty(), worlds.compare(world, with, person, BulletinOracleTest::session));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bulletin",
                "bulletin_audience",
                "bulletin_file",
                "bulletin_key",
                "bulletin_comment",
                "bulletin_sighting",
                "bulletin_acknowledgement",
                "bulletin_receipt",
                "stix_object",
                "stix_entry",
                "taxii_status",
                "bulletin_recall",
                "bulletin_signature",
                "attachment",
                "information_request",
                "information_request_audience",
                "information_request_file",
                "information_request_related",
                "information_request_thread"
            })
    void R318_row_level_security_finds_nothing_for_another_state(String table) throws SQLException {
        with.restore();
        assertEquals(0, rows("FR", table));
        assertEquals(
                ComityServers.servers()
                        .count("select count(*) from pg_class where relforcerowsecurity and relname = '" + table + "'"),
                1);
    }

    @Test
    void R342_a_seeded_entry_is_seen_by_all_and_one_of_a_bulletin_never() throws SQLException {
        with.restore();
        ComityServers.servers()
                .sql(
                        "insert into stix_entry (collection, added_at, reader, object_key, bulletin_id, id, type, spec_version, version)"
                                + " select 'seed/x', now(), '*', key, bulletin_id, id, type, spec_version, version from stix_object"
                                + " where bulletin_id is not null limit 1");
        assertEquals(0, rows("FR", "stix_entry"));
        with.restore();
    }

    @Test
    void R342_the_functions_of_the_owner_are_for_the_service_and_those_within_them_for_nobody() {
        String called = "select proname from pg_proc where prosecdef and proname like 'stix%'"
                + " and has_function_privilege(oid, 'execute') order by proname";
        assertEquals(
                List.of(
                        "stix_has",
                        "stix_keep",
                        "stix_reads",
                        "stix_remove",
                        "stix_seed",
                        "stix_share",
                        "stix_unseed",
                        "stix_write"),
                ComityServers.servers().seen("app", "NL", "analyst", called));
        assertEquals(List.of(), ComityServers.servers().seen("timer", "NL", "analyst", called));
        assertEquals(
                0,
                ComityServers.servers()
                        .count("select count(*) from pg_proc where prosecdef and proname like 'stix%'"
                                + " and not coalesce('search_path=public, pg_temp' = any (proconfig), false)"));
    }

    @ParameterizedTest
    @CsvSource({
        "NL, analyst",
        "NL, poc",
        "NL, auditor",
        "JP, analyst",
        "JP, poc",
        "JP, licensing-officer",
        "FR, system",
        "FR, national-admin",
        "'', secretariat",
        "'', analyst"
    })
    void R342_what_a_policy_asks_says_what_the_policies_of_the_tables_say(String state, String role)
            throws SQLException {
        with.restore();
        assertEquals(
                ComityServers.servers()
                        .seen(
                                "app",
                                state,
                                role,
                                "select distinct bulletin_id::text from bulletin_audience"
                                        + " where state = comity_reader() order by 1"),
                ComityServers.servers().seen("app", state, role, all("bulletin", "id", "stix_reads")));
        assertEquals(
                ComityServers.servers()
                        .seen("app", state, role, "select distinct object_key::text from stix_entry order by 1"),
                ComityServers.servers().seen("app", state, role, all("stix_object", "key", "stix_has")));
    }

    /** A query that asks the function about each row of a table, which the asking role may not see itself. */
    private static String all(String table, String column, String function) throws SQLException {
        try (var connection = ComityServers.servers()
                        .superuser(ComityServers.servers().database());
                var statement = connection.createStatement();
                var row = statement.executeQuery(
                        "select coalesce(string_agg(quote_literal(" + column + "), ','), '') from " + table)) {
            row.next();
            return "select id::text from unnest(array[" + row.getString(1) + "]::uuid[]) id where " + function
                    + "(id) order by 1";
        }
    }

    @Test
    void R318_row_level_security_finds_the_rows_of_their_state() throws SQLException {
        with.restore();
        for (String table : List.of(
                "bulletin",
                "bulletin_audience",
                "bulletin_file",
                "bulletin_key",
                "bulletin_sighting",
                "attachment",
                "stix_object",
                "stix_entry")) {
            assertTrue(rows("NL", table) > 0, table);
        }
        assertTrue(rows("JP", "bulletin") > 0);
        assertEquals(0, rows("JP", "bulletin_file"));
        assertEquals(1, rows("JP", "attachment"));
        assertEquals(1, rows("JP", "information_request"));
        assertEquals(1, rows("JP", "information_request_thread"));
        assertEquals(0, rows("JP", "information_request_file"));
        assertTrue(rows("JP", "stix_object") > 0);
        assertTrue(rows("JP", "stix_entry") > 0);
    }

    @Test
    void R318_a_row_that_readers_have_names_no_other_state_that_it_goes_to() {
        assertEquals(
                0,
                ComityServers.servers()
                        .count("select count(*) from bulletin where content->'releasability'->>'states' like '%DE%'"));
    }

    private static long rows(String state, String table) throws SQLException {
        try (Connection connection = ComityServers.servers().as("app");
                Statement statement = connection.createStatement()) {
            statement.execute("select set_config('comity.state', '" + state
                    + "', false), set_config('comity.roles', 'licensing-officer,system,poc,analyst', false)");
            try (ResultSet row = statement.executeQuery("select count(*) from " + table)) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    @Test
    void a_planted_leak_is_caught() {
        PlantedCount.planted = true;
        try {
            assertTrue(worlds.compare(world, with, "jp.analyst", BulletinOracleTest::session)
                    .isPresent());
        } finally {
            PlantedCount.planted = false;
        }
    }

    /** A leak that a mistake could bring in: an answer counts what its reader does not see. */
    @Provider
    public static class PlantedCount implements ContainerResponseFilter {

        static volatile boolean planted;

        @Override
        public void filter(ContainerRequestContext request, ContainerResponseContext response) {
            if (planted) {
                response.getHeaders()
                        .putSingle("X-Bulletins", ComityServers.servers().count("select count(*) from bulletin"));
            }
        }
    }
}
