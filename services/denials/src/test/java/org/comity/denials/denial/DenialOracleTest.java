package org.comity.denials.denial;

import static org.comity.denials.denial.DenialExamples.DENIALS;
import static org.comity.denials.denial.DenialExamples.draft;
import static org.comity.denials.denial.DenialExamples.drafted;
import static org.comity.denials.denial.DenialExamples.json;
import static org.comity.denials.denial.DenialExamples.list;
import static org.comity.denials.denial.DenialExamples.map;
import static org.comity.denials.denial.DenialExamples.step;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.comity.kernel.test.Api;
import org.comity.kernel.test.ComityServers;
import org.comity.kernel.test.RegisteredStates;
import org.comity.kernel.test.Session;
import org.comity.kernel.test.TwoWorlds;
import org.comity.kernel.test.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No byte that comes back tells of a hidden record: for each role, with both halves of the wall, and with each alone. */
@QuarkusTest
class DenialOracleTest {

    static final String REF = "THE-SAME-REFERENCE";
    private static final String KEY = "the-same-key";
    private static final String IMPORTS = "/denials/v1/imports";
    private static final String SETTINGS =
            "{\"kind\":\"REFUSAL\",\"decisionDate\":\"2026-03-31\",\"basis\":\"LISTED\",\"countryMeans\":\"PARTY\",\"releasability\":{\"mode\":\"ORIGINATOR_ONLY\"}}";
    private static final int YEAR = 2025;

    private final TwoWorlds worlds;
    private static final Map<String, List<String>> ANSWERS = new HashMap<>();
    private static final List<String> hidden = new ArrayList<>();
    private static World world;
    private static World besideItsColleagues;
    private static World besideJapan;
    private static String visible;
    private static String hiddenImport;
    private static String hiddenRequest;

    DenialOracleTest(TwoWorlds worlds) {
        this.worlds = worlds;
    }

    @BeforeEach
    void whatBothWorldsHave() {
        if (world != null) {
            return;
        }
        RegisteredStates.announce();
        ComityServers.servers()
                .sql("truncate denial, denial_audience, denial_item, denial_item_code, denial_party, denial_reason,"
                        + " denial_narrative, denial_external_ref, denial_supersedes, denial_party_reference, denial_file,"
                        + " denial_version, denial_receipt, denial_import, denial_import_record,"
                        + " yearly_figures, yearly_figure, onward_request, idempotent_reply, outbox, audit_entry");
        Map<String, Object> common = draft("JP", "DE");
        common.put("nationalRef", "COMMON");
        visible = DenialExamples.notifiedBy("nl", common);
        Map<String, Object> second = draft("JP");
        second.put("nationalRef", "COMMON-2");
        DenialExamples.notifiedBy("nl", second);
        Map<String, Object> third = draft("JP", "NO");
        third.put("nationalRef", "COMMON-3");
        DenialExamples.notifiedBy("de", third);
        world = World.keep(ComityServers.servers());
        besideItsColleagues = worlds.hidden(world, "beside_colleagues", this::hide);
        besideJapan = worlds.hidden(besideItsColleagues, "beside_japan", DenialOracleTest::hideFromJapan);
    }

    /** What Japan and the secretariat may not notice, and the Netherlands' own people may. */
    private static void hideFromJapan() {
        // another reader opens what Japan reads too; the originator is told, Japan is not
        Api.as("de.officer").get(DENIALS + "/" + visible).then().statusCode(200);
        // a denial for Germany alone replaces the one that Japan reads
        Map<String, Object> instead = draft("DE");
        instead.put("supersedes", DenialExamples.ref("nl.officer", visible));
        hidden.add(DenialExamples.notifiedBy("nl", instead));
    }

    @AfterEach
    void theWallStandsAgain() {
        PlantedLeak.planted = null;
        SwitchedReleaseFilter.removed = false;
        WallTest.rowLevelSecurity("enable");
    }

