package org.comity.system.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Locator;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.comity.local.DemoClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A Croatian analyst follows interception equipment, learns of an alert of Bulgaria since the last visit, and gives a feed reader an
 * address.
 */
@ExtendWith(PortalSystem.class)
class InboxJourneyIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BULLETINS = "/bulletins/v1/bulletins";
    private static final String HEADLINE = "Interception equipment by an invented detour";

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode content(String headline) {
        return json("""
                {"class":"ALERT","headline":"%s","summary":"Invented for a journey.",
                 "themes":["ROUTE_DIVERSION"],"items":[{"controlCode":"5A001.f.2"}],"destinations":["KZ"],
                 "sourceReliability":"B","credibility":2,"tlp":"AMBER",
                 "releasability":{"mode":"LIST","states":["HR"]}}""".formatted(headline));
    }

    /** Bulgaria publishes an alert that Croatia reads; tells its address. */
    private static String alert(PortalSystem.Running running) {
        try (DemoClient bulletins = new DemoClient(
                running.comity().url("keycloak"), running.comity().url("bulletins"))) {
            String analyst = bulletins.token("bg.analyst");
            DemoClient.Answer draft = bulletins.post(BULLETINS, analyst, content(HEADLINE), Map.of());
            String path = BULLETINS + "/" + draft.body().get("id").asText();
            DemoClient.Answer submitted =
                    bulletins.post(path + "/submit", analyst, json("{}"), Map.of("If-Match", draft.etag()));
            bulletins.post(
                    path + "/approve",
                    bulletins.token("bg.approver"),
                    json("{}"),
                    Map.of("If-Match", submitted.etag()));
            return path;
        }
    }

    /** Bulgaria recalls it. */
    private static void recall(PortalSystem.Running running, String path) {
        try (DemoClient bulletins = new DemoClient(
                running.comity().url("keycloak"), running.comity().url("bulletins"))) {
            String approver = bulletins.token("bg.approver");
            String now = bulletins.get(path, approver).etag();
            bulletins.post(
                    path + "/recall",
                    approver,
                    json("{\"reason\":\"Invented for a journey.\"}"),
                    Map.of("If-Match", now));
        }
    }

    /** Bulgaria corrects it. */
    private static void correct(PortalSystem.Running running, String path) {
        try (DemoClient bulletins = new DemoClient(
                running.comity().url("keycloak"), running.comity().url("bulletins"))) {
            String analyst = bulletins.token("bg.analyst");
            String now = bulletins.get(path, analyst).etag();
            DemoClient.Answer amended = bulletins.post(path + "/amend", analyst, json("{}"), Map.of("If-Match", now));
            DemoClient.Answer put = bulletins.put(path, analyst, content(HEADLINE + ", corrected"), amended.etag());
            DemoClient.Answer submitted =
                    bulletins.post(path + "/submit", analyst, json("{}"), Map.of("If-Match", put.etag()));
            bulletins.post(
                    path + "/approve",
                    bulletins.token("bg.approver"),
                    json("{}"),
                    Map.of("If-Match", submitted.etag()));
        }
    }

    /** Comes back to the first page until its news say so: events take a moment. */
    private static void awaitNews(Visit visit, String text) {
        Locator news = visit.page().locator("section[aria-labelledby=news]");
        for (int i = 0; i < 60; i++) {
            visit.go("/home");
            if (news.innerText().contains(text)) {
                return;
            }
            visit.page().waitForTimeout(500);
        }
        assertTrue(news.innerText().contains(text), visit.text());
    }

    private static HttpResponse<String> fetched(String address) {
        try {
            return HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Test
    void an_analyst_follows_an_item_and_is_told_what_is_new(PortalSystem.Running running) {
        try (Visit analyst = new Visit(running);
                Visit officer = new Visit(running)) {
            analyst.go("/rules").signIn("hr.analyst");
            assertTrue(analyst.says("There are no rules yet."), analyst.text());
            analyst.look("rules-none").follow("Make a rule");
            analyst.type("name", "Interception equipment").type("items", "IMSI");
            analyst.choice("Each day").check();
            analyst.press("Save the rule");
            assertTrue(analyst.errors().contains("This is not a control-list entry"), analyst.errors());
            assertEquals(
                    "Interception equipment", analyst.page().locator("#name").inputValue());
            assertEquals("IMSI", analyst.page().locator("#items").inputValue());
            assertTrue(analyst.choice("Each day").isChecked());
            analyst.look("rule-wrong").type("items", "5A001.f").press("Save the rule");
            assertTrue(analyst.says("5A001.f") && analyst.says("Each day"), analyst.text());
            analyst.look("rules");

            String alert = alert(running);
            awaitNews(analyst, HEADLINE);
            assertTrue(analyst.says("Since you were last here") && analyst.says("New for you"), analyst.text());
            analyst.look("home-news");
            analyst.go("/inbox");
            String first = analyst.page().locator("tbody tr").first().innerText();
            assertTrue(first.contains("Unread") && first.contains(HEADLINE), first);
            assertEquals(
                    "Interception equipment",
                    analyst.page().locator("tbody tr .comity-tags__one").first().innerText());
            analyst.look("inbox");
            analyst.follow(analyst.page().locator("table a").first());
            assertEquals(HEADLINE, analyst.heading());
            analyst.go("/inbox?unread=true");
            assertFalse(analyst.says(HEADLINE), analyst.text());
            analyst.go("/inbox");
            assertTrue(analyst.says(HEADLINE), analyst.text());

            // a colleague of the licensing desk has news of its own, and no rule
            officer.go("/inbox").signIn("hr.officer");
            assertTrue(officer.says(HEADLINE), officer.text());
            assertFalse(
                    officer.page().locator("tbody").innerText().contains("Interception equipment\n"), officer.text());
            officer.press("Mark all as read");
            assertEquals(0, officer.page().locator("text=Mark all as read").count());
            officer.go("/rules");
            assertTrue(officer.says("There are no rules yet."), officer.text());

            correct(running, alert);
            awaitNews(analyst, HEADLINE + ", corrected");
            analyst.go("/inbox");
            assertTrue(analyst.page().locator("tbody tr").first().innerText().contains("Updated"), analyst.text());

            recall(running, alert);
            awaitNews(analyst, "No longer released to your state");
            analyst.go("/inbox");
            analyst.follow(analyst.page().locator("table a[href$='/drop']").first());
            analyst.look("copy-drop").press("Confirm");
            assertEquals("Dropped copies", analyst.heading());
            assertTrue(analyst.says("Croatia"), analyst.text());
            analyst.look("copies");

            for (String language : new String[] {"fr", "es"}) {
                for (String page : new String[] {
                    "home", "inbox", "rules", "rules/new", "feeds", "webhooks", "preferences", "copies"
                }) {
                    analyst.go("/" + page + "?language=" + language)
                            .look(page.replace('/', '-') + "-" + language, language);
                }
            }
            analyst.go("/rules?language=en").follow("Interception equipment");
            analyst.type("name", "Followed").press("Save the rule");
            assertTrue(analyst.says("Followed"), analyst.text());
            analyst.follow(analyst.page().locator("table a[href$='/discard']").first());
            analyst.look("rule-discard").press("Take the rule away");
            assertTrue(analyst.says("There are no rules yet."), analyst.text());
        }
    }

    @Test
    void a_feed_reader_gets_an_address_that_its_owner_takes_back(PortalSystem.Running running) {
        try (Visit analyst = new Visit(running)) {
            analyst.go("/feeds").signIn("au.analyst");
            analyst.look("feeds-none").follow("Make an address");
            analyst.press("Make an address");
            assertTrue(analyst.errors().contains("Feed reader"), analyst.errors());
            analyst.type("name", "An invented reader").look("feed-new").press("Make an address");
            analyst.look("feed-made");
            String address =
                    analyst.page().locator(".govuk-inset-text").innerText().strip();
            assertEquals(200, fetched(address).statusCode());
            assertTrue(
                    fetched(address).body().contains("http://www.w3.org/2005/Atom"),
                    fetched(address).body());

            analyst.go("/feeds").look("feeds");
            assertFalse(analyst.text().contains("key="), analyst.text());
            analyst.follow(analyst.page().locator("table a[href$='/discard']").first());
            analyst.press("Take the address away");
            assertEquals(404, fetched(address).statusCode());
        }
    }

    @Test
    void a_webhook_is_made_seen_signed_anew_and_taken_away(PortalSystem.Running running) {
        HttpServer receiver = receiver();
        String url = "http://127.0.0.1:" + receiver.getAddress().getPort() + "/comity";
        try (Visit analyst = new Visit(running)) {
            analyst.go("/webhooks").signIn("cz.analyst");
            assertTrue(analyst.says("There is no webhook yet."), analyst.text());
            analyst.look("webhooks-none").follow("Make a webhook");
            analyst.type("name", "Case handling").type("url", "ftp://cases.example/comity");
            analyst.press("Make a webhook");
            assertTrue(analyst.errors().contains("https"), analyst.errors());
            analyst.look("webhook-wrong").type("url", url).press("Make a webhook");
            String secret =
                    analyst.page().locator(".govuk-inset-text").innerText().strip();
            assertTrue(secret.startsWith("whsec_"), secret);
            analyst.look("webhook-made").follow("Webhooks");
            assertTrue(analyst.says("Active") && analyst.says(url), analyst.text());
            assertFalse(analyst.says(secret), analyst.text());
            analyst.look("webhooks");

            analyst.follow(analyst.page().locator("table a[href$='/test']").first());
            analyst.look("webhook-test").press("Try it");
            assertTrue(analyst.says("Delivered") && analyst.says("status 204"), analyst.text());
            analyst.look("webhook-tested").go("/webhooks");
            analyst.follow(
                    analyst.page().locator("table a[href$='/deliveries']").first());
            assertEquals("Deliveries of Case handling", analyst.heading());
            analyst.look("deliveries").go("/webhooks");
            analyst.follow(analyst.page().locator("table a[href$='/replay']").first());
            analyst.type("after", "1,000,000").press("Send again");
            assertTrue(analyst.errors().contains("Number"), analyst.errors());
            analyst.look("webhook-replay").type("after", "0").press("Send again");
            assertEquals("Webhooks", analyst.heading());
            analyst.follow(analyst.page().locator("table a[href$='/rotate']").first());
            analyst.look("webhook-rotate").press("Change the secret");
            String another =
                    analyst.page().locator(".govuk-inset-text").innerText().strip();
            assertTrue(another.startsWith("whsec_") && !another.equals(secret), another);
            analyst.go("/webhooks");
            analyst.follow(analyst.page().locator("table a[href$='/discard']").first());
            analyst.look("webhook-discard").press("Take the webhook away");
            assertTrue(analyst.says("There is no webhook yet."), analyst.text());
        } finally {
            receiver.stop(0);
        }
    }

    private static HttpServer receiver() {
        try {
            HttpServer receiver = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
            receiver.createContext("/", exchange -> {
                exchange.sendResponseHeaders(204, -1);
                exchange.close();
            });
            receiver.start();
            return receiver;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void a_person_chooses_the_language_and_the_zone_of_the_mail(PortalSystem.Running running) {
        try (Visit analyst = new Visit(running)) {
            analyst.go("/preferences").signIn("ee.analyst");
            assertEquals("Mail settings", analyst.heading());
            analyst.choice("Español").check();
            analyst.type("zone", "Mars/Olympus").press("Save the settings");
            assertTrue(analyst.errors().contains("In which time zone are you?"), analyst.errors());
            assertTrue(analyst.choice("Español").isChecked());
            analyst.look("preferences-wrong").type("zone", "Europe/Tallinn").press("Save the settings");
            assertEquals("Rules", analyst.heading());
            analyst.follow("Mail settings");
            assertEquals("Europe/Tallinn", analyst.page().locator("#zone").inputValue());
            assertTrue(analyst.choice("Español").isChecked());
            analyst.look("preferences");
        }
    }

    @Test
    void a_list_is_saved_as_it_was_narrowed_and_a_colleague_opens_it(PortalSystem.Running running) {
        try (Visit officer = new Visit(running);
                Visit colleague = new Visit(running)) {
            officer.go("/denials?destination=KZ").signIn("fi.officer");
            officer.look("list-to-save").follow("Save this view");
            officer.press("Save this view");
            assertTrue(officer.errors().contains("Name"), officer.errors());
            officer.type("name", "To Kazakhstan");
            officer.choice("My colleagues of the desk may see this view").check();
            officer.look("view-new").press("Save this view");
            assertEquals("Saved views", officer.heading());
            officer.look("views").follow("To Kazakhstan");
            assertTrue(
                    officer.page().url().endsWith("/denials?destination=KZ"),
                    officer.page().url());

            colleague.go("/views").signIn("fi.approver");
            assertEquals(
                    1,
                    colleague
                            .page()
                            .locator("a[href='/denials?destination=KZ']")
                            .count());
            assertEquals(
                    0, colleague.page().locator("table a[href$='/discard']").count());
            for (String language : new String[] {"fr", "es"}) {
                officer.go("/views?language=" + language).look("views-" + language, language);
            }
            officer.go("/views?language=en");
            officer.follow(officer.page().locator("table a[href$='/discard']").first());
            officer.press("Take the view away");
            assertTrue(officer.says("Nothing has been saved yet."), officer.text());
        }
    }

    @Test
    void who_reads_no_records_has_no_news(PortalSystem.Running running) {
        try (Visit auditor = new Visit(running)) {
            auditor.go("/inbox").signIn("hr.auditor");
            assertEquals("Page not found", auditor.heading());
            assertEquals(0, auditor.page().locator("nav a[href='/inbox']").count());
        }
    }
}
