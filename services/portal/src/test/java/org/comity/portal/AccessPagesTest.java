package org.comity.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who saw what: pages and files over a service that says what we tell it. */
@QuarkusTest
@QuarkusTestResource(PortalServers.class)
class AccessPagesTest {

    private static final String API = "/denials/v1/access-log";
    private static final String ID = "0190f6d2-1111-7000-8000-000000000001";
    private static final String ENTRY = """
            {"id": "%s", "at": "2026-03-02T08:00:00Z", "person": {"id": "a", "name": "=nl.officer"},
             "client": "comity-portal", "roles": ["licensing-officer"], "method": "POST",
             "path": "/denials/v1/returns/x/approve", "decision": "ALLOWED", "status": 200, "records": ["%s"]}""".formatted(ID, ID);

    @TestHTTPResource("/")
    URI portal;

    @BeforeEach
    void begin() {
        StubDenials.reset();
    }

    private Visitor as(String user) {
        return Visitor.signedIn(portal, user);
    }

    @Test
    void the_log_says_what_was_done_in_words_and_is_narrowed_by_a_record() {
        StubDenials.answer("GET", API, 200, "{\"items\": [" + ENTRY + "]}");

        String page = as("nl.auditor").get("/access-log?record=" + ID).body();

        assertTrue(page.contains("Approved a return"), page);
        assertTrue(page.contains("href=\"/access-log?record=" + ID + "\""));
        assertTrue(page.contains("href=\"/access-log/csv?record=" + ID + "\""));
        assertTrue(asked().stream().allMatch(it -> it.contains("record=" + ID)), asked().toString());
    }

    @Test
    void the_log_of_bulletins_is_beside_that_of_denials_and_is_saved_as_a_file() {
        String entry = ENTRY.replace("/denials/v1/returns/x/approve", "/bulletins/v1/bulletins/x/recall");
        StubDenials.answer("GET", "/bulletins/v1/access-log", 200, "{\"items\": [" + entry + "]}");
        StubDenials.answer("GET", API, 200, "{\"items\": []}");
        Visitor auditor = as("nl.auditor");
        assertTrue(auditor.get("/access-log").body().contains("href=\"/access-log/bulletins\""));
        String page = auditor.get("/access-log/bulletins").body();
        assertTrue(page.contains("Recalled a bulletin from everybody"), page);
        assertTrue(page.contains("href=\"/access-log/bulletins?record=" + ID + "\""), page);
        assertTrue(auditor.get("/access-log/bulletins/csv").body().contains("Recalled a bulletin from everybody"));
        assertEquals(404, as("nl.analyst").get("/access-log/bulletins").status());
    }

    @Test
    void R254_the_log_is_saved_with_the_filters_in_force_and_no_cell_is_a_formula() {
        StubDenials.answer("GET", API, 200, "{\"items\": [" + ENTRY + "]}");

        Visitor.Page file = as("nl.poc").get("/access-log/csv?from=2026-03-01&person=nl.officer");

        assertEquals(
                "attachment; filename=\"access-log.csv\"",
                file.header("Content-Disposition").orElseThrow());
        assertTrue(
                file.body()
                        .contains("\"2026-03-02T08:00:00Z\",\"'=nl.officer\",\"comity-portal\",\"licensing-officer\","
                                + "\"Approved a return\",\"POST\",\"/denials/v1/returns/x/approve\",\"Done\",\"" + ID
                                + "\"\r\n"),
                file.body());
        assertTrue(
                asked().stream().allMatch(it -> it.contains("from=2026-03-01&person=nl.officer")), asked().toString());
    }

    @Test
    void a_log_that_is_too_long_for_one_file_is_not_cut_short() {
        StubDenials.answer(
                "GET",
                API,
                200,
                "{\"items\": [" + String.join(",", Collections.nCopies(100, ENTRY)) + "]}",
                Map.of("Link", "<" + API + "?cursor=abc>; rel=\"next\""));
        Visitor auditor = as("nl.auditor");

        Visitor.Page refused = auditor.getOnce("/access-log/csv?person=x");

        assertEquals(303, refused.status());
        assertTrue(
                refused.header("Location").orElseThrow().endsWith("/access-log?person=x&told=too-many"),
                refused.header("Location").orElseThrow());
        assertTrue(auditor.follow(refused).body().contains("more than 2,000 rows"));
    }

    @Test
    void each_filter_can_be_taken_off_and_the_way_back_is_kept() {
        StubDenials.answer(
                "GET",
                API,
                200,
                "{\"items\": [" + ENTRY + "]}",
                Map.of("Link", "<" + API + "?cursor=d>; rel=\"next\""));

        String page = as("nl.auditor")
                .get("/access-log?person=nl.officer&from=2026-03-01&cursor=c&trail=b")
                .body()
                .replace("&amp;", "&");

        assertTrue(page.contains("class=\"comity-chip\" href=\"/access-log?from=2026-03-01\""), page);
        assertTrue(page.contains("href=\"/access-log?person=nl.officer&from=2026-03-01&cursor=b\""), "back");
        assertTrue(
                page.contains("href=\"/access-log?person=nl.officer&from=2026-03-01&cursor=d&trail=b&trail=c\""), "on");
        assertTrue(page.contains("a further page"));
    }

    @Test
    void what_is_no_day_is_said_at_its_field_and_nothing_is_asked() {
        Visitor auditor = as("nl.auditor");

        String page = auditor.get("/access-log?from=soon").body();

        assertTrue(page.contains("href=\"#from\""), page);
        assertEquals(List.of(), asked());
        assertEquals(303, auditor.getOnce("/access-log/csv?from=soon").status());
    }

    @Test
    void what_the_service_finds_wrong_with_a_filter_is_said_at_its_field() {
        StubDenials.refuse(
                "GET", API, 400, "malformed-request", "[{\"pointer\": \"record\", \"detail\": \"Too long.\"}]");

        String page = as("nl.auditor").get("/access-log?record=x").body();

        assertTrue(page.contains("href=\"#record\"") && page.contains("Too long."), page);
    }

    @Test
    void which_states_opened_one_denial_is_shown_and_saved() {
        StubDenials.answer("GET", API + "/records", 200, """
                {"items": [{"id": "%s", "day": "2026-03-02", "state": "DE", "record": "%s", "ref": "DN-NL-2026-7KQ4M2",
                 "version": 2}]}""".formatted(ID, ID));
        Visitor contact = as("nl.poc");

        String all = contact.get("/access-log/states").body();
        String one = contact.get("/access-log/states?record=" + ID).body();
        String file = contact.get("/access-log/states/csv?record=" + ID).body();

        assertTrue(all.contains("href=\"/access-log/states?record=" + ID + "\""), all);
        assertTrue(one.contains("Only openings of one denial"), one);
        assertTrue(file.endsWith("\"2026-03-02\",\"Germany\",\"DN-NL-2026-7KQ4M2\",2\r\n"), file);
        assertFalse(file.contains(ID));
    }

    @Test
    void for_others_there_is_no_log_and_no_file() {
        Visitor officer = as("nl.officer");

        for (String path : List.of("", "/csv", "/states", "/states/csv")) {
            assertEquals(404, officer.get("/access-log" + path).status(), path);
        }
    }

    private static List<String> asked() {
        return StubDenials.requests("GET").stream()
                .filter(it -> it.path().equals(API))
                .map(StubDenials.Request::query)
                .toList();
    }
}
