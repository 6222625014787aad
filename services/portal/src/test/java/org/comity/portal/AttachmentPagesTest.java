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

/** The files of a bulletin: pages over a service that says what we tell it. */
@QuarkusTest
@QuarkusTestResource(PortalServers.class)
class AttachmentPagesTest {

    private static final String ID = "0190f6d2-4444-7000-8000-000000000001";
    private static final String FILE = "0190f6d2-5555-7000-8000-000000000001";
    private static final String API = "/bulletins/v1/bulletins/" + ID;
    private static final String PAGE = "/bulletins/" + ID + "/draft/attachments";

    @TestHTTPResource("/")
    URI portal;

    @BeforeEach
    void begin() {
        StubDenials.reset();
        StubDenials.offers("nl.analyst", "edit", "submit");
    }

    private Visitor as(String user) {
        return Visitor.signedIn(portal, user);
    }

    private static String file(String name) {
        return """
                {"id": "%s", "name": "%s", "type": "image/jpeg", "size": 204801, "sha256": "%s"}""".formatted(FILE, name, "ab".repeat(32));
    }

    private static void answers(String status, String... files) {
        StubDenials.answer("GET", API, 200, """
                {"id": "%s", "ref": "BU-NL-2026-7KQ4M2", "version": 0, "originatorState": "NL", "status": "%s",
                 "updatedAt": "2026-03-02T08:00:00Z", "headline": "Invented", "class": "RISK", "tlp": "AMBER",
                 "provenance": "OWN", "releasability": {"mode": "ALL"}, "attachments": [%s]}""".formatted(ID, status, String.join(",", files)));
    }

    @Test
    void R371_a_file_is_sent_on_with_the_version_of_the_draft_under_its_own_name() {
        answers("DRAFT");
        StubDenials.answer("POST", API + "/attachments", 201, "{\"id\": \"" + ID + "\"}");
        Visitor analyst = as("nl.analyst");
        assertTrue(analyst.get("/bulletins/" + ID + "/draft").body().contains(PAGE));
        String page = analyst.get(PAGE + "?language=en").body();
        assertTrue(page.contains("enctype=\"multipart/form-data\"") && page.contains("at most 5 MB"), page);

        Visitor.Page sent = analyst.upload(PAGE, Map.of("etag", "\"read\""), "Übersicht; (1)'*.csv", "a;Ω\n");

        assertEquals(303, sent.status(), sent.body());
        StubDenials.Request request = StubDenials.requests("POST").getLast();
        assertEquals("\"read\"", request.ifMatch().orElseThrow());
        assertTrue(request.body().contains("Übersicht; (1)'*.csv"), request.body());
        assertTrue(request.body().contains("text/csv") && request.body().contains("a;Ω\n"), request.body());
        assertFalse(request.body().contains("etag"), request.body());
    }

    @Test
    void R371_what_is_wrong_with_a_file_is_said_at_its_field() {
        answers("DRAFT", file("photo.jpg"));
        StubDenials.refuse(
                "POST",
                API + "/attachments",
                422,
                "invalid-values",
                "[{\"pointer\": \"/file\", \"detail\": \"This JPEG is broken.\"}]");
        Visitor analyst = as("nl.analyst");
        analyst.get("/home?language=en");
        String refused =
                analyst.upload(PAGE, Map.of("etag", "\"read\""), "a.jpg", "x").body();
        assertTrue(refused.contains("This JPEG is broken.") && refused.contains("href=\"#file\""), refused);
        assertTrue(refused.contains("photo.jpg"), "what is attached stays on the page");
        int before = StubDenials.requests("POST").size();
        String large = analyst.upload(PAGE, Map.of("etag", "\"read\""), "a.txt", "x".repeat(5 * 1024 * 1024 + 1))
                .body();
        String none = analyst.upload(PAGE, Map.of("etag", "\"read\""), "", "").body();
        assertTrue(large.contains("larger than 5 MB"), large);
        assertTrue(none.contains("Choose a file"), none);
        assertEquals(before, StubDenials.requests("POST").size(), "nothing is sent that would be refused");
        StubDenials.refuse("POST", API + "/attachments", 412, "stale", "[]");
        String overtaken =
                analyst.upload(PAGE, Map.of("etag", "\"old\""), "a.jpg", "x").body();
        assertTrue(overtaken.contains("The draft was changed meanwhile"), overtaken);
        assertTrue(
                analyst.post(PAGE, Map.of("etag", "\"read\"")).body().contains("Choose the file again"),
                "a form that was given back after signing in has no file");
    }

