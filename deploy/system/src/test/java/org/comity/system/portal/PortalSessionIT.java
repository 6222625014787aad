package org.comity.system.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.comity.backing.KeycloakAdmin;
import org.comity.local.DemoClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Sessions in a browser: what ends them, and what becomes of a page that is open then. */
@ExtendWith(PortalSystem.class)
class PortalSessionIT {

    @Test
    void signing_out_ends_the_session_everywhere_and_asks_for_the_password_again(PortalSystem.Running running) {
        try (Visit visit = new Visit(running);
                Visit copy = new Visit(running)) {
            visit.go("/home").signIn("fr.officer");
            copy.browser()
                    .addCookies(visit.browser().cookies().stream()
                            .filter(it -> it.name.equals("q_session"))
                            .map(it -> new Cookie(it.name, it.value).setUrl(running.portal()))
                            .toList());
            copy.go("/denials");
            assertEquals("Denials", copy.heading(), "the same session");

            visit.press("Sign out");

            assertEquals("/signed-out", visit.path());
            visit.look("signed-out");
            assertTrue(visit.go("/home").isAtKeycloak());
            assertTrue(copy.go("/denials").isAtKeycloak(), "a copied cookie names a session that is no more");
        }
    }

    @Test
    void a_session_that_the_services_refuse_gets_a_page_and_goes_round_in_no_circle(PortalSystem.Running running)
            throws SQLException {
        try (Visit visit = new Visit(running)) {
            visit.go("/home").signIn("es.officer");
            endAccess(running, "session:" + keycloakSession(running, "es.officer"));

            visit.go("/denials");

            assertEquals("Your session has ended", visit.heading());
            visit.look("session-ended");
            visit.follow("Sign in again");
            assertTrue(
                    visit.isAtKeycloak(),
                    "a new session is asked for: " + visit.page().url());
            visit.signIn("es.officer");
            assertEquals("My work", visit.heading());
        }
    }

    @Test
    void a_suspended_state_gets_a_page_that_says_so(PortalSystem.Running running) {
        try (Visit visit = new Visit(running);
                DemoClient registry = new DemoClient(
                        running.comity().url("keycloak"), running.comity().url("registry"))) {
            visit.go("/home").signIn("ec.officer");
            assertEquals("My work", visit.heading());
            step(
                    registry,
                    "EC",
                    "suspend",
                    new ObjectMapper().createObjectNode().put("reason", "A journey"));
            try {
                visit.go("/home");
                assertEquals("Access is suspended", visit.heading());
                assertTrue(visit.says("point of contact"));
                visit.look("suspended");
            } finally {
                step(registry, "EC", "reinstate", new ObjectMapper().createObjectNode());
            }
            visit.go("/home");
            assertEquals("My work", visit.heading());
        }
    }

    @Test
    void what_was_typed_survives_a_session_that_was_lost(PortalSystem.Running running) {
        try (Visit visit = new Visit(running)) {
            visit.go("/denials/new/decision").signIn("fi.officer");
            visit.choice("Revocation of a licence").check();
            visit.choose("destinationState", "XK");
            visit.browser().clearCookies();

            visit.press("Save and continue");

            assertEquals("Sign in again to save", visit.heading());
            visit.look("lapsed");
            Page form = visit.page();
            Page other = visit.browser().waitForPage(() -> visit.link("Sign in").click());
            visit.in(other);
            visit.signIn("fi.officer");
            assertEquals("You are signed in", visit.heading());
            visit.look("back-in");
            visit.in(form);
            visit.press("Save what I wrote");

            assertTrue(visit.path().endsWith("/draft/items/new"), visit.path());
            visit.go(visit.path().replace("/items/new", "/decision"));
            assertTrue(visit.choice("Revocation of a licence").isChecked());
            assertEquals("XK", visit.page().locator("#destinationState").inputValue());
        }
    }

    @Test
    void no_token_is_in_a_page_a_cookie_an_address_or_the_portal_s_log(PortalSystem.Running running)
            throws IOException {
        try (Visit visit = new Visit(running)) {
            visit.go("/home").signIn("lv.officer");
            assertFalse(visit.page().content().contains("eyJ"));
            visit.browser().cookies(running.portal()).stream()
                    .filter(it -> it.name.startsWith("q_"))
                    .forEach(it -> assertFalse(it.value.contains("eyJ"), it.name));
            visit.press("Sign out");
            assertFalse(visit.page().url().contains("eyJ"));
        }
        assertFalse(Files.readString(running.comity().log("portal")).contains("eyJ"));
    }

    private static void step(DemoClient registry, String state, String verb, JsonNode body) {
        String token = registry.token("secretariat.admin");
        String path = "/registry/v1/states/" + state;
        String etag = registry.get(path, token).etag();
        registry.post(path + "/" + verb, token, body, Map.of("If-Match", etag));
    }

    private static String keycloakSession(PortalSystem.Running running, String user) {
        try (KeycloakAdmin admin = new KeycloakAdmin(
                running.comity().url("keycloak"), running.comity().secret("keycloak-admin"))) {
            String id = admin.get("/admin/realms/comity/users?exact=true&username=" + user)
                    .path(0)
                    .path("id")
                    .asText();
            JsonNode sessions = admin.get("/admin/realms/comity/users/" + id + "/sessions");
            for (JsonNode session : sessions) {
                if (session.path("clients").toString().contains("comity-portal")) {
                    return session.path("id").asText();
                }
            }
            throw new AssertionError("no session of the portal: " + sessions);
        }
    }

    private static void endAccess(PortalSystem.Running running, String subject) throws SQLException {
        String address = "jdbc:postgresql://127.0.0.1:" + running.comity().port("postgres") + "/access";
        try (Connection connection = DriverManager.getConnection(
                        address, "access_writer", running.comity().secret("access-writer"));
                PreparedStatement insert = connection.prepareStatement(
                        "insert into access_ended (subject, ended_at, reason) values (?, now(), 'a journey')")) {
            insert.setString(1, subject);
            insert.executeUpdate();
        }
    }

    @Test
    void the_session_cookie_is_no_business_of_a_script_or_of_another_site(PortalSystem.Running running) {
        try (Visit visit = new Visit(running)) {
            visit.go("/home").signIn("bg.officer");
            List<Cookie> session = visit.browser().cookies(running.portal()).stream()
                    .filter(it -> it.name.equals("q_session"))
                    .toList();

            assertEquals(1, session.size());
            assertTrue(session.getFirst().httpOnly);
            assertEquals("LAX", session.getFirst().sameSite.name());
            assertEquals("", visit.page().evaluate("document.cookie"));
        }
    }
}
