package org.comity.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Denials in sum, a state's own figures, and the public tables: pages over a service that says what we tell it. */
@QuarkusTest
@QuarkusTestResource(PortalServers.class)
class StatisticsPagesTest {

    private static final String API = "/denials/v1/statistics";
    private static final String FIGURES = "/denials/v1/figures";

    @TestHTTPResource("/")
    URI portal;

    @BeforeEach
    void begin() {
        StubDenials.reset();
    }

    private Visitor as(String user) {
        return Visitor.signedIn(portal, user);
    }

    // What one sees, in sum

    @Test
    void each_table_is_asked_for_with_the_filters_in_the_address() {
        StubDenials.answer("GET", API, 200, """
                {"by": "DESTINATION", "to": "2026-03-31", "denials": 1234,
                 "items": [{"key": "KZ", "denials": 1200}, {"key": "Q<b>", "denials": 34}, {"denials": 1}]}""");

        String page = as("nl.officer")
                .get("/statistics?from=2026-01-01&destination=KZ")
                .body();

        assertTrue(page.contains("Kazakhstan"), page);
        assertTrue(page.contains("1,200"));
        assertTrue(page.contains("Q&lt;b&gt;"));
        assertTrue(page.contains("Not stated, or withheld"));
        assertTrue(page.contains("Only denials whose reasons you may read"));
        assertTrue(
                page.contains("href=\"/statistics/csv?by=MISUSE_TYPE&amp;from=2026-01-01&amp;destination=KZ\"")
                        || page.contains("href=\"/statistics/csv?by=MISUSE_TYPE&from=2026-01-01&destination=KZ\""),
                page);
        List<StubDenials.Request> asked = StubDenials.requests("GET").stream()
                .filter(it -> it.path().equals(API))
                .toList();
        assertEquals(6, asked.size());
        assertTrue(asked.stream().allMatch(it -> it.query().contains("from=2026-01-01&destination=KZ")));
    }

    @Test
    void a_table_that_fails_says_so_and_the_others_stand() {
        Visitor.Page page = as("de.analyst").get("/statistics");

        assertEquals(200, page.status());
        assertTrue(page.body().contains("This part does not answer"), page.body());
    }

    @Test
    void what_is_no_day_or_no_entry_is_said_at_its_field() {
        Visitor officer = as("nl.officer");
        String day = officer.get("/statistics?from=yesterday&to=2026-02-30").body();
        StubDenials.refuse("GET", API, 400, "malformed-request", "[{\"pointer\": \"item\", \"detail\": \"No.\"}]");
        String item = officer.get("/statistics?item=Z%3Cb%3E").body();

        assertTrue(day.contains("href=\"#from\"") && day.contains("href=\"#to\""), day);
        assertTrue(day.contains("value=\"yesterday\""));
        assertTrue(item.contains("href=\"#item\""), item);
        assertTrue(item.contains("Enter a control-list entry"));
        assertTrue(item.contains("value=\"Z&lt;b&gt;\""));
    }

    @Test
    void a_table_is_saved_as_csv_and_no_cell_is_a_formula() {
        StubDenials.answer("GET", API, 200, """
                {"by": "ITEM", "to": "2026-03-31", "denials": 3,
                 "items": [{"key": "=2+5", "denials": 2}, {"key": "5A001.f", "denials": 1}]}""");
        Visitor officer = as("nl.officer");

        Visitor.Page file = officer.get("/statistics/csv?by=ITEM");

        assertEquals("text/csv;charset=UTF-8", file.header("Content-Type").orElseThrow());
        assertEquals(
                "attachment; filename=\"denials-by-item.csv\"",
                file.header("Content-Disposition").orElseThrow());
        assertEquals(
                "\uFEFF\"code\",\"Control-list entry\",\"Denials\"\r\n\"'=2+5\",\"'=2+5\",2\r\n"
                        + "\"5A001.f\",\"5A001.f\",1\r\n",
                file.body());
        assertEquals(404, officer.get("/statistics/csv?by=COLOUR").status());
        assertEquals(404, officer.get("/statistics?by=COLOUR").status());
    }

