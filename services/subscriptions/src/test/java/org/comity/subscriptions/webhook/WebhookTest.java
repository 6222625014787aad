package org.comity.subscriptions.webhook;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.ToIntFunction;
import org.comity.kernel.test.Api;
import org.comity.kernel.test.ComityServers;
import org.comity.kernel.test.Eventually;
import org.comity.subscriptions.feed.Happenings;
import org.comity.subscriptions.feed.KeptRecords;
import org.comity.subscriptions.feed.SubscriptionServers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Webhooks, taken by a real HTTP server. */
@QuarkusTest
@QuarkusTestResource(SubscriptionServers.class)
class WebhookTest {

    private static final String HOOKS = "/subscriptions/v1/webhooks";

    /** A request that came. */
    private record Came(String id, Map<String, List<String>> headers, String body) {}

    private final List<Came> came = new CopyOnWriteArrayList<>();
    private volatile ToIntFunction<Came> answers = request -> 204;
    private HttpServer server;

    @BeforeEach
    void begin() throws IOException {
        Happenings.begin();
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            Came request = new Came(
                    exchange.getRequestHeaders().getFirst("webhook-id"),
                    Map.copyOf(exchange.getRequestHeaders()),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            came.add(request);
            exchange.getResponseHeaders().set("Location", "http://127.0.0.1:1/elsewhere");
            exchange.sendResponseHeaders(answers.applyAsInt(request), -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void end() {
        server.stop(0);
        ComityServers.servers().sql("delete from webhook");
    }

    private String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
    }

    private static JsonPath made(String account, String url) {
        return Api.as(account)
                .contentType("application/json")
                .body("{\"name\":\"Mine\",\"url\":\"" + url + "\"}")
                .post(HOOKS)
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    private static UUID published(String title, String... readers) {
        UUID record = UUID.randomUUID();
        KeptRecords.put(KeptRecords.bulletin(record, title, readers));
        Happenings.tell(record, "published", 1);
        return record;
    }

    private static io.restassured.response.Response step(String account, String id, String verb, String body) {
        return Api.as(account)
                .header("If-Match", Api.as(account).get(HOOKS + "/" + id).header("ETag"))
                .contentType("application/json")
                .body(body)
                .post(HOOKS + "/" + id + "/" + verb);
    }

    private void await(int count) {
        Eventually.itIsSo(count + " requests came", () -> came.size() >= count);
    }

    private static void verify(String secret, Came request) throws WebhookVerificationException {
        new Webhook(secret.replaceFirst("^whsec_", "")).verify(request.body(), lower(request.headers()));
    }

    private static java.util.HashMap<String, List<String>> lower(Map<String, List<String>> headers) {
        var lower = new java.util.HashMap<String, List<String>>();
        headers.forEach((name, values) -> lower.put(name.toLowerCase(java.util.Locale.ROOT), values));
        return lower;
    }

    @Test
    void R405_an_entry_comes_signed_and_says_nothing_of_what() throws Exception {
        JsonPath hook = made("hr.analyst", url());
        UUID record = published("A jammer by a detour", "HR");
        published("For Finland", "FI");
        await(1);
        verify(hook.getString("secret"), came.getFirst());
        assertTrue(came.getFirst().body().contains(record.toString()));
        assertTrue(
                came.getFirst().body().contains("\"type\":\"feed.created\""),
                came.getFirst().body());
        assertFalse(came.getFirst().body().contains("jammer"));
        Api.as("hr.analyst")
                .get(HOOKS + "/" + hook.getString("id"))
                .then()
                .statusCode(200)
                .body("secret", nullValue())
                .body("status", equalTo("ACTIVE"));
        Api.as("hr.officer").get(HOOKS + "/" + hook.getString("id")).then().statusCode(404);
        Api.as("hr.auditor").get(HOOKS).then().statusCode(403);
        assertEquals(
                0,
                ComityServers.servers()
                        .count("select count(*) from webhook where position('" + hook.getString("secret")
                                + "'::bytea in secret) > 0"));
    }

    @Test
    void R405_after_a_new_secret_both_count_for_a_day() throws Exception {
        JsonPath hook = made("cz.analyst", url());
        String later = step("cz.analyst", hook.getString("id"), "rotate", "{}")
                .then()
                .statusCode(200)
                .extract()
                .path("secret");
        assertNotEquals(hook.getString("secret"), later);
        published("Signed twice", "CZ");
        await(1);
        verify(hook.getString("secret"), came.getFirst());
        verify(later, came.getFirst());
        Api.as("cz.analyst")
                .contentType("application/json")
                .body("{}")
                .post(HOOKS + "/" + hook.getString("id") + "/rotate")
                .then()
                .statusCode(428);
    }

    @Test
    void R406_an_address_that_is_none_is_refused_by_its_field() {
        for (String wrong : List.of("x", "ftp://127.0.0.1/", "http://user@127.0.0.1/", "javascript:alert(1)")) {
            Api.wrongly("nl.analyst")
                    .contentType("application/json")
                    .body("{\"name\":\"Mine\",\"url\":\"" + wrong + "\"}")
                    .post(HOOKS)
                    .then()
                    .statusCode(422)
                    .body("errors[0].pointer", equalTo("/url"));
        }
    }

    @Test
    void R406_a_redirection_is_not_followed() {
        answers = request -> 302;
        String id = made("dk.analyst", url()).getString("id");
        published("Redirected", "DK");
        await(1);
        Eventually.itIsSo("it is in the log", () -> Api.as("dk.analyst")
                .get(HOOKS + "/" + id + "/deliveries")
                .jsonPath()
                .getList("items.status")
                .contains(302));
        Api.as("dk.analyst").get(HOOKS + "/" + id + "/deliveries").then().body("items.outcome", hasItem("REFUSED"));
    }

    @Test
    void R407_a_webhook_that_hangs_slows_no_other_and_what_is_not_taken_comes_again_with_its_id() throws Exception {
        HttpServer hanging = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        hanging.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        hanging.createContext("/", exchange -> {
            try {
                Thread.sleep(20_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            exchange.close();
        });
        hanging.start();
        try {
            made("ee.analyst", "http://127.0.0.1:" + hanging.getAddress().getPort() + "/");
            made("ee.analyst", url());
            answers = request -> came.size() == 1 ? 500 : 204;
            long began = System.nanoTime();
            published("Beside one that hangs", "EE");
            published("And the next", "EE");
            await(1);
            assertTrue(System.nanoTime() - began < 8_000_000_000L, "it waited for the other");
            await(3);
            assertEquals(came.get(0).id(), came.get(1).id());
            assertNotEquals(came.get(1).id(), came.get(2).id());
        } finally {
            hanging.stop(0);
        }
    }

    @Test
    void R408_a_webhook_that_failed_for_five_days_is_switched_off_and_goes_on_when_its_owner_says_so() {
        String id = made("fi.analyst", url()).getString("id");
        answers = request -> 500;
        published("Not taken", "FI");
        await(1);
        Eventually.itIsSo(
                "it is failing",
                () -> ComityServers.servers()
                                .count("select count(*) from webhook where id = '" + id
                                        + "' and attempts >= 1 and claimed_until is null")
                        == 1);
        ComityServers.servers()
                .sql(
                        "update webhook set failing_since = now() - interval '5 days 1 minute', next_at = now() where id = '"
                                + id + "'");
        Eventually.itIsSo("it is off", () -> Api.as("fi.analyst")
                .get(HOOKS + "/" + id)
                .jsonPath()
                .getString("status")
                .equals("OFF"));
        Api.as("fi.analyst").get(HOOKS + "/" + id).then().body("offBecause", containsString("five days"));
        answers = request -> 204;
        int before = came.size();
        step("fi.analyst", id, "enable", "{}").then().statusCode(200).body("status", equalTo("ACTIVE"));
        await(before + 1);
        Eventually.itIsSo(
                "it has caught up",
                () -> Api.as("fi.analyst").get(HOOKS + "/" + id).jsonPath().getInt("waiting") == 0);
    }

    @Test
    void R408_a_webhook_ends_with_the_access_of_its_owner() {
        String id = made("mk.analyst", url()).getString("id");
        ComityServers.servers()
                .accessSql("insert into access_ended (subject, ended_at, reason) values ('state:MK', now(), 'test')");
        try {
            published("Not for who is away", "MK");
            Eventually.itIsSo(
                    "it is off",
                    () -> ComityServers.servers()
                                    .count("select count(*) from webhook where id = '" + id + "' and status = 'OFF'")
                            == 1);
            assertEquals(List.of(), came);
        } finally {
            ComityServers.servers().accessSql("delete from access_ended where subject = 'state:MK'");
        }
    }

    @Test
    void R409_a_replay_sends_again_with_the_same_ids_and_what_was_narrowed_as_removed() {
        String id = made("no.analyst", url()).getString("id");
        int from = Api.as("no.analyst").get(HOOKS + "/" + id).jsonPath().getInt("deliveredSeq");
        UUID record = published("Narrowed later", "NO");
        published("Stays", "NO");
        await(2);
        Eventually.itIsSo(
                "both are delivered",
                () -> Api.as("no.analyst").get(HOOKS + "/" + id).jsonPath().getInt("deliveredSeq") == from + 2);
        KeptRecords.put(KeptRecords.bulletin(record, "Narrowed later"));
        step("no.analyst", id, "replay", "{\"after\":" + from + "}").then().statusCode(200);
        await(4);
        assertEquals(came.get(0).id(), came.get(2).id());
        assertTrue(came.get(2).body().contains("REMOVED"), came.get(2).body());
        assertFalse(came.get(2).body().contains("BU-DE"), came.get(2).body());
        assertTrue(came.get(3).body().contains("CREATED"));
        step("no.analyst", id, "replay", "{\"after\":" + (from + 900) + "}")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/after"));
        step("no.analyst", id, "discard", "{}").then().statusCode(204);
        assertEquals(
                Optional.empty(),
                Optional.ofNullable(Api.as("no.analyst").get(HOOKS).jsonPath().getList("items"))
                        .filter(l -> !l.isEmpty()));
    }

    @Test
    void R372_an_owner_gets_one_mail_two_days_before_the_webhook_is_switched_off() {
        String id = made("es.analyst", url()).getString("id");
        answers = request -> 500;
        published("Not taken by Spain", "ES");
        failing(id, "2 days 23 hours", 1);
        assertEquals(0, notices());
        failing(id, "3 days 1 minute", 2);
        Eventually.itIsSo("its owner is told", () -> notices() == 1);
        failing(id, "4 days", 3);
        assertEquals(1, notices());
        assertTrue(Instant.parse(
                        Api.as("es.analyst").get(HOOKS + "/" + id).jsonPath().getString("offAt"))
                .isBefore(Instant.now().plus(java.time.Duration.ofHours(25))));
        // what was taken again begins afresh
        answers = request -> 204;
        ComityServers.servers().sql("update webhook set next_at = now() where id = '" + id + "'");
        Eventually.itIsSo(
                "it was taken",
                () -> Api.as("es.analyst").get(HOOKS + "/" + id).jsonPath().getInt("waiting") == 0);
        assertEquals(
                0,
                ComityServers.servers()
                        .count("select count(*) from webhook where noticed_at is not null and id = '" + id + "'"));
        ComityServers.servers().sql("delete from mail where about = 'WEBHOOK_FAILS'");
    }

    private static long notices() {
        return ComityServers.servers().count("select count(*) from mail where about = 'WEBHOOK_FAILS'");
    }

    /** It fails since then, and once more. */
    private static void failing(String id, String since, int attempts) {
        ComityServers.servers()
                .sql("update webhook set failing_since = now() - interval '" + since + "', next_at = now() where id = '"
                        + id + "'");
        Eventually.itIsSo(
                "it failed once more",
                () -> ComityServers.servers()
                                .count(
                                        "select count(*) from webhook where claimed_until is null and next_at > now() and id = '"
                                                + id + "' and attempts >= " + attempts)
                        == 1);
    }

    @Test
    void R374_a_test_says_how_it_was_taken_and_comes_once_in_ten_seconds() throws Exception {
        JsonPath hook = made("gb.analyst", url());
        String id = hook.getString("id");
        step("gb.analyst", id, "test", "{}")
                .then()
                .statusCode(200)
                .body("outcome", equalTo("DELIVERED"))
                .body("status", equalTo(204));
        await(1);
        verify(hook.getString("secret"), came.getFirst());
        assertTrue(
                came.getFirst().body().contains("\"type\":\"feed.test\""),
                came.getFirst().body());
        step("gb.analyst", id, "test", "{}").then().statusCode(429);
        ComityServers.servers().sql("update webhook set tested_at = now() - interval '11 seconds'");
        answers = request -> 500;
        step("gb.analyst", id, "test", "{}")
                .then()
                .statusCode(200)
                .body("outcome", equalTo("REFUSED"))
                .body("status", equalTo(500));
        for (var other : Map.of("gb.officer", 404, "gb.auditor", 403).entrySet()) {
            Api.as(other.getKey())
                    .header("If-Match", "\"x\"")
                    .contentType("application/json")
                    .body("{}")
                    .post(HOOKS + "/" + id + "/test")
                    .then()
                    .statusCode(other.getValue());
        }
    }
}
