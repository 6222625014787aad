package org.comity.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The portal with the real Keycloak. The services are away here, so that every panel has failed; the journeys run them. */
@QuarkusTest
@QuarkusTestResource(PortalServers.class)
class PortalTest {

    private static final int MOST_COMPRESSED_BYTES = 60_000;

    @TestHTTPResource("/")
    URI portal;

    @BeforeEach
    void no_service_answers() {
        StubDenials.reset();
    }

    @Test
    void the_landing_page_is_open_and_says_whom_to_ask() {
        Visitor.Page page = visitor().get("/");

        assertEquals(200, page.status());
        assertTrue(page.body().contains("If you have no account"));
        assertTrue(page.body().contains("lang=\"en\""));
        assertFalse(page.body().contains("{"), "an expression that was not resolved");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/home", "/nowhere", "/signed-out", "/favicon.svg"})
    void every_answer_carries_the_strict_policy(String path) {
        Visitor.Page page = visitor().getOnce(path);

        String policy = page.header("Content-Security-Policy").orElseThrow();
        assertTrue(policy.contains("default-src 'none'"), policy);
        assertTrue(policy.contains("script-src 'self';"), policy);
        assertTrue(policy.contains("style-src 'self';"), policy);
        assertTrue(policy.contains("frame-ancestors 'none'"), policy);
        assertFalse(policy.contains("unsafe"), policy);
        assertEquals("nosniff", page.header("X-Content-Type-Options").orElseThrow());
        assertEquals("same-origin", page.header("Referrer-Policy").orElseThrow());
    }

    @Test
    void forms_may_lead_to_ourselves_and_to_keycloak_alone() {
        String policy = visitor().get("/").header("Content-Security-Policy").orElseThrow();
        String keycloak = Visitor.origin(visitor().get("/home").address());

        assertTrue(policy.contains("form-action 'self' " + keycloak + ";"), policy);
        assertNotEquals(Visitor.origin(portal), keycloak);
    }

    @Test
    void a_page_is_kept_by_no_cache_and_its_style_is() {
        assertEquals("no-store", visitor().getOnce("/").header("Cache-Control").orElseThrow());
        assertNotEquals(
                "no-store",
                visitor().getOnce(assets().getFirst()).header("Cache-Control").orElse(""));
    }

    @Test
    void a_page_for_somebody_asks_to_sign_in_with_a_proof_key() {
        Visitor.Page page = visitor().getOnce("/denials?status=DRAFT");

        assertEquals(302, page.status());
        String location = page.header("Location").orElseThrow();
        assertTrue(location.contains("/protocol/openid-connect/auth"), location);
        assertTrue(location.contains("code_challenge_method=S256"), location);
        assertTrue(location.contains("response_type=code"), location);
    }

    @Test
    void signing_in_leads_to_the_page_that_was_asked_for() {
        Visitor visitor = visitor();

        Visitor.Page page = visitor.signIn(visitor.get("/denials/new?again=1"), "nl.officer");

        assertEquals(200, page.status());
        assertEquals("/denials/new", page.address().getPath());
        assertEquals("again=1", page.address().getQuery());
        assertTrue(page.body().contains("Demo NL licensing officer"), page.body());
        assertTrue(page.body().contains("Netherlands"));
    }

    @Test
    void the_browser_holds_a_random_name_and_no_token() {
        Visitor visitor = visitor();
        Visitor.Page page = visitor.signIn(visitor.get("/home"), "nl.officer");

        var session = visitor.portalCookies().get("q_session");
        assertEquals(43, session.value().length());
        assertTrue(session.httpOnly());
        visitor.portalCookies().values().forEach(it -> assertFalse(it.value().contains("eyJ"), it.name()));
        assertFalse(page.body().contains("eyJ"));
        assertFalse(page.body().contains(session.value()));
    }

    @Test
    void the_session_cookie_is_sent_by_no_other_site_s_forms() {
        Visitor visitor = visitor();
        List<String> cookies = new ArrayList<>();
        // the answer that sets it leads on, so look at each
        Visitor.Page page = visitor.getOnce("/home");
        cookies.addAll(page.response().headers().allValues("Set-Cookie"));

        assertFalse(cookies.isEmpty());
        cookies.forEach(it -> assertTrue(it.contains("SameSite=Lax") && it.contains("HTTPOnly"), it));
    }

    @Test
    void each_panel_fails_alone_and_says_so() {
        Visitor visitor = visitor();

        Visitor.Page page = visitor.signIn(visitor.get("/home"), "nl.approver");

        assertEquals(200, page.status());
        assertTrue(page.body().contains("Waiting for your approval"));
        assertTrue(page.body().contains("Latest from other states"));
        assertTrue(page.body().contains("This part does not answer at the moment"));
    }

    @Test
    void a_page_whose_service_is_away_says_so() {
        Visitor visitor = visitor();
        visitor.signIn(visitor.get("/home"), "nl.officer");

        Visitor.Page page = visitor.get("/denials");

        assertEquals(503, page.status());
        assertTrue(page.body().contains("does not answer"));
    }

    @Test
    void a_form_that_nobody_answered_is_given_back_to_be_sent_again() {
        Visitor visitor = visitor();
        visitor.signIn(visitor.get("/home"), "nl.officer");

        Visitor.Page page = visitor.post(
                "/denials/new/decision", Map.of("key", "k-1", "kind", "REFUSAL", "note", "Two <lines>\nof it"));

        assertEquals(503, page.status());
        assertTrue(page.body().contains("take it that nothing was saved"), page.body());
        assertTrue(page.body().contains("action=\"/denials/new/decision\""));
        assertTrue(page.body().contains("name=\"note\" value=\"Two &lt;lines&gt;\nof it\""), page.body());
        assertTrue(page.body().contains("name=\"key\" value=\"k-1\""), "the same key, so that it is saved once");
    }

    @Test
    void what_was_written_for_a_step_that_is_no_longer_possible_stays_to_be_read() {
        Visitor visitor = visitor();
        visitor.signIn(visitor.get("/home"), "nl.officer");
        String id = "0190f6d2-1111-7000-8000-000000000001";
        StubDenials.answer("GET", "/denials/v1/denials/" + id, 200, """
                {"id": "%s", "ref": "DN-NL-2026-7KQ4M2", "version": 2, "originatorState": "NL", "status": "DRAFT",
                 "shown": "FULL", "updatedAt": "2026-03-02T08:00:00Z", "kind": "REFUSAL"}""".formatted(id));
        StubDenials.refuse("POST", "/denials/v1/denials/" + id + "/return", 409, "not-submitted", "[]");

        Visitor.Page page = visitor.post(
                "/denials/" + id + "/return", Map.of("etag", "\"seen\"", "reason", "The end-user is <wrong>."));

        assertEquals(409, page.status());
        assertTrue(page.body().contains("The end-user is &lt;wrong&gt;."), page.body());
        assertFalse(page.body().contains("&quot;seen&quot;"));
    }

    @Test
    void R305_a_form_is_taken_from_the_person_that_its_page_was_made_for_and_from_nobody_else() {
        Visitor visitor = visitor();
        visitor.signIn(visitor.get("/home"), "fi.officer");
        String form = visitor.get("/denials/new/decision").body();
        assertTrue(form.contains("name=\"person\" value=\"" + visitor.mark() + "\""), form);
        String finland = visitor.mark();
        StubDenials.answer("POST", "/denials/v1/denials", 503, "{}");
        Map<String, String> typed =
                Map.of("key", "k-2", "kind", "REFUSAL", "note", "Typed <as> Finland", "person", finland);
        assertEquals(503, visitor.post("/denials/new/decision", typed).status(), "it goes on to the service");

        // the same browser, another person
        Visitor japan = visitor();
        japan.signIn(japan.get("/home"), "jp.officer");
        StubDenials.reset();
        for (Map<String, String> others : List.of(
                typed,
                Map.of("note", "Typed <as> Finland", "person", "x"),
                Map.of("note", "Typed <as> Finland", "person", ""))) {
            Visitor.Page refused = japan.post("/denials/new/decision", others);
            assertEquals(409, refused.status(), refused.body());
            assertTrue(refused.body().contains("You are now signed in as Demo"), refused.body());
            assertTrue(refused.body().contains("Japan"), refused.body());
            assertTrue(refused.body().contains("Typed &lt;as&gt; Finland"), refused.body());
            assertTrue(refused.body().contains("action=\"/denials/new/decision\""));
        }
        Visitor.Page given = japan.post("/denials/new/decision", typed);
        assertTrue(
                given.body().contains("name=\"person\" value=\"" + finland + "\""), "who wrote it can still send it");
        assertEquals(409, japan.upload("/imports/new", typed, "a.csv", "a").status());
        assertTrue(StubDenials.requests("POST").isEmpty(), "nothing was saved");
    }

    @Test
    void the_navigation_is_for_the_role() {
        Visitor officer = visitor();
        assertTrue(officer.signIn(officer.get("/home"), "de.officer").body().contains("href=\"/denials\""));

        Visitor admin = visitor();
        Visitor.Page page = admin.signIn(admin.get("/home"), "de.admin");
        assertFalse(page.body().contains("href=\"/denials\""));
        assertTrue(page.body().contains("There is nothing for your role here yet"));
    }

    @Test
    void what_there_is_not_and_what_is_not_for_this_person_look_the_same() {
        Visitor visitor = visitor();
        visitor.signIn(visitor.get("/home"), "de.admin");

        Visitor.Page none = visitor.get("/nowhere");
        Visitor.Page notForThem = visitor.get("/denials/new");

        assertEquals(404, none.status());
        assertEquals(404, notForThem.status());
        assertEquals(heading(none), heading(notForThem));
    }

    @Test
    void an_identifier_that_is_none_is_not_found() {
        Visitor visitor = visitor();
        visitor.signIn(visitor.get("/home"), "nl.officer");

        assertEquals(404, visitor.get("/denials/not-an-id").status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sign-out", "/denials/new/decision", "/nowhere", "/home"})
    void a_form_from_elsewhere_is_refused(String path) {
        Visitor visitor = visitor();
        visitor.signIn(visitor.get("/home"), "nl.officer");

        assertEquals(
                403,
                visitor.post(path, Map.of(), Map.of("Origin", "http://elsewhere.example"))
                        .status());
        assertEquals(
                403,
                visitor.post(path, Map.of(), Map.of("Sec-Fetch-Site", "cross-site"))
                        .status());
        assertEquals(403, visitor.post(path, Map.of(), Map.of()).status());
        assertEquals(200, visitor.getOnce("/home").status(), "the session goes on");
    }

    @Test
    void a_form_of_our_own_is_taken_and_its_faults_are_shown_with_what_was_typed() {
        Visitor visitor = visitor();
        visitor.signIn(visitor.get("/home"), "nl.officer");

        Visitor.Page page = visitor.post(
                "/denials/new/decision",
                Map.of(
                        "kind", "REVOCATION",
                        "decisionDate-day", "31",
                        "decisionDate-month", "2",
                        "decisionDate-year", "2026"));

        assertEquals(422, page.status());
        assertTrue(page.body().contains("govuk-error-summary"));
        assertTrue(page.body().contains("href=\"#decisionDate-day\""));
        assertTrue(page.body().contains("<title>Error:"));
        assertTrue(page.body().matches("(?s).*value=\"REVOCATION\" checked.*"));
        assertTrue(page.body().matches("(?s).*id=\"decisionDate-day\"[^>]*value=\"31\".*"));
    }

    @Test
    void a_form_that_finds_no_session_is_given_back_with_all_that_was_typed() {
        Visitor visitor = visitor();
        visitor.signIn(visitor.get("/home"), "nl.officer");
        visitor.forgetPortal();

        Visitor.Page page = visitor.post(
                "/denials/new/decision", Map.of("kind", "REFUSAL", "note", "<b>long & careful</b>\nnarrative"));

        assertEquals(401, page.status());
        assertTrue(page.body().contains("Sign in again to save"));
        assertTrue(page.body().contains("action=\"/denials/new/decision\""));
        assertTrue(page.body().contains("name=\"kind\" value=\"REFUSAL\""));
        assertTrue(page.body().contains("&lt;b&gt;long &amp; careful&lt;/b&gt;\nnarrative"), page.body());
        assertFalse(page.body().contains("<b>long"));

        // Keycloak's own session lives, so that signing in elsewhere asks nothing; then the form can be sent again
        assertTrue(visitor.get("/back-in").body().contains("You are signed in"));
        assertNotEquals(
                401,
                visitor.post("/denials/new/decision", Map.of("kind", "REFUSAL")).status());
    }

    @Test
    void a_session_that_is_unknown_here_is_opened_anew_without_asking() {
        Visitor visitor = visitor();
        visitor.signIn(visitor.get("/home"), "nl.officer");
        String before = visitor.portalCookies().get("q_session").value();
        visitor.tamper("q_session", "unknown-" + "x".repeat(35));

        Visitor.Page page = visitor.get("/home");

        assertEquals(200, page.status());
        assertNotEquals(before, visitor.portalCookies().get("q_session").value());
    }

    @Test
    void a_token_that_has_expired_is_refreshed_and_the_session_keeps_its_name() throws InterruptedException {
        Visitor visitor = visitor();
        PortalServers.tokensLive(2);
        try {
            visitor.signIn(visitor.get("/home"), "nl.officer");
        } finally {
            PortalServers.tokensLive(0);
        }
        String session = visitor.portalCookies().get("q_session").value();
        Thread.sleep(3_500);

        Visitor.Page page = visitor.getOnce("/home");

        assertEquals(200, page.status());
        assertEquals(session, visitor.portalCookies().get("q_session").value());
    }

    @Test
    void a_session_that_keycloak_has_ended_asks_to_sign_in_again() throws InterruptedException {
        PortalServers.tokensLive(1);
        try {
            Visitor visitor = visitor();
            visitor.signIn(visitor.get("/home"), "nl.officer");
            PortalServers.endSessions("nl.officer");
            Thread.sleep(2_500);

            assertTrue(visitor.get("/home").address().getPath().contains("/realms/"));
            assertEquals(
                    401,
                    visitor.post("/denials/new/decision", Map.of("kind", "REFUSAL"))
                            .status());
        } finally {
            PortalServers.tokensLive(0);
        }
    }

    @Test
    void signing_out_ends_keycloak_s_session_too() {
        Visitor visitor = visitor();
        visitor.signIn(visitor.get("/home"), "nl.officer");
        String session = visitor.portalCookies().get("q_session").value();

        Visitor.Page out = visitor.follow(visitor.post("/sign-out", Map.of()));

        assertEquals("/signed-out", out.address().getPath());
        assertTrue(out.body().contains("You have signed out"));
        assertFalse(visitor.portalCookies().containsKey("q_session"));
        Visitor.Page again = visitor.get("/home");
        assertTrue(again.address().getPath().contains("/realms/"), "asks for the password: " + again.address());
        assertFalse(again.address().toString().contains(session));
        assertFalse(out.address().toString().contains("id_token"));
    }

    @Test
    void signing_out_without_a_session_here_goes_on_to_keycloak_and_offers_nothing_to_save() {
        Visitor visitor = visitor();
        visitor.signIn(visitor.get("/home"), "nl.officer");
        visitor.tamper("q_session", "unknown-" + "x".repeat(35));

        Visitor.Page out = visitor.post("/sign-out", Map.of());

        assertEquals(303, out.status());
        String to = out.header("Location").orElseThrow();
        assertTrue(to.contains("/protocol/openid-connect/logout?client_id=comity-portal"), to);
        assertFalse(to.contains("id_token"));
        assertFalse(visitor.portalCookies().containsKey("q_session"));
    }

    @Test
    void signing_out_cannot_be_done_by_a_link() {
        Visitor visitor = visitor();
        visitor.signIn(visitor.get("/home"), "nl.officer");

        assertEquals(404, visitor.getOnce("/sign-out").status());
        assertEquals(200, visitor.getOnce("/home").status());
    }

    @Test
    void coming_back_from_keycloak_without_having_been_sent_does_no_harm() {
        Visitor.Page page = visitor().getOnce("/signed-in?code=invented&state=invented");

        assertTrue(page.status() == 302 || page.status() == 401, "status " + page.status());
    }

    @Test
    void script_and_style_of_a_page_weigh_at_most_sixty_kilobytes_compressed() throws IOException {
        int bytes = 0;
        for (String asset : assets()) {
            bytes += compressed(
                    visitor().getOnce(asset).response().body().getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }

        assertTrue(bytes > 5_000, "the page has style and script: " + bytes);
        assertTrue(bytes <= MOST_COMPRESSED_BYTES, "compressed bytes: " + bytes);
    }

    @Test
    void style_and_script_are_sent_compressed_and_pages_are_not() throws IOException, InterruptedException {
        assertEquals("gzip", encoding(assets().getFirst()));
        assertNotEquals("gzip", encoding("/"));
    }

    @Test
    void nothing_of_gov_uk_s_own_brand_is_served() {
        for (String asset : assets()) {
            String body = visitor().getOnce(asset).body();
            assertFalse(body.contains("GDS Transport"), asset);
            assertFalse(body.contains("crest"), asset);
            assertFalse(body.contains("url("), asset);
        }
        assertEquals(404, visitor().getOnce("/assets/images/govuk-crest.svg").status());
        assertFalse(visitor().get("/").body().contains("GOV.UK"));
    }

    private String encoding(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(portal.resolve(path))
                .header("Accept-Encoding", "gzip")
                .build();
        try (HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            return http.send(request, HttpResponse.BodyHandlers.discarding())
                    .headers()
                    .firstValue("Content-Encoding")
                    .orElse("");
        }
    }

    private List<String> assets() {
        Matcher asset = Pattern.compile("(?:src|href)=\"([^\"]*\\.(?:css|js))\"")
                .matcher(visitor().get("/").body());
        List<String> assets = new ArrayList<>();
        while (asset.find()) {
            assets.add(asset.group(1));
        }
        assertEquals(3, assets.size(), assets.toString());
        return assets;
    }

    private static int compressed(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.size();
    }

    private static String heading(Visitor.Page page) {
        Matcher heading = Pattern.compile("(?s)<h1[^>]*>(.*?)</h1>").matcher(page.body());
        return heading.find() ? heading.group(1) : "";
    }

    private Visitor visitor() {
        return new Visitor(portal);
    }
}