    @Test
    void who_reads_no_denials_finds_no_statistics() {
        Visitor auditor = as("nl.auditor");

        assertEquals(404, auditor.get("/statistics").status());
        assertEquals(404, auditor.get("/statistics/csv?by=ITEM").status());
        assertEquals(404, auditor.get("/figures").status());
    }

    // A state's own figures

    private static String figures(String status, String proposer, String more) {
        return """
                {"year": 2025, "status": "%s", "denials": 7, "figures": [
                 {"dimension": "DESTINATION", "key": "KZ", "denials": 5}, {"dimension": "DECISION", "key": "REFUSAL",
                 "denials": 7}], "proposedBy": {"id": "%s", "name": "A colleague"},
                 "proposedAt": "2026-03-02T08:00:00Z", %s "published": false}""".formatted(status, proposer, more);
    }

    @Test
    void an_officer_counts_a_year_and_learns_that_another_person_approves() {
        StubDenials.answer("GET", FIGURES, 200, "{\"items\": []}");
        StubDenials.answer("GET", FIGURES + "/2025", 200, figures("NATIONAL_APPROVAL", "a", ""));
        StubDenials.answer("POST", FIGURES, 201, figures("NATIONAL_APPROVAL", "a", ""));
        Visitor officer = as("nl.officer");

        String empty = officer.get("/figures").body();
        Visitor.Page proposed = officer.post("/figures", Map.of("year", "2025"));
        String page = officer.follow(proposed).body();

        assertTrue(empty.contains("Your state has not counted a year yet"), empty);
        assertEquals("{\"year\":2025}", StubDenials.requests("POST").getFirst().body());
        assertTrue(page.contains("Proposed. Another person approves"), page);
        assertTrue(page.contains("7 denials in all"));
        assertTrue(page.contains("Kazakhstan"));
        assertTrue(page.contains("another person than who proposed them"));
        assertFalse(page.contains("/approve\""));
        assertEquals(422, officer.post("/figures", Map.of("year", "")).status());
    }

    @Test
    void what_is_wrong_with_a_year_is_said_at_it() {
        StubDenials.answer("GET", FIGURES, 200, "{\"items\": []}");
        StubDenials.refuse(
                "POST", FIGURES, 422, "invalid-values", "[{\"pointer\": \"/year\", \"detail\": \"Not over.\"}]");

        Visitor.Page page = as("nl.officer").post("/figures", Map.of("year", "2099"));

        assertEquals(422, page.status());
        assertTrue(page.body().contains("href=\"#year\"") && page.body().contains("Not over."), page.body());
    }

    @Test
    void another_approver_approves_with_the_version_that_was_shown() {
        StubDenials.answer("GET", FIGURES + "/2025", 200, figures("NATIONAL_APPROVAL", "a", ""));
        StubDenials.answer("POST", FIGURES + "/2025/approve", 200, figures("APPROVED", "a", ""));
        StubDenials.offers("nl.approver", "approve");
        Visitor approver = as("nl.approver");

        String page = approver.get("/figures/2025").body();
        Visitor.Page done = approver.post("/figures/2025/approve", Map.of("etag", "\"read\""));

        assertTrue(page.contains("action=\"/figures/2025/approve\""), page);
        assertTrue(done.header("Location").orElseThrow().endsWith("?done=approved"));
        assertEquals(
                Optional.of("\"read\""), StubDenials.requests("POST").getFirst().ifMatch());
        StubDenials.refuse("POST", FIGURES + "/2025/approve", 403, "same-person", "[]");
        Visitor.Page same = approver.post("/figures/2025/approve", Map.of("etag", "\"read\""));
        assertEquals(409, same.status());
        assertTrue(same.body().contains("Another person than the one who proposed"), same.body());
        StubDenials.refuse("POST", FIGURES + "/2025/approve", 412, "stale", "[]");
        assertTrue(approver.post("/figures/2025/approve", Map.of("etag", "\"x\""))
                .body()
                .contains("counted anew or approved in the meantime"));
    }

    @Test
    void who_proposed_is_not_offered_to_approve_and_what_is_approved_stands() {
        StubDenials.answer(
                "GET",
                FIGURES + "/2025",
                200,
                figures(
                        "APPROVED",
                        "a",
                        "\"approvedBy\": {\"id\": \"b\", \"name\": \"B\"}, \"approvedAt\": \"2026-03-03T08:00:00Z\","));

        String page = as("nl.approver").get("/figures/2025").body();

        assertTrue(page.contains("do not change any more"), page);
        assertFalse(page.contains("/approve\""));
        assertFalse(page.contains("Count anew"));
    }

