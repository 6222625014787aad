package org.comity.denials.consultation;

import static org.comity.denials.consultation.ConsultationExamples.CONSULTATIONS;
import static org.comity.denials.consultation.ConsultationExamples.consulted;
import static org.comity.denials.consultation.ConsultationExamples.denial;
import static org.comity.denials.consultation.ConsultationExamples.draft;
import static org.comity.denials.consultation.ConsultationExamples.draftAbout;
import static org.comity.denials.consultation.ConsultationExamples.drafted;
import static org.comity.denials.consultation.ConsultationExamples.in;
import static org.comity.denials.consultation.ConsultationExamples.json;
import static org.comity.denials.consultation.ConsultationExamples.list;
import static org.comity.denials.consultation.ConsultationExamples.map;
import static org.comity.denials.consultation.ConsultationExamples.noticeClock;
import static org.comity.denials.consultation.ConsultationExamples.post;
import static org.comity.denials.consultation.ConsultationExamples.read;
import static org.comity.denials.consultation.ConsultationExamples.requested;
import static org.comity.denials.consultation.ConsultationExamples.step;
import static org.comity.denials.consultation.ConsultationExamples.take;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.comity.kernel.test.ComityServers;
import org.comity.kernel.test.RegisteredStates;
import org.comity.kernel.test.Session;
import org.comity.kernel.test.TwoWorlds;
import org.comity.kernel.test.World;
import org.comity.kernel.timer.TimersOfService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * No byte that comes back tells of another addressee, of what another thread says, of another state's notes, or of a
 * denial that is hidden: for each role, with both halves of the wall, and with each alone.
 */
@QuarkusTest
class ConsultationOracleTest {

    private static final String ACCESS_LOG = "/denials/v1/access-log";
    static final String HIDDEN_REF = "DN-EE-2026-HDDN00";

    private static final List<String> WALLED = List.of(
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
            "natural_person");

    private final TwoWorlds worlds;
    private final TimersOfService timers;
    private static final Map<String, List<String>> ANSWERS = new HashMap<>();
    private static World world;
    private static World besideEstonia;
    private static World besideTheNetherlands;
    private static String visible;
    private static String notified;
    private static String interest;
    private static String granted;
    private static String grantedClock;
    private static String estonian;
    private static String japanese;
    private static String japaneseId;
    private static String hiddenDraft;
    private static String discarded;
    private static String estonianDraft;
    private static String hiddenRequest;
    private static String estonianNote;
    private static String hiddenNote;
    private static List<String> threads;
    private static String hiddenThread;

    ConsultationOracleTest(TwoWorlds worlds, TimersOfService timers) {
        this.worlds = worlds;
        this.timers = timers;
    }

    @BeforeEach
    void whatBothWorldsHave() {
        if (world != null) {
            return;
        }
        RegisteredStates.announce();
        ComityServers.servers()
                .sql(
                        "truncate " + String.join(", ", WALLED)
                                + ", denial_party_reference, idempotent_reply, outbox, audit_entry",
                        "delete from denial_audience where state in ('EE', 'NL', 'JP', 'DE', 'LV')");
        estonian = denial("ee", "NL", "DE");
        var japan = denial("jp", "LISTED", new String[] {"NL"});
        japanese = japan.path("ref");
        japaneseId = japan.path("id");
        visible =
                requested(draftAbout("Invented Person Torvald", consulted("EE", estonian), consulted("JP", japanese)));
        threads = read("nl.officer", visible).path("threads.id");
        estonianNote = post("ee.officer", CONSULTATIONS + "/" + visible + "/notes", map("text", "Estonia's own"))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        notified = requested(draft(consulted("EE", estonian), consulted("JP", japanese)));
        take("nl.officer", notified, "decide", map("outcome", "GRANTED", "explanation", "Civil use"))
                .then()
                .statusCode(200);
        take("nl.approver", notified, "undercut-notice", map("reasons", "Civil use"))
                .then()
                .statusCode(200);
        Map<String, Object> aboutAnInterest = draft(consulted("EE"), consulted("JP", japanese));
        aboutAnInterest.put("type", "ESSENTIAL_INTEREST");
        interest = requested(aboutAnInterest);
        take("nl.officer", interest, "decide", map("outcome", "GRANTED", "explanation", "Civil use"))
                .then()
                .statusCode(200);
        take("nl.approver", interest, "essential-interest-notice", map("reasons", "Civil use"))
                .then()
                .statusCode(200);
        granted = requested(draft(consulted("EE", estonian), consulted("JP", japanese)));
        take("nl.officer", granted, "decide", map("outcome", "GRANTED", "explanation", "Civil use"))
                .then()
                .statusCode(200);
        grantedClock = noticeClock(granted);
        world = World.keep(ComityServers.servers());
        besideEstonia = worlds.hidden(world, "beside_estonia", this::besideEstonia);
        besideTheNetherlands = worlds.hidden(world, "beside_the_netherlands", this::besideTheNetherlands);
    }