    @Test
    void R371_ten_files_leave_no_room_for_another() {
        answers("DRAFT", Collections.nCopies(10, file("photo.jpg")).toArray(String[]::new));
        String page = as("nl.analyst").get(PAGE + "?language=en").body();
        assertTrue(page.contains("at most ten files") && !page.contains("type=\"file\""), page);
    }

    @Test
    void R371_a_file_is_removed_after_a_question() {
        answers("DRAFT", file("<b>odd & name.jpg"));
        StubDenials.answer("DELETE", API + "/attachments/" + FILE, 200, "{\"id\": \"" + ID + "\"}");
        Visitor analyst = as("nl.analyst");
        String asked = analyst.get(PAGE + "/" + FILE + "/remove?language=en").body();
        assertTrue(asked.contains("&lt;b&gt;odd &amp; name.jpg"), asked);
        Visitor.Page removed = analyst.post(PAGE + "/" + FILE + "/remove", Map.of("etag", "\"read\""));
        assertEquals(303, removed.status(), removed.body());
        assertEquals(
                "\"read\"", StubDenials.requests("DELETE").getLast().ifMatch().orElseThrow());
    }

    @Test
    void R371_whoever_reads_a_bulletin_downloads_its_files_and_they_are_never_shown() {
        answers("PUBLISHED", file("<b>odd & name.jpg"));
        StubDenials.file(API + "/attachments/" + FILE, "image/jpeg", "not really");
        Visitor reader = as("de.analyst");
        String page = reader.get("/bulletins/" + ID + "?language=en").body();
        assertTrue(page.contains("href=\"/bulletins/" + ID + "/attachments/" + FILE + "\""), page);
        assertTrue(page.contains("&lt;b&gt;odd &amp; name.jpg") && page.contains("JPEG, 201 KB"), page);
        Visitor.Page file = reader.get("/bulletins/" + ID + "/attachments/" + FILE);
        assertEquals("not really", file.body());
        assertEquals("image/jpeg", file.header("Content-Type").orElseThrow());
        assertTrue(file.header("Content-Disposition").orElseThrow().startsWith("attachment"));
        assertEquals("nosniff", file.header("X-Content-Type-Options").orElseThrow());
        assertTrue(file.header("Content-Security-Policy").orElseThrow().contains("default-src 'none'"));
        assertEquals("no-store", file.header("Cache-Control").orElseThrow());
        StubDenials.refuse("GET", API + "/attachments/" + FILE, 404, "not-found", "[]");
        assertEquals(
                404, reader.get("/bulletins/" + ID + "/attachments/" + FILE).status());
    }

    @Test
    void R371_the_pages_of_attaching_are_for_who_drafts() {
        answers("DRAFT", file("a.jpg"));
        for (String other : List.of("nl.poc", "nl.admin", "secretariat.staff")) {
            assertEquals(404, as(other).get(PAGE).status(), other);
            assertEquals(
                    404,
                    as(other)
                            .upload(PAGE, Map.of("etag", "\"read\""), "a.txt", "x")
                            .status(),
                    other);
        }
        assertEquals(
                List.of(),
                StubDenials.requests("POST").stream()
                        .filter(it -> it.path().contains("attachments"))
                        .toList());
    }

    @Test
    void R371_everybody_downloads_the_files_of_a_copy_for_everybody_without_an_account() {
        String open = "/bulletins/v1/open-bulletins/" + ID;
        StubDenials.answer("GET", open, 200, """
                {"id": "%s", "ref": "BU-NL-2026-7KQ4M2", "version": 1, "originatorState": "NL", "status": "PUBLISHED",
                 "updatedAt": "2026-03-02T08:00:00Z", "publishedAt": "2026-03-02T08:00:00Z", "headline": "Invented",
                 "attachments": [%s]}""".formatted(ID, file("map.jpg")));
        StubDenials.file(open + "/attachments/" + FILE, "image/jpeg", "not really");
        Visitor anybody = new Visitor(portal);
        assertTrue(anybody.get("/open-bulletins/" + ID).body().contains("map.jpg"));
        assertEquals(
                "not really",
                anybody.get("/open-bulletins/" + ID + "/attachments/" + FILE).body());
        assertTrue(StubDenials.requests("GET").getLast().authorization().isEmpty(), "the call carries no token");
    }
}