    @Test
    void an_approver_finds_the_figures_of_a_colleague_among_their_work_and_not_their_own() {
        StubDenials.answer("GET", FIGURES, 200, "{\"items\": [" + figures("NATIONAL_APPROVAL", "a", "") + "]}");

        String approvers = as("nl.approver").get("/home").body();
        String officers = as("nl.officer").get("/home").body();

        assertTrue(approvers.contains("Figures waiting for your approval"), approvers);
        assertTrue(approvers.contains("href=\"/figures/2025\""));
        assertFalse(officers.contains("Figures waiting for your approval"), officers);
    }

    // The public tables

    private static final String TABLE = """
            {"year": 2024, "publishedOn": "2025-07-01", "states": 4, "denials": 40, "notice": "-", "cells": [
             {"dimension": "DESTINATION", "key": "KZ", "denials": 30, "suppressed": false},
             {"dimension": "DESTINATION", "key": "MM", "suppressed": true}]}""";

    @Test
    void everybody_reads_the_public_table_without_signing_in_and_no_token_is_sent() {
        StubDenials.answer("GET", "/denials/v1/yearly-tables", 200, """
                {"items": [{"year": 2024, "publishedOn": "2025-07-01", "states": 4, "notice": "-", "cells": []}]}""");
        StubDenials.answer("GET", "/denials/v1/yearly-tables/2024", 200, TABLE);
        Visitor anybody = new Visitor(portal);

        String start = anybody.getOnce("/").body();
        Visitor.Page list = anybody.getOnce("/yearly-tables");
        Visitor.Page table = anybody.getOnce("/yearly-tables/2024");

        assertTrue(start.contains("href=\"/yearly-tables\""));
        assertEquals(200, list.status());
        assertTrue(list.body().contains("href=\"/yearly-tables/2024\""), list.body());
        assertEquals(200, table.status());
        assertTrue(table.body().contains("Published on 1 July 2025"), table.body());
        assertTrue(table.body().contains("Kazakhstan"));
        assertTrue(table.body().contains("“Not shown” is a count under 3"));
        assertTrue(table.body().contains("These denials create no duty to deny."));
        assertTrue(StubDenials.requests("GET").stream()
                .allMatch(it -> it.authorization().isEmpty()));
    }

    @Test
    void a_public_table_is_saved_as_csv_and_suppressed_counts_are_not_in_it() {
        StubDenials.answer("GET", "/denials/v1/yearly-tables/2024", 200, TABLE);
        Visitor anybody = new Visitor(portal);

        Visitor.Page file = anybody.getOnce("/yearly-tables/2024/csv/DESTINATION");

        assertEquals(
                "\uFEFF\"code\",\"Destination\",\"Denials\"\r\n\"KZ\",\"Kazakhstan\",30\r\n"
                        + "\"MM\",\"Myanmar (Burma)\",\"Not shown\"\r\n",
                file.body());
        assertEquals(404, anybody.getOnce("/yearly-tables/2024/csv/COLOUR").status());
    }

    @Test
    void a_year_without_a_table_and_one_that_is_none_are_not_found() {
        StubDenials.refuse("GET", "/denials/v1/yearly-tables/2023", 404, "not-found", "[]");
        Visitor anybody = new Visitor(portal);

        assertEquals(404, anybody.getOnce("/yearly-tables/2023").status());
        assertEquals(404, anybody.getOnce("/yearly-tables/last").status());
        assertEquals(503, anybody.getOnce("/yearly-tables").status());
    }

    @Test
    void who_is_signed_in_sees_the_public_table_as_everybody_does() {
        StubDenials.answer("GET", "/denials/v1/yearly-tables", 200, "{\"items\": []}");
        Visitor officer = as("nl.officer");

        String page = officer.get("/yearly-tables").body();

        assertTrue(page.contains("No table is out yet"), page);
        assertTrue(StubDenials.requests("GET").stream()
                .filter(it -> it.path().contains("/yearly-tables"))
                .allMatch(it -> it.authorization().isEmpty()));
    }
}