    @AfterEach
    void theWallStandsAgain() {
        PlantedConsultationLeak.planted = null;
        SwitchedConsultationFilter.removed = false;
        rowLevelSecurity("enable");
    }

    /** What the Netherlands, Japan and Latvia do that neither Estonia nor a third state may notice. */
    private void besideEstonia() {
        in("JP", "jp.officer", visible, "ask", map("text", "Which bands?"))
                .then()
                .statusCode(200);
        in("JP", "nl.officer", visible, "answer", map("text", "2G.")).then().statusCode(200);
        in("JP", "jp.officer", visible, "extend", map("move", "PROPOSE", "workingDays", 3))
                .then()
                .statusCode(200);
        in("JP", "nl.officer", visible, "extend", map("move", "AGREE")).then().statusCode(200);
        in("JP", "jp.officer", visible, "reply", map("answer", "IDENTICAL"))
                .then()
                .statusCode(200);
        in("JP", "jp.officer", notified, "reply", map("answer", "IDENTICAL"))
                .then()
                .statusCode(200);
        in("JP", "jp.officer", interest, "reply", map("answer", "OBJECTION"))
                .then()
                .statusCode(200);
        hiddenNote = post("nl.officer", CONSULTATIONS + "/" + visible + "/notes", map("text", "Grant it anyway"))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        post("jp.officer", CONSULTATIONS + "/" + visible + "/notes", map("text", "Ours"))
                .then()
                .statusCode(201);
        Map<String, Object> elsewhere = draft(consulted("JP", japanese));
        elsewhere.put(
                "candidateTransaction",
                map(
                        "items",
                        list(map("controlCode", "4D004", "description", "Software")),
                        "destination",
                        "UZ",
                        "parties",
                        list(map("role", "END_USER", "name", "Korund Svyaz OOO", "country", "UZ"))));
        requested(elsewhere);
        hiddenDraft = drafted(draftAbout("Invented Person Quellwasser", consulted("EE", estonian)));
        discarded = drafted(draft(consulted("EE", estonian)));
        take("nl.officer", discarded, "discard", Map.of()).then().statusCode(204);
        hiddenRequest = requested(draftAbout("Invented Person Quellwasser", consulted("JP", japanese)));
        hiddenThread = read("nl.officer", hiddenRequest).path("threads[0].id");
        // Japan's denial, undercut in a notice, is stricter
        ComityServers.servers()
                .sql("update denial set content = content || '{\"tlp\": \"RED\"}' where id = '" + japaneseId + "'");
        // and Japan is reminded of it
        ComityServers.servers()
                .sql("update consultation_thread set remind_at = requested_at where consultation_id = '" + hiddenRequest
                        + "'");
        // and the Netherlands of the notice that it owes
        ComityServers.servers()
                .sql("update consultation_notice_clock set preferred_by = (now() at time zone 'UTC')::date + 1"
                        + " where consultation_id = '" + granted + "'");
        assertTrue(timers.runAll() >= 2);
        // one addressee more
        ComityServers.servers()
                .sql("insert into consultation_thread (id, consultation_id, requesting_state, consulted_state, type,"
                        + " version, told, voluntary, zone, requested_at, first_due_at, due_at, remind_at, extended_days,"
                        + " more_asked, changed_at) select gen_random_uuid(), consultation_id, requesting_state, 'LV',"
                        + " type, version, told, voluntary, zone, requested_at, first_due_at, due_at, remind_at, extended_days,"
                        + " more_asked, changed_at from consultation_thread where consulted_state = 'EE'");
    }