    /** What the Netherlands does that neither Japan, the secretariat, nor its own people outside the licensing desk may notice. */
    private void hide() {
        Map<String, Object> toGermany = draft("DE");
        toGermany.put("nationalRef", REF);
        toGermany.put("permittedUse", list("ENFORCEMENT"));
        hidden.add(drafted("nl.officer", toGermany).path("id"));
        step("nl.officer", hidden.getFirst(), "submit", Map.of()).then().statusCode(200);
        Map<String, Object> draft = draft("JP");
        draft.put("nationalRef", "HIDDEN-DRAFT");
        hidden.add(Api.as("nl.officer")
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", KEY)
                .body(json(draft))
                .post(DENIALS)
                .then()
                .statusCode(201)
                .extract()
                .path("id"));
        // an amendment that is worked on, and a release to one state more, of a denial that Japan reads
        step("nl.officer", visible, "amend", Map.of()).then().statusCode(200);
        step(
                        "nl.approver",
                        visible,
                        "release",
                        map("releasability", map("mode", "LIST", "states", list("DE", "JP", "NO"))))
                .then()
                .statusCode(200);
        Api.as("nl.officer")
                .contentType(ContentType.JSON)
                .body("{\"year\":" + YEAR + "}")
                .post("/denials/v1/figures")
                .then()
                .statusCode(201);
        hiddenImport = Api.wrongly("nl.officer")
                .multiPart("file", "denials.csv", file("Netherlands").getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .multiPart("settings", SETTINGS)
                .post(IMPORTS)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        hiddenRequest = Api.as("de.officer")
                .contentType(ContentType.JSON)
                .body("{\"states\":[\"JP\"],\"reason\":\"They should know\"}")
                .post(DENIALS + "/" + visible + "/onward-requests")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private void everythingThatCanBeAsked(Session session) {
        session.walk(DENIALS);
        session.walk(DENIALS + "?limit=1");
        session.get(DENIALS + "?item=5A001");
        session.get(DENIALS + "?item=5A001.f.2&destination=KZ&originator=NL&status=NOTIFIED&status=AMENDED");
        session.get(DENIALS + "?status=DRAFT");
        session.get(DENIALS + "?limit=0");
        session.get("/denials/v1/exports");
        session.get("/denials/v1/exports?format=json&item=5A001");
        session.get("/denials/v1/control-list-entries");
        for (String inside :
                List.of("/q/metrics", "/q/health", "/q/health/ready", "/denials/v1/%2e%2e/%2e%2e/q/metrics")) {
            session.get(inside);
        }
        session.management("/q/metrics");
        session.management("/q/health/ready");
        statistics(session);
        onward(session);
        String body = json(draft());
        for (String id :
                List.of(visible, hidden.get(0), hidden.get(1), hidden.get(2), "00000000-0000-4000-8000-000000000000")) {
            Session.Answer seen = session.get(DENIALS + "/" + id);
            session.get(DENIALS + "/" + id + "/versions");
            session.get(DENIALS + "/" + id + "/receipts");
            session.get(DENIALS + "/" + id + "/warnings");
            session.get(DENIALS + "/" + id + "/tearline");
            if (!id.equals(visible)) {
                // that of the visible one says when it was written
                session.get(DENIALS + "/" + id + "/document");
                session.get(DENIALS + "/" + id + "/tearline/document");
            }
            List<Map<String, String>> tags = new ArrayList<>();
            tags.add(Map.of("If-Match", seen.header("ETag").orElse("\"none\"")));
            if (id.equals(visible) || id.equals(hidden.getFirst())) {
                tags.add(Map.of());
                tags.add(Map.of("If-Match", "\"stale\""));
            }
            for (Map<String, String> headers : tags) {
                session.put(DENIALS + "/" + id, body, headers);
                session.post(DENIALS + "/" + id + "/submit", "{}", headers);
                session.post(DENIALS + "/" + id + "/approve", "{}", headers);
                session.post(DENIALS + "/" + id + "/return", "{\"reason\":\"x\"}", headers);
                session.post(DENIALS + "/" + id + "/release", "{\"releasability\":{\"mode\":\"ALL\"}}", headers);
                session.post(DENIALS + "/" + id + "/amend", "{}", headers);
            }
        }
        Map<String, Object> own = draft("DE");
        own.put("nationalRef", REF);
        Session.Answer created = session.post(DENIALS, json(own), Map.of("Idempotency-Key", KEY));
        session.post(DENIALS, json(own), Map.of("Idempotency-Key", KEY));
        session.post(DENIALS, json(draft()), Map.of("Idempotency-Key", KEY));
        session.post(DENIALS, "{\"supersedes\":\"x\",\"destinationState\":\"QQ\"}", Map.of());
        created.header("Location").ifPresent(location -> {
            String path = location.replaceFirst("^https?://[^/]+", "");
            Session.Answer own2 = session.get(path);
            session.post(
                    path + "/submit",
                    "{}",
                    Map.of("If-Match", own2.header("ETag").orElseThrow()));
            session.get(path);
            session.get(path + "/warnings");
        });
        session.walk(DENIALS);
    }

    private static void onward(Session session) {
        session.walk("/denials/v1/onward-requests?limit=1");
        session.get("/denials/v1/onward-requests/" + hiddenRequest);
        session.post("/denials/v1/onward-requests/" + hiddenRequest + "/withdraw", "{}", Map.of("If-Match", "*"));
        session.post("/denials/v1/onward-requests/" + hiddenRequest + "/grant", "{}", Map.of("If-Match", "*"));
        for (String id : List.of(visible, hidden.getFirst())) {
            session.post(
                    DENIALS + "/" + id + "/onward-requests", "{\"states\":[\"DE\",\"FI\"],\"reason\":\"x\"}", Map.of());
        }
    }

    private static void statistics(Session session) {
        for (String by : List.of("MONTH", "ITEM", "DESTINATION", "GROUND", "MISUSE_TYPE", "DECISION")) {
            session.get("/denials/v1/statistics?by=" + by);
        }
        session.get("/denials/v1/statistics?item=5A001&destination=KZ&originator=NL");
        session.get("/denials/v1/figures");
        session.get("/denials/v1/figures/" + YEAR);
        session.post("/denials/v1/figures", "{\"year\":" + YEAR + "}", Map.of());
        session.post("/denials/v1/figures/" + YEAR + "/approve", "{}", Map.of("If-Match", "\"none\""));
        session.get("/denials/v1/yearly-tables");
        session.get("/denials/v1/yearly-tables/" + YEAR);
    }

    /** The session imports a file with the reference that a hidden denial and a hidden import have. */
    private static void imports(Session session) {
        session.walk(IMPORTS);
        session.get(IMPORTS + "/" + hiddenImport);
        session.get(IMPORTS + "/" + hiddenImport + "/records");
        session.get(IMPORTS + "/" + hiddenImport + "/annotated");
        session.post(IMPORTS + "/" + hiddenImport + "/apply", "{}", Map.of("If-Match", "*"));
        session.upload(IMPORTS, "denials.csv", file("Japan"), Map.of("settings", SETTINGS));
        session.upload(IMPORTS, "denials.csv", file("Netherlands"), Map.of("settings", SETTINGS));
        session.walk(IMPORTS + "?limit=1");
    }

    private static String file(String government) {
        return "reference,regime_reg_ref,name,address,notifying_government,country,denial_cle,item_description,end_use,"
                + "reason_for_refusal,entity_type\n" + REF + ",R,Korund Svyaz OOO,Street,"
                + government + ",KZ,4D004,Software,Border,Risk,end_user\n";
    }

    /** Not for the people of the state whose acts are hidden: its log rightly tells them what their colleagues did. */
    private static void accessLog(Session session) {
        session.walk("/denials/v1/access-log?limit=50");
        session.get("/denials/v1/access-log?record=" + hidden.getFirst());
        session.get("/denials/v1/access-log?record=" + visible);
        session.walk("/denials/v1/access-log/records?limit=1");
        session.get("/denials/v1/access-log/records?record=" + visible);
        session.get("/denials/v1/access-log/records?record=" + hidden.getFirst());
    }

    private static World hiddenFrom(String person) {
        return person.startsWith("nl.") ? besideItsColleagues : besideJapan;
    }

    private Consumer<Session> session(String person) {
        return session -> {
            everythingThatCanBeAsked(session);
            imports(session);
            if (!person.startsWith("nl.")) {
                accessLog(session);
            }
        };
    }

    /**
     * What this person is answered without the hidden records while both halves of the wall stand. The service's filter alone
     * answers the same; without it an answer says something else of the reader's part.
     */
    private List<String> answers(String person) {
        return ANSWERS.computeIfAbsent(person, it -> worlds.answers(world, it, session(it)));
    }

    private Optional<TwoWorlds.Leak> leak(String person, List<String> answers) {
        return worlds.compare(answers, world, hiddenFrom(person), person, session(person));
    }

    private boolean isFound(String person) {
        return worlds.finds(world, hiddenFrom(person), person, session(person));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jp.officer", "jp.approver", "jp.analyst", "jp.poc", "jp.admin", "jp.auditor",
                "nl.analyst", "nl.poc", "nl.admin", "nl.auditor", "secretariat.staff", "secretariat.admin"
            })
    void a_hidden_record_changes_no_byte(String person) {
        assertEquals(Optional.empty(), leak(person, answers(person)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"jp.officer", "jp.analyst", "nl.poc", "secretariat.admin"})
    void row_level_security_holds_alone(String person) {
        SwitchedReleaseFilter.removed = true;
        assertEquals(Optional.empty(), worlds.compare(world, hiddenFrom(person), person, session(person)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"jp.officer", "jp.analyst", "nl.poc", "secretariat.admin"})
    void the_services_filter_holds_alone(String person) {
        List<String> answers = answers(person);
        WallTest.rowLevelSecurity("disable");
        assertEquals(Optional.empty(), leak(person, answers));
    }

    @ParameterizedTest
    @ValueSource(strings = {"jp.officer"})
    void with_neither_the_oracle_finds_the_hidden_records(String person) {
        SwitchedReleaseFilter.removed = true;
        WallTest.rowLevelSecurity("disable");
        assertTrue(isFound(person));
    }

    @ParameterizedTest
    @EnumSource(PlantedLeak.Kind.class)
    void a_planted_leak_is_caught(PlantedLeak.Kind kind) {
        PlantedLeak.planted = kind;
        assertTrue(isFound(kind.seenBy));
    }
}
