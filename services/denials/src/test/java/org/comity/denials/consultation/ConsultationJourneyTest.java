package org.comity.denials.consultation;

import static org.comity.denials.consultation.ConsultationExamples.CONSULTATIONS;
import static org.comity.denials.consultation.ConsultationExamples.consulted;
import static org.comity.denials.consultation.ConsultationExamples.denial;
import static org.comity.denials.consultation.ConsultationExamples.draft;
import static org.comity.denials.consultation.ConsultationExamples.drafted;
import static org.comity.denials.consultation.ConsultationExamples.in;
import static org.comity.denials.consultation.ConsultationExamples.json;
import static org.comity.denials.consultation.ConsultationExamples.list;
import static org.comity.denials.consultation.ConsultationExamples.map;
import static org.comity.denials.consultation.ConsultationExamples.noticeClock;
import static org.comity.denials.consultation.ConsultationExamples.post;
import static org.comity.denials.consultation.ConsultationExamples.read;
import static org.comity.denials.consultation.ConsultationExamples.requested;
import static org.comity.denials.consultation.ConsultationExamples.tag;
import static org.comity.denials.consultation.ConsultationExamples.take;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.comity.denials.consultation.thread.ThreadStep;
import org.comity.kernel.test.Api;
import org.comity.kernel.test.ComityServers;
import org.comity.kernel.test.EventContract;
import org.comity.kernel.test.Events;
import org.comity.kernel.test.RegisteredStates;
import org.comity.kernel.test.TestClock;
import org.comity.kernel.timer.TimersOfService;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class ConsultationJourneyTest {

    /** A Monday; ten working days later is Monday the 15th. */
    private static final Instant REQUEST = Instant.parse("2026-06-01T09:00:00Z");

    private static final Instant DUE_IN_TALLINN = Instant.parse("2026-06-15T20:59:59.999999Z");
    private static final Instant DUE_IN_TOKYO = Instant.parse("2026-06-15T14:59:59.999999Z");

    private final TestClock clock;
    private final TimersOfService timers;

    ConsultationJourneyTest(TestClock clock, TimersOfService timers) {
        this.clock = clock;
        this.timers = timers;
    }

    @BeforeEach
    void states() {
        RegisteredStates.announce();
        clock.set(REQUEST);
    }

    @AfterEach
    void timeGoesOn() {
        clock.run();
    }

    private static List<String> types(String id) {
        List<String> threads = read("nl.officer", id).path("threads.id");
        int expected = (int) ComityServers.servers()
                .count("select count(*) from outbox where subject in ('" + id + "','" + String.join("','", threads)
                        + "')");
        return Events.await(
                        ComityServers.servers(),
                        "denials.consultation.v1",
                        expected,
                        message -> id.equals(message.key()) || threads.contains(message.key()))
                .stream()
                .map(message -> {
                    assertEquals(List.of(), EventContract.faults(message.value()), message.value());
                    return EventContract.type(message.value())
                            .replaceFirst("org.comity.denials.consultation.(.*).v1", "$1");
                })
                .toList();
    }

    private static String twoAsked() {
        return requested(draft(consulted("EE", denial("ee", "NL")), consulted("JP", denial("jp", "NL"))));
    }

    @Test
    void R100_each_thread_runs_on_the_calendar_of_its_state_and_shows_no_other() {
        String estonian = denial("ee", "NL");
        String japanese = denial("jp", "NL");
        String id = drafted(draft(consulted("EE", estonian), consulted("JP", japanese)));
        for (String stranger : List.of("ee.officer", "jp.officer", "nl.poc", "de.officer")) {
            read(stranger, id).then().statusCode(404);
        }
        take("nl.officer", id, "submit", Map.of()).then().statusCode(200);
        take("nl.approver", id, "approve", Map.of())
                .then()
                .statusCode(200)
                .body("status", is("REQUESTED"))
                .body("ref", matchesPattern("CN-NL-2026-[0-9A-Z]{6}"))
                .body("threads.state", is(List.of("EE", "JP")))
                .body("threads.clock.dueAt", is(List.of(DUE_IN_TALLINN.toString(), DUE_IN_TOKYO.toString())))
                .body("procedure.version", is(1))
                .body("openThreads", is(List.of("EE", "JP")));
        String seen = read("ee.officer", id)
                .then()
                .statusCode(200)
                .body("role", is("RECEIVED"))
                .body("threads.state", is(List.of("EE")))
                .body("threads[0].denials.ref", is(List.of(estonian)))
                .body("threads[0].clock.silence", is("NOT_IDENTICAL"))
                .body("candidateTransaction.parties.name", is(List.of("Korund Svyaz OOO")))
                .body("$", not(hasKey("openThreads")))
                .body("$", not(hasKey("internalRef")))
                .body("$", not(hasKey("nationalAnnex")))
                .body("$", not(hasKey("consultedStates")))
                .body("$", not(hasKey("createdBy")))
                .extract()
                .asString();
        assertTrue(!seen.contains("\"JP\"") && !seen.contains(japanese) && !seen.contains("Windmill"), seen);
        read("ee.poc", id).then().statusCode(200).body("threads.state", is(List.of("EE")));
        read("nl.poc", id).then().statusCode(200).body("threads.state", is(List.of("EE", "JP")));
        for (String stranger : List.of("de.officer", "ee.analyst", "nl.analyst", "secretariat.staff", "nl.admin")) {
            read(stranger, id).then().statusCode(404);
        }
    }

    @Test
    void R110_replies_of_two_states_do_not_touch_each_other() {
        String id = twoAsked();
        String tokyo = read("jp.officer", id).asString();
        in("EE", "ee.officer", id, "reply", map("answer", "IDENTICAL", "text", "It is the same."))
                .then()
                .statusCode(200)
                .body("status", is("DECISION_PENDING"))
                .body("threads[0].status", is("REPLIED_IDENTICAL"))
                .body("threads[0].reply.text", is("It is the same."));
        assertEquals(tokyo, read("jp.officer", id).asString());
        read("nl.officer", id).then().body("status", is("REQUESTED")).body("openThreads", is(List.of("JP")));
        in("EE", "ee.officer", id, "reply", map("answer", "NOT_IDENTICAL"))
                .then()
                .statusCode(409)
                .body("type", is("urn:comity:problem:already-replied"));
        in("JP", "jp.officer", id, "reply", map("answer", "OBJECTION"))
                .then()
                .statusCode(422)
                .body("errors.pointer", is(List.of("/answer")));
        in("JP", "jp.officer", id, "reply", map("answer", "NOT_IDENTICAL"))
                .then()
                .statusCode(200);
        read("nl.officer", id).then().body("status", is("DECISION_PENDING"));
        assertEquals(List.of("requested", "replied", "replied"), types(id));
    }

    @Test
    void R112_silence_is_an_answer_when_the_deadline_has_passed_whether_or_not_the_timer_ran() {
        String id = twoAsked();
        clock.set(DUE_IN_TALLINN);
        read("ee.officer", id).then().body("threads[0].status", is("REQUESTED"));
        clock.advance(Duration.ofNanos(1_000));
        String before = read("ee.officer", id)
                .then()
                .body("threads[0].status", is("DEEMED_NOT_IDENTICAL"))
                .body("threads[0].deemed.at", is(DUE_IN_TALLINN.toString()))
                .body("updatedAt", is(DUE_IN_TALLINN.toString()))
                .body("status", is("DECISION_PENDING"))
                .extract()
                .asString();
        clock.advance(Duration.ofDays(3));
        assertTrue(timers.runAll() >= 2, "it catches up");
        assertEquals(before, read("ee.officer", id).asString(), "the timer changes nothing that is seen");
        in("EE", "ee.officer", id, "reply", map("answer", "IDENTICAL"))
                .then()
                .statusCode(200)
                .body("threads[0].status", is("DEEMED_NOT_IDENTICAL"))
                .body("threads[0].reply.late", is(true))
                .body("threads[0].reply.answer", is("IDENTICAL"));
        List<String> types = types(id);
        assertEquals(2, types.stream().filter("deemed"::equals).count(), types.toString());
        timers.runAll();
        assertEquals(types, types(id), "once");
    }

    @Test
    void R112_the_timer_takes_silence_down_after_the_last_instant_and_not_in_it() {
        String id = requested(draft(consulted("EE", denial("ee", "NL"))));
        clock.set(DUE_IN_TALLINN);
        timers.runAll();
        read("ee.officer", id).then().body("threads[0].status", is("REQUESTED"));
        assertEquals(List.of("requested", "reply-due"), types(id));
        clock.advance(Duration.ofNanos(1_000));
        timers.runAll();
        assertEquals(List.of("requested", "reply-due", "deemed"), types(id));
    }

    @Test
    void R104_a_later_calendar_moves_no_deadline_and_an_extension_counts_on_it_in_the_old_zone() {
        String id = requested(draft(consulted("CZ", denial("cz", "NL"))));
        String due = "2026-06-15T23:59:59.999999Z";
        try {
            ComityServers.servers()
                    .sql("update member_calendar set zone = 'Asia/Tokyo', holidays = '{2026-06-12, 2026-06-16}'"
                            + " where iso2 = 'CZ'");
            timers.runAll();
            read("nl.officer", id).then().body("threads[0].clock.dueAt", is(due));
            in("CZ", "cz.officer", id, "extend", map("move", "PROPOSE", "workingDays", 1))
                    .then()
                    .statusCode(200);
            in("CZ", "nl.officer", id, "extend", map("move", "AGREE"))
                    .then()
                    .statusCode(200)
                    .body("threads[0].clock.extendedTo", is("2026-06-17T23:59:59.999999Z"));
        } finally {
            ComityServers.servers()
                    .sql("update member_calendar set zone = 'Etc/UTC', holidays = '{}' where iso2 = 'CZ'");
        }
    }

    @Test
    void R104_a_state_whose_calendar_is_not_known_is_not_asked() {
        String id = drafted(draft(consulted("CZ", denial("cz", "NL"))));
        take("nl.officer", id, "submit", Map.of()).then().statusCode(200);
        try {
            ComityServers.servers().sql("update member_calendar set iso2 = 'ZZ' where iso2 = 'CZ'");
            take("nl.approver", id, "approve", Map.of()).then().statusCode(503);
        } finally {
            ComityServers.servers().sql("update member_calendar set iso2 = 'CZ' where iso2 = 'ZZ'");
        }
        read("nl.officer", id).then().body("status", is("NATIONAL_APPROVAL"));
        read("cz.officer", id).then().statusCode(404);
        take("nl.approver", id, "approve", Map.of()).then().statusCode(200);
    }

    @Test
    void R108_the_version_in_force_on_the_day_of_the_request_stays_with_it() {
        String before = requested(draft(consulted("EE", denial("ee", "NL"))));
        try {
            ComityServers.servers()
                    .sql("insert into procedure_version (code, version, title, in_force_from, notify_preferred,"
                            + " notify_latest, reply_days, extension_days)"
                            + " values ('NO_UNDERCUT_CONSULTATION', 2, 'Later', '2026-06-02', 1, 2, 5, 6)");
            clock.set(Instant.parse("2026-06-01T23:59:59.999999Z"));
            String lastMoment = requested(draft(consulted("EE", denial("ee", "NL"))));
            read("nl.officer", lastMoment).then().body("procedure.version", is(1));
            clock.set(Instant.parse("2026-06-02T00:00:00Z"));
            String after = requested(draft(consulted("EE", denial("ee", "NL"))));
            read("nl.officer", after)
                    .then()
                    .body("procedure.version", is(2))
                    .body("procedure.notifyPreferredDays", is(1))
                    .body("procedure.notifyLatestDays", is(2));
            granted(before)
                    .body("procedure.version", is(1))
                    .body("undercutNotice.preferredBy", is("2026-07-02"))
                    .body("undercutNotice.latestBy", is("2026-08-01"));
            granted(after)
                    .body("undercutNotice.preferredBy", is("2026-06-03"))
                    .body("undercutNotice.latestBy", is("2026-06-04"));
        } finally {
            ComityServers.servers()
                    .sql(
                            "update consultation set procedure_version = 1 where procedure_version > 1",
                            "delete from procedure_version where version > 1");
        }
    }

    private static ValidatableResponse granted(String id) {
        return take("nl.officer", id, "decide", map("outcome", "GRANTED", "explanation", "A civil operator."))
                .then()
                .statusCode(200);
    }

    @Test
    void R113_a_late_reply_before_the_timer_comes_by_takes_the_silence_down_first() {
        String id = requested(draft(consulted("EE", denial("ee", "NL"))));
        clock.set(DUE_IN_TALLINN.plusSeconds(1));
        in("EE", "ee.officer", id, "reply", map("answer", "IDENTICAL"))
                .then()
                .statusCode(200)
                .body("threads[0].status", is("DEEMED_NOT_IDENTICAL"))
                .body("threads[0].reply.late", is(true));
        timers.runAll();
        assertEquals(List.of("requested", "deemed", "replied"), types(id));
    }

    @Test
    void R336_the_consulted_desk_confirms_once_that_it_has_the_question_and_no_clock_moves() {
        String id = requested(draft(consulted("EE", denial("ee", "NL"))));
        read("ee.officer", id).then().body("threads[0].steps[0]", is("acknowledge"));
        in("EE", "nl.officer", id, "acknowledge", Map.of()).then().statusCode(403);
        Api.as("jp.officer")
                .contentType(ContentType.JSON)
                .header("If-Match", "\"1\"")
                .body("{}")
                .post(CONSULTATIONS + "/" + id + "/threads/EE/acknowledge")
                .then()
                .statusCode(404);
        in("EE", "ee.officer", id, "acknowledge", Map.of())
                .then()
                .statusCode(200)
                .body("threads[0].status", is("REQUESTED"))
                .body("threads[0].clock.dueAt", is(DUE_IN_TALLINN.toString()))
                .body("threads[0].exchanges.kind", is(List.of("ACKNOWLEDGED")))
                .body("threads[0].exchanges.by", is(List.of("EE")))
                .body("threads[0].steps", not(hasItem("acknowledge")));
        read("nl.officer", id).then().body("threads[0].exchanges.kind", is(List.of("ACKNOWLEDGED")));
        in("EE", "ee.officer", id, "acknowledge", Map.of())
                .then()
                .statusCode(409)
                .body("type", is("urn:comity:problem:already-acknowledged"));
        assertEquals(List.of("requested", "acknowledged"), types(id));
    }

    @Test
    void R114_R116_more_is_asked_and_given_and_an_extension_takes_both() {
        String id = requested(draft(consulted("EE", denial("ee", "NL"))));
        in("EE", "nl.officer", id, "answer", map("text", "Nobody asked."))
                .then()
                .statusCode(409)
                .body("type", is("urn:comity:problem:nothing-asked"));
        in("EE", "ee.officer", id, "ask", map("text", "Which bands?"))
                .then()
                .statusCode(200)
                .body("threads[0].status", is("NEED_MORE"));
        in("EE", "nl.officer", id, "answer", map("text", "2G to 4G."))
                .then()
                .statusCode(200)
                .body("threads[0].status", is("REQUESTED"))
                .body("threads[0].exchanges.kind", is(List.of("MORE_ASKED", "MORE_GIVEN")))
                .body("threads[0].exchanges.by", is(List.of("EE", "NL")));
        in("EE", "ee.officer", id, "extend", map("move", "PROPOSE", "workingDays", 31))
                .then()
                .statusCode(422)
                .body("errors.pointer", is(List.of("/workingDays")));
        in("EE", "ee.officer", id, "extend", map("move", "PROPOSE"))
                .then()
                .statusCode(422)
                .body("errors.pointer", is(List.of("/workingDays")));
        in("EE", "ee.officer", id, "extend", map("move", "PROPOSE", "workingDays", 30))
                .then()
                .statusCode(200)
                .body("threads[0].clock.proposal.workingDays", is(30))
                .body("threads[0].clock.dueAt", is(DUE_IN_TALLINN.toString()));
        in("EE", "ee.officer", id, "extend", map("move", "AGREE"))
                .then()
                .statusCode(409)
                .body("type", is("urn:comity:problem:no-extension-proposed"));
        in("EE", "nl.officer", id, "extend", map("move", "AGREE"))
                .then()
                .statusCode(200)
                .body("threads[0].clock.extendedTo", is("2026-07-27T20:59:59.999999Z"))
                .body("threads[0].clock.extensionAgreedBy", is(List.of("NL", "EE")));
        clock.set(DUE_IN_TALLINN.plusSeconds(1));
        timers.runAll();
        read("ee.officer", id).then().body("threads[0].status", is("REQUESTED"));
        in("EE", "ee.officer", id, "extend", map("move", "PROPOSE", "workingDays", 1))
                .then()
                .statusCode(422);
        assertEquals(List.of("requested", "more-asked", "more-given", "extension-proposed", "extended"), types(id));
    }

    @Test
    void R118_a_reminder_comes_once_two_working_days_before_a_deadline_and_anew_when_it_moved() {
        String id = requested(draft(consulted("EE", denial("ee", "NL"))));
        // due on Monday the 15th: two working days before is Thursday the 11th, which begins at 21:00 UTC
        clock.set(Instant.parse("2026-06-10T20:59:59Z"));
        timers.runAll();
        assertEquals(List.of("requested"), types(id));
        clock.set(Instant.parse("2026-06-10T21:00:00Z"));
        timers.runAll();
        timers.runAll();
        assertEquals(List.of("requested", "reply-due"), types(id));
        in("EE", "ee.officer", id, "extend", map("move", "PROPOSE", "workingDays", 5))
                .then()
                .statusCode(200);
        in("EE", "nl.officer", id, "extend", map("move", "DECLINE")).then().statusCode(200);
        in("EE", "nl.officer", id, "extend", map("move", "PROPOSE", "workingDays", 5))
                .then()
                .statusCode(200);
        in("EE", "ee.officer", id, "extend", map("move", "AGREE")).then().statusCode(200);
        timers.runAll();
        clock.set(Instant.parse("2026-06-17T21:00:00Z"));
        timers.runAll();
        timers.runAll();
        assertEquals(
                List.of(
                        "requested",
                        "reply-due",
                        "extension-proposed",
                        "extension-declined",
                        "extension-proposed",
                        "extended",
                        "reply-due"),
                types(id));
    }

    @Test
    void R123_the_decision_waits_for_nobody_and_a_grant_is_explained() {
        String id = twoAsked();
        take("nl.officer", id, "decide", map("outcome", "GRANTED"))
                .then()
                .statusCode(422)
                .body("errors.pointer", is(List.of("/explanation")));
        take("nl.officer", id, "decide", map("outcome", "GRANTED", "explanation", "A civil mobile operator."))
                .then()
                .statusCode(200)
                .body("status", is("GRANTED"))
                .body("openThreads", is(List.of("EE", "JP")))
                .body("undercutNotice.required", is(true))
                .body("undercutNotice.preferredBy", is("2026-07-01"))
                .body("undercutNotice.latestBy", is("2026-07-31"))
                .body("undercutNotice.late", is(false));
        read("ee.officer", id)
                .then()
                .body("status", is("GRANTED"))
                .body("outcome.explanation", is("A civil mobile operator."))
                .body("$", not(hasKey("undercutNotice")));
        take("nl.officer", id, "decide", map("outcome", "DENIED"))
                .then()
                .statusCode(409)
                .body("type", is("urn:comity:problem:already-decided"));
        in("EE", "ee.officer", id, "reply", map("answer", "IDENTICAL")).then().statusCode(200);
        take("nl.officer", id, "close", Map.of())
                .then()
                .statusCode(409)
                .body("type", is("urn:comity:problem:notice-outstanding"));
    }

    @Test
    void R125_R133_an_undercut_notice_reaches_every_state_that_may_read_the_denial_and_tells_of_no_thread() {
        String estonian = denial("ee", "NL", "DE");
        String japanese = denial("jp", "NL", "FI");
        String id = requested(draft(consulted("EE", estonian), consulted("JP", japanese)));
        in("EE", "ee.officer", id, "reply", map("answer", "IDENTICAL")).then().statusCode(200);
        take("nl.approver", id, "decide", map("outcome", "GRANTED", "explanation", "A civil operator."))
                .then()
                .statusCode(200);
        read("de.officer", id).then().statusCode(404);
        take("nl.officer", id, "undercut-notice", map("reasons", "x")).then().statusCode(403);
        take("nl.approver", id, "undercut-notice", map("reasons", "x"))
                .then()
                .statusCode(403)
                .body("type", is("urn:comity:problem:same-person"));
    }

    @Test
    void R125_a_notice_is_late_after_the_latest_day_and_narrowing_the_denial_bites_on_it_too() {
        var denied = denial("ee", "LISTED", new String[] {"NL", "DE"});
        String ref = denied.path("ref");
        String japanese = denial("jp", "NL", "FI");
        String id = requested(draft(consulted("EE", ref), consulted("JP", japanese)));
        in("EE", "ee.officer", id, "reply", map("answer", "IDENTICAL")).then().statusCode(200);
        take("nl.officer", id, "decide", map("outcome", "GRANTED", "explanation", "A civil operator."))
                .then()
                .statusCode(200);
        clock.set(Instant.parse("2026-07-31T23:59:59Z"));
        read("nl.officer", id).then().body("undercutNotice.late", is(false));
        clock.set(Instant.parse("2026-08-01T00:00:00Z"));
        read("nl.officer", id).then().body("undercutNotice.late", is(true));
        take("nl.approver", id, "undercut-notice", map("reasons", "The end-user is an operator."))
                .then()
                .statusCode(200)
                .body("undercutNotice.late", is(true))
                .body(
                        "undercutNotice.denialRefs",
                        is(new java.util.ArrayList<>(new TreeSet<>(List.of(ref, japanese)))));
        String german = read("de.officer", id)
                .then()
                .statusCode(200)
                .body("role", is("NOTIFIED"))
                .body("status", is("GRANTED"))
                .body("undercutNotice.denialRefs", is(List.of(ref)))
                .body("undercutNotice.reasons", is("The end-user is an operator."))
                .body("$", not(hasKey("threads")))
                .body("$", not(hasKey("candidateTransaction")))
                .body("$", not(hasKey("outcome")))
                .extract()
                .asString();
        assertTrue(!german.contains("\"JP\"") && !german.contains(japanese) && !german.contains("Korund"), german);
        Api.as("de.officer")
                .get(CONSULTATIONS + "?role=notified")
                .then()
                .statusCode(200)
                .body("items.id", hasItem(id));
        read("fi.officer", id).then().statusCode(200).body("undercutNotice.denialRefs", is(List.of(japanese)));
        assertEquals(List.of(id), listed("de.officer", "?denial=" + ref), "R-252");
        assertEquals(List.of(), listed("de.officer", "?denial=" + japanese), "R-252");
        read("de.analyst", id).then().statusCode(404);
        read("no.officer", id).then().statusCode(404);
        take("de.officer", id, "close", Map.of()).then().statusCode(403);
        ConsultationExamples.step(
                        "ee.officer",
                        ConsultationExamples.DENIALS + "/" + denied.path("id"),
                        "release",
                        map("releasability", map("mode", "LIST", "states", list("NL"))))
                .then()
                .statusCode(200);
        read("de.officer", id).then().statusCode(404);
        take("nl.officer", id, "close", Map.of()).then().statusCode(200).body("status", is("CLOSED"));
        assertEquals(
                List.of("requested", "replied", "decided", "undercut-notified", "deemed", "closed"),
                types(id),
                "closing takes down the silence of Japan, which no timer had noticed");
    }

    private static long reminders(String id) {
        return ComityServers.servers()
                .count("select count(*) from outbox where type = 'org.comity.denials.consultation.notice-due.v1'"
                        + " and subject = '" + noticeClock(id) + "'");
    }

    private long remindersAt(String instant, String id) {
        clock.set(Instant.parse(instant));
        timers.runAll();
        timers.runAll();
        return reminders(id);
    }

    @Test
    void R144_a_week_before_each_day_of_a_notice_that_is_outstanding_its_state_is_reminded_once() {
        String undercut = requested(draft(consulted("EE", denial("ee", "NL"))));
        String interest = aboutAnInterest(consulted("EE"));
        for (String id : List.of(undercut, interest)) {
            take("nl.officer", id, "decide", map("outcome", "GRANTED", "explanation", "Civil use"))
                    .then()
                    .statusCode(200);
        }
        // decided on 1 June: preferably by 1 July, at the latest by 31 July
        Map<String, Integer> expected = new java.util.TreeMap<>(Map.of(
                "2026-06-23T23:59:59Z", 0,
                "2026-06-24T00:00:00Z", 1,
                "2026-07-23T23:59:59Z", 1,
                "2026-07-24T00:00:00Z", 2,
                "2026-08-30T00:00:00Z", 2));
        expected.forEach((instant, times) -> {
            assertEquals((long) times, remindersAt(instant, undercut), instant);
            assertEquals((long) times, reminders(interest), instant);
        });
        String clockId = noticeClock(undercut);
        Events.await(ComityServers.servers(), "denials.consultation.v1", 2, message -> clockId.equals(message.key()))
                .forEach(message -> assertEquals(List.of(), EventContract.faults(message.value()), message.value()));
        for (String id : List.of(undercut, interest)) {
            String address = "/denials/v1/consultation-notices/" + noticeClock(id);
            Api.as("nl.officer").get(address).then().statusCode(200).body("id", is(id));
            for (String other : List.of("ee.officer", "no.officer", "nl.poc", "nl.analyst", "secretariat.staff")) {
                Api.as(other).get(address).then().statusCode(404);
            }
        }
    }

    @Test
    void R144_nobody_is_reminded_of_a_notice_that_was_sent_that_nothing_asks_for_or_whose_day_has_passed() {
        String sent = aboutAnInterest(consulted("EE"));
        String late = aboutAnInterest(consulted("EE"));
        var denied = denial("ee", "LISTED", new String[] {"NL"});
        String asked = requested(draft(consulted("EE", denied.<String>path("ref"))));
        ComityServers.servers().sql("update denial set status = 'REVOKED' where id = '" + denied.path("id") + "'");
        for (String id : List.of(sent, late, asked)) {
            take("nl.officer", id, "decide", map("outcome", "GRANTED", "explanation", "Civil use"))
                    .then()
                    .statusCode(200);
        }
        take("nl.approver", sent, "essential-interest-notice", map("reasons", "Civil use"))
                .then()
                .statusCode(200);
        assertEquals(0, remindersAt("2026-06-25T00:00:00Z", asked), "a denial that has ended asks for none");
        in("EE", "ee.officer", asked, "reply", map("answer", "IDENTICAL"))
                .then()
                .statusCode(200);
        assertEquals(1, remindersAt("2026-07-01T23:59:59Z", asked), "a late reply asks for one");
        assertEquals(0, reminders(sent));
        ComityServers.servers()
                .sql("update consultation_notice_clock set reminded_preferred_at = null, version = 1"
                        + " where consultation_id = '" + late + "'");
        long before = reminders(late);
        assertEquals(before, remindersAt("2026-07-02T00:00:00Z", late), "no longer of the first day");
        assertEquals(before + 1, remindersAt("2026-07-31T23:59:59Z", late), "and caught up of the second");
        assertEquals(before + 1, remindersAt("2026-08-01T00:00:00Z", late));
        assertEquals(0, reminders(sent));
    }

    private static String aboutAnInterest(Object... consulted) {
        Map<String, Object> draft = draft(consulted);
        draft.put("type", "ESSENTIAL_INTEREST");
        return requested(draft);
    }

    @Test
    void R141_R143_a_grant_after_asking_about_essential_interests_is_notified_to_all_states_and_tells_of_no_thread() {
        String id = aboutAnInterest(consulted("EE", denial("ee", "NL")), consulted("JP"));
        in("JP", "jp.officer", id, "reply", map("answer", "NO_OBJECTION"))
                .then()
                .statusCode(200);
        take("nl.officer", id, "decide", map("outcome", "GRANTED", "explanation", "For the parties alone."))
                .then()
                .statusCode(200)
                .body("essentialInterestNotice.required", is(true))
                .body("essentialInterestNotice.preferredBy", is("2026-07-01"))
                .body("essentialInterestNotice.latestBy", is("2026-07-31"))
                .body("$", not(hasKey("undercutNotice")));
        assertEquals(List.of("NOTICE"), line("nl.officer", id).get("awaits"));
        read("ee.officer", id).then().body("status", is("GRANTED")).body("$", not(hasKey("essentialInterestNotice")));
        read("no.officer", id).then().statusCode(404);
        take("nl.officer", id, "close", Map.of())
                .then()
                .statusCode(409)
                .body("type", is("urn:comity:problem:notice-outstanding"));
        take("nl.approver", id, "undercut-notice", map("reasons", "x"))
                .then()
                .statusCode(409)
                .body("type", is("urn:comity:problem:nothing-undercut"));
        take("nl.officer", id, "essential-interest-notice", map("reasons", "x"))
                .then()
                .statusCode(403);
        clock.set(Instant.parse("2026-07-31T23:59:59Z"));
        read("nl.officer", id).then().body("essentialInterestNotice.late", is(false));
        clock.set(Instant.parse("2026-08-01T00:00:00Z"));
        read("nl.officer", id).then().body("essentialInterestNotice.late", is(true));
        take("nl.approver", id, "essential-interest-notice", map("reasons", "Civil use."))
                .then()
                .statusCode(200)
                .body("essentialInterestNotice.late", is(true));
        take("nl.approver", id, "essential-interest-notice", map("reasons", "Again."))
                .then()
                .statusCode(409)
                .body("type", is("urn:comity:problem:notice-sent"));
        for (String reader : List.of("no.officer", "no.poc", "al.approver")) {
            String seen = read(reader, id)
                    .then()
                    .statusCode(200)
                    .body("role", is("NOTIFIED"))
                    .body("status", is("GRANTED"))
                    .body("essentialInterestNotice.reasons", is("Civil use."))
                    .body("essentialInterestNotice.destination", is("KZ"))
                    .body("essentialInterestNotice.controlCodes", is(List.of("5A001.f.2")))
                    .body("$", not(hasKey("threads")))
                    .body("$", not(hasKey("candidateTransaction")))
                    .body("$", not(hasKey("question")))
                    .body("$", not(hasKey("outcome")))
                    .extract()
                    .asString();
            for (String hidden : List.of("EE", "JP", "DN-", "Korund", "IMSI", "For the parties alone", "Windmill")) {
                assertTrue(!seen.contains(hidden), seen);
            }
        }
        assertEquals("KZ", line("no.officer", id).get("destination"));
        assertEquals(List.of("5A001.f.2"), line("no.officer", id).get("controlCodes"));
        read("ee.officer", id)
                .then()
                .body("role", is("RECEIVED"))
                .body("essentialInterestNotice.reasons", is("Civil use."));
        for (String stranger : List.of("no.analyst", "no.auditor", "no.admin", "secretariat.staff")) {
            read(stranger, id).then().statusCode(404);
        }
        assertEquals(
                24,
                ComityServers.servers()
                        .count("select count(*) from consultation_notice_state where consultation_id = '" + id + "'"),
                "who subscribes later has no row");
        take("nl.officer", id, "close", Map.of()).then().statusCode(200);
        assertEquals(
                List.of("requested", "replied", "decided", "essential-interest-notified", "deemed", "closed"),
                types(id));
    }

    @Test
    void R141_nothing_but_a_grant_about_an_essential_interest_asks_for_that_notice() {
        String denied = aboutAnInterest(consulted("EE"));
        take("nl.officer", denied, "decide", map("outcome", "DENIED"))
                .then()
                .statusCode(200)
                .body("$", not(hasKey("essentialInterestNotice")));
        Map<String, Object> draft = draft(consulted("EE"));
        draft.put("type", "LOCATION");
        String located = requested(draft);
        take("nl.officer", located, "decide", map("outcome", "GRANTED", "explanation", "Civil use"))
                .then()
                .statusCode(200)
                .body("$", not(hasKey("essentialInterestNotice")));
        for (String id : List.of(denied, located)) {
            take("nl.approver", id, "essential-interest-notice", map("reasons", "x"))
                    .then()
                    .statusCode(409)
                    .body("type", is("urn:comity:problem:nothing-to-notify"));
            take("nl.officer", id, "close", Map.of()).then().statusCode(200);
        }
        String same = aboutAnInterest(consulted("EE"));
        take("nl.approver", same, "decide", map("outcome", "GRANTED", "explanation", "Civil use"))
                .then()
                .statusCode(200);
        take("nl.approver", same, "essential-interest-notice", map("reasons", "x"))
                .then()
                .statusCode(403)
                .body("type", is("urn:comity:problem:same-person"));
    }

    @ParameterizedTest
    @CsvSource({
        "REVOKED, NOT_IDENTICAL, false, false",
        "REVOKED, IDENTICAL, false, true",
        "REVOKED, IDENTICAL, true, true",
        "REVOKED, NOT_IDENTICAL, true, false",
        "REVOKED,, true, false",
        "NOTIFIED, NOT_IDENTICAL, false, true",
    })
    void R124_a_notice_is_asked_for_when_identical_was_said_or_a_denial_is_in_force(
            String denial, @Nullable String answer, boolean late, boolean noticeRequired) {
        Response denied = denial("ee", "LISTED", new String[] {"NL"});
        String id = requested(draft(consulted("EE", denied.<String>path("ref"))));
        ComityServers.servers()
                .sql("update denial set status = '" + denial + "' where id = '" + denied.path("id") + "'");
        if (late) {
            clock.set(DUE_IN_TALLINN.plusSeconds(1));
        }
        if (answer != null) {
            in("EE", "ee.officer", id, "reply", map("answer", answer)).then().statusCode(200);
        }
        granted(id).body("undercutNotice?.required", noticeRequired ? is(true) : nullValue());
        take("nl.officer", id, "close", Map.of()).then().statusCode(noticeRequired ? 409 : 200);
    }

    @Test
    void R124_a_catch_all_denial_is_cited_voluntarily_and_asks_for_no_notice() {
        String ref = denial("ee", "CATCH_ALL_HR", new String[] {"NL"}).path("ref");
        String id = requested(draft(consulted("EE", ref)));
        read("ee.officer", id).then().body("threads[0].voluntary", is(true));
        in("EE", "ee.officer", id, "reply", map("answer", "IDENTICAL")).then().statusCode(200);
        take("nl.officer", id, "decide", map("outcome", "GRANTED", "explanation", "A civil operator."))
                .then()
                .statusCode(200)
                .body("$", not(hasKey("undercutNotice")));
        take("nl.officer", id, "close", Map.of()).then().statusCode(200);
    }

    @Test
    void R123_R124_a_transit_that_is_allowed_is_explained_and_notified_as_a_grant_is() {
        String id = requested(draft(consulted("EE", denial("ee", "NL"))));
        in("EE", "ee.officer", id, "reply", map("answer", "IDENTICAL")).then().statusCode(200);
        take("nl.officer", id, "decide", map("outcome", "TRANSIT_ALLOWED"))
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("/explanation"));
        take("nl.officer", id, "decide", map("outcome", "TRANSIT_ALLOWED", "explanation", "It only passes."))
                .then()
                .statusCode(200)
                .body("undercutNotice.required", is(true));
        take("nl.officer", id, "close", Map.of()).then().statusCode(409);
        take("nl.approver", id, "undercut-notice", map("reasons", "It only passes."))
                .then()
                .statusCode(200);
        take("nl.officer", id, "close", Map.of()).then().statusCode(200);
    }

    @Test
    void R263_whoever_has_the_notice_of_a_transit_reads_that_it_is_one() {
        String ref = denial("ee", "NL", "DE");
        String transit = requested(draft(consulted("EE", ref)));
        String grant = requested(draft(consulted("EE", ref)));
        for (String id : List.of(transit, grant)) {
            String outcome = id.equals(transit) ? "TRANSIT_ALLOWED" : "GRANTED";
            take("nl.officer", id, "decide", map("outcome", outcome, "explanation", "Civil use"))
                    .then()
                    .statusCode(200);
            take("nl.approver", id, "undercut-notice", map("reasons", "Civil use"))
                    .then()
                    .statusCode(200);
            take("nl.officer", id, "close", Map.of()).then().statusCode(200);
            read("de.officer", id).then().body("role", is("NOTIFIED")).body("status", is(outcome));
        }

        assertEquals(List.of(transit), listed("de.officer", "?status=TRANSIT_ALLOWED&denial=" + ref));
        assertEquals(List.of(grant), listed("de.officer", "?status=GRANTED&denial=" + ref));
        assertEquals(List.of(), listed("de.officer", "?status=CLOSED&denial=" + ref));
        assertEquals(
                List.of("GRANTED", "TRANSIT_ALLOWED"),
                Api.as("de.officer")
                        .get(CONSULTATIONS + "?denial=" + ref)
                        .jsonPath()
                        .getList("items.status", String.class)
                        .stream()
                        .sorted()
                        .toList());
    }

    @Test
    void R264_a_notice_is_as_strict_as_the_strictest_of_its_denials_that_its_reader_may_read() {
        String estonian = denial("ee", "NL", "DE");
        String japanese = denial("jp", "NL", "FI");
        ComityServers.servers()
                .sql("update denial set content = content || '{\"tlp\": \"RED\"}' where ref = '" + estonian + "'");
        String id = requested(draft(consulted("EE", estonian), consulted("JP", japanese)));
        take("nl.officer", id, "decide", map("outcome", "GRANTED", "explanation", "Civil use"))
                .then()
                .statusCode(200);
        take("nl.approver", id, "undercut-notice", map("reasons", "Civil use"))
                .then()
                .statusCode(200);

        for (String person : List.of("de.officer", "de.poc", "ee.officer", "nl.officer")) {
            read(person, id).then().body("tlp", is("RED"));
        }
        for (String person : List.of("fi.officer", "jp.officer")) {
            read(person, id).then().body("tlp", is("AMBER"));
        }
        assertEquals(
                List.of("RED"),
                Api.as("de.officer")
                        .get(CONSULTATIONS + "?denial=" + estonian)
                        .jsonPath()
                        .getList("items.tlp"));
    }

    @Test
    void R263_a_refusal_is_told_to_the_consulted_states_and_to_no_other() {
        String ref = denial("ee", "NL", "DE");
        String id = requested(draft(consulted("EE", ref)));
        take("nl.officer", id, "decide", map("outcome", "DENIED")).then().statusCode(200);

        read("ee.officer", id).then().body("status", is("DENIED"));
        read("de.officer", id).then().statusCode(404);
        assertEquals(List.of(), listed("de.officer", "?denial=" + ref));
        take("nl.approver", id, "undercut-notice", map("reasons", "x"))
                .then()
                .statusCode(409)
                .body("type", is("urn:comity:problem:nothing-undercut"));
    }

    @Test
    void R124_what_is_said_after_closing_asks_for_no_notice() {
        Response denial = denial("ee", "LISTED", new String[] {"NL"});
        String id = requested(draft(consulted("EE", denial.<String>path("ref"))));
        clock.set(DUE_IN_TALLINN.plusSeconds(1));
        timers.runAll();
        ComityServers.servers().sql("update denial set status = 'REVOKED' where id = '" + denial.path("id") + "'");
        take("nl.officer", id, "decide", map("outcome", "GRANTED", "explanation", "A civil operator."))
                .then()
                .statusCode(200);
        take("nl.officer", id, "close", Map.of()).then().statusCode(200);
        in("EE", "ee.officer", id, "reply", map("answer", "IDENTICAL"))
                .then()
                .statusCode(200)
                .body("threads[0].reply.late", is(true));
        read("nl.officer", id).then().body("status", is("CLOSED")).body("$", not(hasKey("undercutNotice")));
    }

    @Test
    void R122_a_withdrawal_ends_what_is_open_and_leaves_what_was_answered() {
        String id = twoAsked();
        in("EE", "ee.officer", id, "reply", map("answer", "IDENTICAL")).then().statusCode(200);
        take("nl.officer", id, "withdraw", Map.of())
                .then()
                .statusCode(200)
                .body("status", is("WITHDRAWN"))
                .body("threads.status", is(List.of("REPLIED_IDENTICAL", "ENDED")));
        in("JP", "jp.officer", id, "reply", map("answer", "IDENTICAL"))
                .then()
                .statusCode(409)
                .body("type", is("urn:comity:problem:thread-ended"));
        assertEquals(List.of("requested", "replied", "decided"), types(id));
    }

    @Test
    void R122_R123_a_denial_ends_what_is_open_and_needs_no_explanation() {
        String id = twoAsked();
        in("EE", "ee.officer", id, "reply", map("answer", "IDENTICAL")).then().statusCode(200);
        take("nl.officer", id, "decide", map("outcome", "DENIED"))
                .then()
                .statusCode(200)
                .body("threads.status", is(List.of("REPLIED_IDENTICAL", "ENDED")));
        in("JP", "jp.officer", id, "reply", map("answer", "IDENTICAL"))
                .then()
                .statusCode(409)
                .body("type", is("urn:comity:problem:thread-ended"));
        take("nl.officer", id, "withdraw", Map.of()).then().statusCode(409);
    }

    @Test
    void R122_what_is_allowed_in_transit_leaves_threads_open() {
        String id = twoAsked();
        take("nl.officer", id, "decide", map("outcome", "TRANSIT_ALLOWED", "explanation", "It goes on at once."))
                .then()
                .statusCode(200)
                .body("openThreads", is(List.of("EE", "JP")));
        in("JP", "jp.officer", id, "reply", map("answer", "IDENTICAL")).then().statusCode(200);
    }

    @Test
    void R109_a_reference_that_cannot_be_cited_reads_like_one_that_does_not_exist() {
        String hidden = denial("ee");
        String ofThird = denial("jp", "NL", "EE");
        String ownReleased = denial("nl", "EE");
        String ownElsewhere = denial("nl", "JP");
        String refusal = null;
        for (String ref : List.of("DN-EE-2026-000000", "nothing", hidden, ofThird, ownElsewhere)) {
            String answer = post("nl.officer", CONSULTATIONS, draft(consulted("EE", ref)))
                    .then()
                    .statusCode(422)
                    .body("errors.pointer", is(List.of("/consultedStates/0/denialRefs/0")))
                    .extract()
                    .asString();
            assertEquals(refusal == null ? answer : refusal, answer);
            refusal = answer;
        }
        drafted(draft(consulted("EE", ownReleased, denial("ee", "NL"))));
    }

    @Test
    void R109_a_denial_whose_release_is_narrowed_before_the_request_is_no_longer_cited() {
        var denied = denial("ee", "LISTED", new String[] {"NL"});
        String id = drafted(draft(consulted("EE", denied.<String>path("ref"))));
        take("nl.officer", id, "submit", Map.of()).then().statusCode(200);
        ConsultationExamples.step(
                        "ee.officer",
                        ConsultationExamples.DENIALS + "/" + denied.path("id"),
                        "release",
                        map("releasability", map("mode", "ORIGINATOR_ONLY")))
                .then()
                .statusCode(200);
        take("nl.approver", id, "approve", Map.of())
                .then()
                .statusCode(422)
                .body("errors.pointer", is(List.of("/consultedStates/0/denialRefs/0")));
    }

    @Test
    void R119_a_thread_is_told_once_that_its_denial_ended() {
        var denied = denial("ee", "LISTED", new String[] {"NL"});
        String id = requested(draft(consulted("EE", denied.<String>path("ref"))));
        // revoking is another step of the denial's own life
        ComityServers.servers().sql("update denial set status = 'REVOKED' where id = '" + denied.path("id") + "'");
        timers.runAll();
        timers.runAll();
        read("nl.officer", id).then().body("threads[0].denials[0].ended", is("REVOKED"));
        assertEquals(List.of("requested", "denial-ended"), types(id));
        post("nl.officer", CONSULTATIONS, draft(consulted("EE", denied.<String>path("ref"))))
                .then()
                .statusCode(422)
                .body("errors.detail", is(List.of("This denial is no longer in force.")));
    }

    @Test
    void R119_a_thread_is_not_told_of_a_denial_that_a_party_no_longer_reads() {
        var hidden = denial("ee", "LISTED", new String[] {"NL"});
        String id = requested(draft(consulted("EE", hidden.<String>path("ref"))));
        ConsultationExamples.step(
                        "ee.officer",
                        ConsultationExamples.DENIALS + "/" + hidden.path("id"),
                        "release",
                        map("releasability", map("mode", "ORIGINATOR_ONLY")))
                .then()
                .statusCode(200);
        var shown = denial("ee", "LISTED", new String[] {"NL"});
        String told = requested(draft(consulted("EE", shown.<String>path("ref"))));
        ComityServers.servers()
                .sql(
                        "update denial set status = 'REVOKED' where id = '" + hidden.path("id") + "'",
                        "update denial set status = 'EXPIRED' where id = '" + shown.path("id") + "'");
        timers.runAll();
        assertEquals(List.of("requested"), types(id));
        assertEquals(List.of("requested", "denial-ended"), types(told));
    }

    @Test
    void R120_four_eyes_hold() {
        String ref = denial("ee", "NL");
        String id = post("nl.approver", CONSULTATIONS, draft(consulted("EE", ref)))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        take("nl.approver", id, "approve", Map.of()).then().statusCode(409);
        take("nl.approver", id, "submit", Map.of()).then().statusCode(200);
        take("nl.approver", id, "approve", Map.of())
                .then()
                .statusCode(403)
                .body("type", is("urn:comity:problem:same-person"));
        take("nl.officer", id, "approve", Map.of()).then().statusCode(403);
        take("nl.officer", id, "return", map("reason", "x")).then().statusCode(403);
        String approversTag = tag("nl.approver", CONSULTATIONS + "/" + id);
        Api.as("nl.officer")
                .contentType(ContentType.JSON)
                .header("If-Match", tag("nl.officer", CONSULTATIONS + "/" + id))
                .body(json(draft(consulted("EE", ref))))
                .put(CONSULTATIONS + "/" + id)
                .then()
                .statusCode(200)
                .body("status", is("DRAFT"));
        Api.as("nl.approver")
                .contentType(ContentType.JSON)
                .header("If-Match", approversTag)
                .body("{}")
                .post(CONSULTATIONS + "/" + id + "/approve")
                .then()
                .statusCode(412);
        take("nl.approver", id, "approve", Map.of())
                .then()
                .statusCode(409)
                .body("type", is("urn:comity:problem:not-submitted"));
        take("nl.officer", id, "submit", Map.of()).then().statusCode(200);
        take("nl.approver", id, "return", map("reason", "Ask Japan too."))
                .then()
                .statusCode(200)
                .body("returnedBecause", is("Ask Japan too."));
    }

    @Test
    void R120_a_national_system_drafts_and_submits_and_never_approves() {
        String system = org.comity.kernel.test.Tokens.ofSystem("nl-system");
        String id = Api.withToken(system)
                .contentType(ContentType.JSON)
                .body(json(draft(consulted("EE", denial("ee", "NL")))))
                .post(CONSULTATIONS)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        for (String verb : List.of("submit", "approve")) {
            bySystem(system, id, verb, Map.of()).then().statusCode(verb.equals("submit") ? 200 : 403);
        }
        take("nl.approver", id, "approve", Map.of()).then().statusCode(200);
        granted(id).body("undercutNotice.required", is(true));
        bySystem(system, id, "undercut-notice", map("reasons", "x")).then().statusCode(403);
        take("nl.approver", id, "undercut-notice", map("reasons", "x")).then().statusCode(200);
    }

    private static Response bySystem(String system, String id, String verb, Object body) {
        String seen = Api.withToken(system).get(CONSULTATIONS + "/" + id).header("ETag");
        return Api.withToken(system)
                .contentType(ContentType.JSON)
                .header("If-Match", seen)
                .body(json(body))
                .post(CONSULTATIONS + "/" + id + "/" + verb);
    }

    @Test
    void R134_internal_notes_stay_in_the_state_that_wrote_them() {
        String id = requested(draft(consulted("EE", denial("ee", "NL"))));
        String nl = read("nl.officer", id).asString();
        post("nl.officer", CONSULTATIONS + "/" + id + "/notes", map("text", "Ours"))
                .then()
                .statusCode(201)
                .header("Location", matchesPattern(".*/consultations/" + id + "/notes/[0-9a-f-]{36}"))
                .body("writtenBy.name", is("nl.officer"));
        post("ee.officer", CONSULTATIONS + "/" + id + "/notes", map("text", "Theirs"))
                .then()
                .statusCode(201);
        assertEquals(nl, read("nl.officer", id).asString());
        Api.as("nl.approver").get(CONSULTATIONS + "/" + id + "/notes").then().body("items.text", is(List.of("Ours")));
        Api.as("ee.officer").get(CONSULTATIONS + "/" + id + "/notes").then().body("items.text", is(List.of("Theirs")));
        Api.as("nl.poc").get(CONSULTATIONS + "/" + id + "/notes").then().statusCode(403);
        Api.as("de.officer").get(CONSULTATIONS + "/" + id + "/notes").then().statusCode(404);
        post("de.officer", CONSULTATIONS + "/" + id + "/notes", map("text", "x"))
                .then()
                .statusCode(404);
        post("nl.poc", CONSULTATIONS + "/" + id + "/notes", map("text", "x"))
                .then()
                .statusCode(403);
    }

    @Test
    void R136_a_note_is_written_anew_by_its_own_desk_on_the_version_that_was_read() {
        String id = requested(draft(consulted("EE", denial("ee", "NL"))));
        String notes = CONSULTATIONS + "/" + id + "/notes";
        String note = notes + "/"
                + post("nl.officer", notes, map("text", "First"))
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id");
        String read = tag("nl.approver", note);
        note("nl.approver", note, read, "Second")
                .then()
                .statusCode(200)
                .body("text", is("Second"))
                .body("writtenBy.name", is("nl.officer"))
                .body("editedBy.name", is("nl.approver"));
        note("nl.officer", note, read, "Over it").then().statusCode(412);
        note("nl.officer", note, tag("nl.officer", note), " ").then().statusCode(422);
        Api.as("nl.officer").get(notes).then().body("items.text", is(List.of("Second")));
        for (String other : List.of("ee.officer", "de.officer")) {
            note(other, note, read, "Mine").then().statusCode(404);
            Api.as(other).get(note).then().statusCode(404);
        }
        note("nl.poc", note, read, "Mine").then().statusCode(403);
        Api.as("nl.poc").get(note).then().statusCode(403);
        Api.wrongly("nl.officer")
                .contentType(ContentType.JSON)
                .body(json(map("text", "x")))
                .put(note)
                .then()
                .statusCode(428);
        // the same note of another consultation is none
        String other = requested(draft(consulted("EE", denial("ee", "NL"))));
        Api.as("nl.officer").get(note.replace(id, other)).then().statusCode(404);
    }

    private static Response note(String person, String note, String tag, String text) {
        return Api.as(person)
                .contentType(ContentType.JSON)
                .header("If-Match", tag)
                .body(json(map("text", text)))
                .put(note);
    }

    @Test
    void R137_a_list_says_on_whose_calendar_and_what_waits_for_its_reader() {
        String id = drafted(draft(consulted("FI", denial("fi", "NL"))));
        assertEquals(List.of(), line("nl.officer", id).get("awaits"));
        take("nl.officer", id, "submit", map()).then().statusCode(200);
        assertEquals(List.of("APPROVAL"), line("nl.approver", id).get("awaits"));
        assertEquals("nl.officer", ((Map<?, ?>) line("nl.approver", id).get("submittedBy")).get("name"));
        take("nl.approver", id, "approve", map()).then().statusCode(200);
        assertEquals(List.of(), line("nl.officer", id).get("awaits"));
        assertEquals(List.of("REPLY"), line("fi.officer", id).get("awaits"));
        for (String person : List.of("nl.officer", "fi.officer")) {
            assertEquals("FI", line(person, id).get("calendarState"));
            for (String field : List.of("zone", "dueOn", "dueAt")) {
                assertEquals(
                        read(person, id).<String>path("threads[0].clock." + field),
                        line(person, id).get(field));
            }
        }
        in("FI", "fi.officer", id, "ask", map("text", "Which bands?")).then().statusCode(200);
        in("FI", "fi.officer", id, "extend", map("move", "PROPOSE", "workingDays", 3))
                .then()
                .statusCode(200);
        assertEquals(List.of("MORE", "EXTENSION"), line("nl.officer", id).get("awaits"));
        assertEquals(List.of("REPLY"), line("fi.officer", id).get("awaits"));
        in("FI", "fi.officer", id, "reply", map("answer", "IDENTICAL")).then().statusCode(200);
        assertEquals(List.of("DECISION"), line("nl.officer", id).get("awaits"));
        assertEquals(List.of(), line("fi.officer", id).get("awaits"));
        assertEquals(null, line("fi.officer", id).get("dueOn"));
        take("nl.officer", id, "decide", map("outcome", "GRANTED", "explanation", "Civil use"))
                .then()
                .statusCode(200);
        assertEquals(List.of("NOTICE"), line("nl.officer", id).get("awaits"));
        assertEquals(List.of(), line("fi.officer", id).get("awaits"));
    }

    @Test
    void R137_a_list_says_that_a_deadline_passed_in_silence_until_a_late_reply() {
        String id = requested(draft(consulted("FI", denial("fi", "NL"))));
        assertEquals(false, line("fi.officer", id).get("silent"));
        clock.advance(Duration.ofDays(60));
        for (String person : List.of("nl.officer", "fi.officer")) {
            assertEquals(true, line(person, id).get("silent"));
            assertEquals(null, line(person, id).get("dueOn"));
        }
        in("FI", "fi.officer", id, "reply", map("answer", "IDENTICAL")).then().statusCode(200);
        assertEquals(false, line("nl.officer", id).get("silent"));
    }

    private static Map<String, Object> line(String person, String id) {
        return Api.as(person)
                .get(CONSULTATIONS + "?limit=100")
                .then()
                .statusCode(200)
                .extract()
                .path("items.find { it.id == '" + id + "' }");
    }

    @Test
    void R135_lists_go_by_deadline_or_newest_and_by_what_the_caller_sees() {
        String first = requested(draft(consulted("LV", denial("lv", "NL"))));
        clock.advance(Duration.ofDays(1));
        String second = requested(draft(consulted("LV", denial("lv", "NL"))));
        in("LV", "lv.officer", first, "reply", map("answer", "IDENTICAL"))
                .then()
                .statusCode(200);
        assertEquals(List.of(second, first), listed("lv.officer", "?order=newest&role=received"));
        assertEquals(List.of(second, first), listed("lv.officer", "?order=deadline&role=received"));
        assertEquals(List.of(first), listed("lv.officer", "?status=DECISION_PENDING"));
        assertEquals(List.of(second), listed("lv.officer", "?status=REQUESTED&role=received&state=NL"));
        assertEquals(List.of(), listed("lv.officer", "?role=sent"));
        assertEquals(List.of(second, first), listed("nl.officer", "?role=sent&state=LV"));
        assertEquals(List.of(), listed("nl.officer", "?role=received&state=LV"));
        assertEquals(List.of(second), listed("lv.officer", "?order=deadline&limit=1"));
        for (String wrong : List.of(
                "status=NONE",
                "role=mine",
                "state=Atlantis",
                "order=oldest",
                "limit=0",
                "denial=5",
                "item=imsi",
                "destination=Atlantis")) {
            Api.wrongly("lv.officer")
                    .get(CONSULTATIONS + "?" + wrong)
                    .then()
                    .statusCode(400)
                    .body("errors.pointer", is(List.of(wrong.substring(0, wrong.indexOf('=')))));
        }
        Api.as("lv.analyst").get(CONSULTATIONS).then().statusCode(403);
        Api.as("secretariat.staff").get(CONSULTATIONS).then().statusCode(200).body("items", is(List.of()));
    }

    @Test
    void R266_a_list_is_narrowed_to_an_item_and_a_destination_as_its_reader_sees_them() {
        String ref = denial("ee", "NL", "DE");
        String intercepting = requested(about("5A001.f.2", "TJ", consulted("EE", ref)));
        String interest = about("4D004", "TJ", consulted("EE"), "ESSENTIAL_INTEREST");
        String drafted = drafted(about("5A001.f", "TJ", consulted("EE", ref)));
        for (String id : List.of(intercepting, interest)) {
            take("nl.officer", id, "decide", map("outcome", "GRANTED", "explanation", "Civil use"))
                    .then()
                    .statusCode(200);
        }
        take("nl.approver", intercepting, "undercut-notice", map("reasons", "Civil use"))
                .then()
                .statusCode(200);
        take("nl.approver", interest, "essential-interest-notice", map("reasons", "Civil use"))
                .then()
                .statusCode(200);

        assertEquals(Set.of(intercepting, interest, drafted), narrowed("nl.officer", "destination=TJ"));
        assertEquals(Set.of(intercepting, interest), narrowed("nl.poc", "destination=tj"), "a draft is the desk's");
        assertEquals(Set.of(intercepting, interest), narrowed("ee.officer", "destination=TJ"));
        assertEquals(Set.of(intercepting, drafted), narrowed("nl.officer", "destination=TJ&item=5A001"));
        assertEquals(Set.of(intercepting), narrowed("nl.officer", "destination=TJ&item=5A001.f.2"));
        assertEquals(Set.of(), narrowed("nl.officer", "destination=TJ&item=5A001.f.2.a"));
        assertEquals(Set.of(), narrowed("nl.officer", "destination=TM&item=5A001"));
        assertEquals(Set.of(interest), narrowed("nl.officer", "destination=TJ&item=4D004&state=EE"));
        assertEquals(Set.of(drafted), narrowed("nl.officer", "destination=TJ&status=DRAFT&state=EE"));
        assertEquals(Set.of(), narrowed("nl.officer", "destination=TJ&state=JP"));
        assertEquals(Set.of(interest), narrowed("de.officer", "destination=TJ"), "an undercut notice tells neither");
        assertEquals(Set.of(interest), narrowed("de.officer", "item=4D004&destination=TJ"));
    }

    private static Map<String, Object> about(String code, String destination, Object consulted) {
        Map<String, Object> draft = draft(consulted);
        draft.put(
                "candidateTransaction",
                map(
                        "items",
                        list(map("controlCode", code, "description", "Equipment")),
                        "destination",
                        destination,
                        "parties",
                        list(map("role", "END_USER", "name", "Korund Svyaz OOO", "country", destination))));
        return draft;
    }

    private static String about(String code, String destination, Object consulted, String type) {
        Map<String, Object> draft = about(code, destination, consulted);
        draft.put("type", type);
        return requested(draft);
    }

    private static Set<String> narrowed(String person, String query) {
        return Set.copyOf(listed(person, "?" + query));
    }

    @Test
    void R267_a_reader_s_version_is_that_of_the_latest_event_that_it_sees() {
        String catchAll = denial("ee", "CATCH_ALL_HR", new String[] {"NL"}).path("ref");
        String japanese = denial("jp", "NL", "DE");
        String notified = requested(draft(consulted("EE", catchAll), consulted("JP", japanese)));
        String refused = requested(draft(consulted("EE", catchAll)));
        String draft = drafted(draft(consulted("EE", catchAll)));
        read("nl.officer", draft).then().body("version", is(0));
        read("ee.officer", notified).then().body("version", is(1)).body("threads[0].version", is(1));
        in("JP", "jp.officer", notified, "ask", map("text", "Which bands?"))
                .then()
                .statusCode(200)
                .body("threads[0].version", is(2));
        read("ee.officer", notified).then().body("version", is(1)).body("threads[0].version", is(1));
        take("nl.officer", notified, "decide", map("outcome", "GRANTED", "explanation", "Civil use"))
                .then()
                .body("version", is(2));
        take("nl.officer", refused, "decide", map("outcome", "DENIED")).then().body("version", is(2));
        take("nl.approver", notified, "undercut-notice", map("reasons", "Civil use"))
                .then()
                .body("version", is(3))
                .body("undercutNotice.ref", matchesPattern("NG-NL-2026-[0-9A-HJKMNP-TV-Z]{6}"));
        String ref = read("nl.officer", notified).path("undercutNotice.ref");
        read("de.officer", notified).then().body("version", is(3)).body("undercutNotice.ref", is(ref));
        read("ee.officer", notified).then().body("version", is(2));
        for (String id : List.of(notified, refused)) {
            take("nl.officer", id, "close", Map.of()).then().body("version", is(4));
            read("ee.officer", id).then().body("version", is(4));
        }
        read("de.officer", notified).then().body("version", is(3));
        assertEquals(1234, versions(notified));
        assertEquals(124, versions(refused), "a closing does not tell whether there was a notice");
    }

    @Test
    void R267_a_thread_s_version_leaves_reminders_out_and_waits_for_no_timer() {
        String id = requested(draft(consulted("EE", denial("ee", "NL"))));
        String thread = read("ee.officer", id).path("threads[0].id");
        ComityServers.servers()
                .sql("update consultation_thread set remind_at = requested_at where consultation_id = '" + id + "'");
        String before = tag("ee.officer", CONSULTATIONS + "/" + id);
        timers.runAll();
        assertEquals(before, tag("ee.officer", CONSULTATIONS + "/" + id), "a reminder changes nothing");
        clock.set(DUE_IN_TALLINN.plusSeconds(1));
        read("ee.officer", id).then().body("threads[0].version", is(2));
        String silent = tag("ee.officer", CONSULTATIONS + "/" + id);
        timers.runAll();
        assertEquals(silent, tag("ee.officer", CONSULTATIONS + "/" + id));
        in("EE", "ee.officer", id, "reply", map("answer", "IDENTICAL"))
                .then()
                .statusCode(200)
                .body("threads[0].version", is(3));
        assertEquals(123, versions(thread));
    }

    /** The versions in its events, in their order, as digits of a number. */
    private static long versions(String subject) {
        return ComityServers.servers()
                .count("select string_agg(subject_version::text, '' order by seq)::bigint from outbox where subject = '"
                        + subject + "'");
    }

    @Test
    void R252_a_denial_leads_to_the_consultations_in_which_the_reader_sees_it_cited() {
        String ref = denial("ee", "NL", "JP");
        String asked = requested(draft(consulted("EE", ref), consulted("JP", denial("jp", "NL"))));
        clock.advance(Duration.ofHours(1));
        String drafted = drafted(draft(consulted("EE", ref)));
        assertEquals(List.of(drafted, asked), listed("nl.officer", "?denial=" + ref));
        assertEquals(List.of(asked), listed("nl.poc", "?denial=" + ref));
        assertEquals(List.of(asked), listed("ee.officer", "?role=received&denial=" + ref.toLowerCase(Locale.ROOT)));
        assertEquals(List.of(), listed("ee.officer", "?role=sent&denial=" + ref));
        assertEquals(
                List.of(), listed("jp.officer", "?denial=" + ref), "it reads both, and was not told that they meet");
        assertEquals(List.of(), listed("no.officer", "?denial=" + ref));
        assertEquals(List.of(), listed("nl.officer", "?denial=DN-EE-2026-000000"));
    }

    private static List<String> listed(String person, String query) {
        // The validator does not understand a list in a query.
        return Api.wrongly(person)
                .get(CONSULTATIONS + query)
                .then()
                .statusCode(200)
                .extract()
                .path("items.id");
    }

    @Test
    void R132_who_sees_it_and_may_not_is_refused_and_another_states_thread_is_absent() {
        String id = twoAsked();
        in("EE", "nl.officer", id, "reply", map("answer", "IDENTICAL")).then().statusCode(403);
        in("EE", "ee.officer", id, "answer", map("text", "x")).then().statusCode(403);
        in("EE", "ee.poc", id, "reply", map("answer", "IDENTICAL")).then().statusCode(403);
        for (String state : List.of("JP", "DE", "nothing")) {
            in(state, "ee.officer", id, "reply", map("answer", "IDENTICAL"))
                    .then()
                    .statusCode(404);
        }
        for (String verb : List.of("submit", "approve", "withdraw", "close")) {
            take("ee.approver", id, verb, Map.of()).then().statusCode(403);
        }
        take("ee.approver", id, "decide", map("outcome", "DENIED")).then().statusCode(403);
        take("ee.approver", id, "undercut-notice", map("reasons", "x")).then().statusCode(403);
        post("de.officer", CONSULTATIONS + "/" + id + "/withdraw", Map.of())
                .then()
                .statusCode(404);
        post("nl.officer", CONSULTATIONS + "/" + id + "/withdraw", Map.of())
                .then()
                .statusCode(428);
        post("nl.analyst", CONSULTATIONS, Map.of()).then().statusCode(403);
        String thread = read("ee.officer", id).path("threads[0].id");
        String threads = "/denials/v1/consultation-threads/";
        Api.as("ee.officer").get(threads + thread).then().statusCode(200).body("id", is(id));
        Api.as("jp.officer").get(threads + thread).then().statusCode(404);
        Api.as("de.officer").get(threads + thread).then().statusCode(404);
    }

    @Test
    void R105_all_that_is_missing_and_all_that_is_wrong_is_named_at_once() {
        String id = drafted(Map.of());
        take("nl.officer", id, "submit", Map.of())
                .then()
                .statusCode(422)
                .body(
                        "errors.pointer",
                        is(List.of(
                                "/type",
                                "/candidateTransaction/items",
                                "/candidateTransaction/destination",
                                "/candidateTransaction/parties",
                                "/question",
                                "/consultedStates")));
        Map<String, Object> wrong = draft(consulted("EE"), consulted("EE"), consulted("NL"), consulted("CN"));
        wrong.put("candidateTransaction", map("destination", "QQ", "items", list(map("controlCode", "5Z99"))));
        post("nl.officer", CONSULTATIONS, wrong)
                .then()
                .statusCode(422)
                .body(
                        "errors.pointer",
                        is(List.of(
                                "/candidateTransaction/items/0/controlCode",
                                "/candidateTransaction/destination",
                                "/consultedStates/1/state",
                                "/consultedStates/2/state",
                                "/consultedStates/3/state")));
        String unnamed = drafted(draft(consulted("EE")));
        take("nl.officer", unnamed, "submit", Map.of())
                .then()
                .statusCode(422)
                .body("errors.pointer", is(List.of("/consultedStates/0/denialRefs")));
        Map<String, Object> location = draft(consulted("EE"));
        location.put("type", "LOCATION");
        String asked = requested(location);
        clock.set(DUE_IN_TALLINN.plusSeconds(1));
        read("ee.officer", asked).then().body("threads[0].status", is("DEEMED_NO_OBJECTION"));
    }

    @Test
    void every_event_that_has_a_schema_is_one_that_is_sent() {
        TreeSet<String> sent = new TreeSet<>();
        for (ConsultationEvent event : ConsultationEvent.values()) {
            sent.add(event.of(new java.util.UUID(0, 0), 1).type());
        }
        for (ThreadStep step : ThreadStep.values()) {
            sent.add(ConsultationEvent.of(step, new java.util.UUID(0, 0), 1).type());
        }
        assertEquals(
                EventContract.types("denials").stream()
                        .filter(type -> type.startsWith("org.comity.denials.consultation."))
                        .collect(java.util.stream.Collectors.toCollection(TreeSet::new)),
                sent);
    }
}