    /** What others do that the Netherlands may not notice. */
    private void besideTheNetherlands() {
        post("ee.officer", CONSULTATIONS + "/" + visible + "/notes", map("text", "Say no"))
                .then()
                .statusCode(201);
        String hidden = denial("ee");
        ComityServers.servers().sql("update denial set ref = '" + HIDDEN_REF + "' where ref = '" + hidden + "'");
        step(
                        "jp.approver",
                        ConsultationExamples.DENIALS + "/" + japaneseId,
                        "release",
                        map("releasability", map("mode", "LIST", "states", list("NL", "EE"))))
                .then()
                .statusCode(200);
        estonianDraft = post("ee.officer", CONSULTATIONS, draftAbout("Invented Person Quellwasser", consulted("NL")))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private void everythingThatCanBeAsked(Session session) {
        String nothing = "00000000-0000-4000-8000-000000000000";
        session.walk(CONSULTATIONS);
        session.walk(CONSULTATIONS + "?limit=1&order=deadline");
        for (String query : List.of(
                "status=DECISION_PENDING",
                "status=REQUESTED",
                "status=DRAFT&status=GRANTED",
                "role=received",
                "role=sent",
                "role=notified",
                "state=NL",
                "state=JP",
                "state=LV&order=deadline",
                "item=5A001",
                "item=4D004",
                "destination=KZ&role=notified",
                "destination=UZ",
                "item=imsi&destination=Atlantis",
                "limit=0")) {
            session.get(CONSULTATIONS + "?" + query);
        }
        for (String ref : List.of(HIDDEN_REF, "DN-EE-2026-000000", japanese, estonian, "none")) {
            session.get(CONSULTATIONS + "?denial=" + ref);
        }
        for (String id : List.of(
                visible, notified, interest, granted, hiddenDraft, discarded, estonianDraft, hiddenRequest, nothing)) {
            String path = CONSULTATIONS + "/" + id;
            Session.Answer seen = session.get(path);
            session.get(path + "/notes");
            if (id.equals(visible) || id.equals(hiddenRequest)) {
                for (String note : List.of(estonianNote, hiddenNote)) {
                    session.get(path + "/notes/" + note);
                    session.put(path + "/notes/" + note, "{\"text\":\"x\"}", Map.of("If-Match", "\"stale\""));
                }
                session.post(path + "/withdraw", "{}", Map.of());
            }
            session.post(path + "/withdraw", "{}", Map.of("If-Match", "\"stale\""));
            Map<String, String> headers = Map.of("If-Match", seen.header("ETag").orElse("\"none\""));
            session.put(path, json(draft(consulted("EE", estonian))), headers);
            for (String verb : List.of("submit", "approve", "close", "discard")) {
                session.post(path + "/" + verb, "{}", headers);
            }
            session.post(path + "/undercut-notice", "{\"reasons\":\"x\"}", headers);
            session.post(path + "/essential-interest-notice", "{\"reasons\":\"x\"}", headers);
            for (String state : List.of("JP", "LV")) {
                session.post(path + "/threads/" + state + "/reply", "{\"answer\":\"IDENTICAL\"}", headers);
                session.post(path + "/threads/" + state + "/extend", "{\"move\":\"AGREE\"}", headers);
            }
        }
        for (String clock : List.of(grantedClock, nothing)) {
            session.get("/denials/v1/consultation-notices/" + clock);
        }
        for (String thread : List.of(threads.getFirst(), threads.getLast(), hiddenThread, nothing)) {
            session.get("/denials/v1/consultation-threads/" + thread);
        }
        for (String ref : List.of(HIDDEN_REF, "DN-EE-2026-000000", japanese, estonian)) {
            session.post(CONSULTATIONS, json(draft(consulted("EE", ref))), Map.of());
            session.post(CONSULTATIONS, json(draft(consulted("NL", ref))), Map.of());
        }
        String path = CONSULTATIONS + "/" + visible;
        for (String verb : List.of("acknowledge", "ask", "answer", "extend", "reply")) {
            String body =
                    switch (verb) {
                        case "extend" -> "{\"move\":\"PROPOSE\",\"workingDays\":5}";
                        case "reply" -> "{\"answer\":\"NOT_IDENTICAL\"}";
                        default -> "{\"text\":\"x\"}";
                    };
            Session.Answer seen = session.get(path);
            session.post(
                    path + "/threads/EE/" + verb,
                    body,
                    Map.of("If-Match", seen.header("ETag").orElse("\"none\"")));
        }
        session.post(path + "/notes", "{\"text\":\"mine\"}", Map.of("Idempotency-Key", "k"));
        session.get(path + "/notes");
        session.walk(CONSULTATIONS);
    }

    /** Not for the people of the state whose acts are hidden: its log rightly tells them what their colleagues did. */
    private static void accessLog(Session session) {
        session.walk(ACCESS_LOG + "?limit=50");
        session.walk(ACCESS_LOG + "/records?limit=50");
        for (String record : List.of(visible, hiddenRequest, threads.getFirst(), hiddenThread)) {
            session.get(ACCESS_LOG + "?record=" + record);
            session.get(ACCESS_LOG + "/records?record=" + record);
        }
    }

    private static World hiddenFrom(String person) {
        return person.equals("nl.officer") ? besideTheNetherlands : besideEstonia;
    }

    private Consumer<Session> session(String person) {
        return session -> {
            everythingThatCanBeAsked(session);
            if (!person.startsWith("nl.")) {
                accessLog(session);
            }
        };
    }

    /**
     * What this person is answered without the hidden records while both halves of the wall stand. Row-level security alone
     * answers no more than that; without the service's filter an answer says something else of the reader's part.
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
                "ee.officer",
                "ee.approver",
                "ee.poc",
                "ee.analyst",
                "ee.auditor",
                "de.officer",
                "de.poc",
                "de.analyst",
                "no.officer",
                "nl.analyst",
                "nl.admin",
                "secretariat.staff",
                "secretariat.admin",
                "nl.officer"
            })
    void nothing_that_is_hidden_changes_a_byte(String person) {
        assertEquals(Optional.empty(), leak(person, answers(person)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ee.officer", "ee.poc", "de.officer", "nl.officer"})
    void row_level_security_holds_alone(String person) {
        SwitchedConsultationFilter.removed = true;
        assertEquals(Optional.empty(), worlds.compare(world, hiddenFrom(person), person, session(person)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ee.officer", "ee.poc", "ee.auditor", "de.officer", "nl.officer"})
    void the_services_filter_holds_alone(String person) {
        List<String> answers = answers(person);
        rowLevelSecurity("disable");
        assertEquals(Optional.empty(), leak(person, answers));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ee.officer", "de.officer"})
    void with_neither_the_oracle_finds_what_is_hidden(String person) {
        SwitchedConsultationFilter.removed = true;
        rowLevelSecurity("disable");
        assertTrue(isFound(person));
    }

    @ParameterizedTest
    @EnumSource(PlantedConsultationLeak.Kind.class)
    void a_planted_leak_is_caught(PlantedConsultationLeak.Kind kind) {
        PlantedConsultationLeak.planted = kind;
        String person =
                switch (kind) {
                    case CITATION_MESSAGE -> "nl.officer";
                    case ACCESS_LOG -> "ee.poc";
                    default -> "ee.officer";
                };
        assertTrue(isFound(person));
    }

    private static void rowLevelSecurity(String verb) {
        for (String table : WALLED) {
            ComityServers.servers().sql("alter table " + table + " " + verb + " row level security");
        }
    }
}
