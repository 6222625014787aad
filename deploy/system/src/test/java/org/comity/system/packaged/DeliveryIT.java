package org.comity.system.packaged;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.comity.kernel.test.Eventually;
import org.junit.jupiter.api.Test;

/** From a step in one service to the inbox of another state, through the packaged services. */
class DeliveryIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String INBOX = "/subscriptions/v1/inbox?limit=100";

    private final Packaged system = Packaged.system();

    private HttpResponse<String> call(
            String service, String person, String method, String path, String body, Optional<String> tag) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(system.comity().url(service) + path))
                .header("Authorization", "Bearer " + system.token(person))
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body));
        tag.ifPresent(value -> request.header("If-Match", value));
        return system.send(request.build());
    }

    private static JsonNode json(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpResponse<String> step(String service, String person, String path, String verb, String body) {
        String tag = call(service, person, "GET", path, "", Optional.empty())
                .headers()
                .firstValue("ETag")
                .orElseThrow();
        HttpResponse<String> answer = call(service, person, "POST", path + "/" + verb, body, Optional.of(tag));
        assertEquals(200, answer.statusCode(), answer.body());
        return answer;
    }

    /** Drafts, submits and has approved a record; tells its path. */
    private String released(String service, String collection, String drafter, String approver, String body) {
        HttpResponse<String> drafted = call(service, drafter, "POST", collection, body, Optional.empty());
        assertEquals(201, drafted.statusCode(), drafted.body());
        String path = collection + "/" + json(drafted).get("id").asText();
        step(service, drafter, path, "submit", "{}");
        step(service, approver, path, "approve", "{}");
        return path;
    }

    private String denial(String states) {
        return released("denials", "/denials/v1/denials", "ee.officer", "ee.approver", """
                {"kind":"REFUSAL","decisionDate":"%s","basis":"LISTED","destinationState":"KZ",
                 "items":[{"controlCode":"5A001.f.2","controlList":"EU_ANNEX_I","description":"Portable IMSI catcher"}],
                 "parties":[{"role":"END_USER","name":"Lumen Grid Invented Ltd","country":"KZ"}],
                 "reasons":[{"criterion":"COC_HR","misuseTypes":["TARGET_JOURNALISTS"]}],"nationalRef":"IT-%s",
                 "permittedUse":["LICENSING"],"releasability":{"mode":"LIST","states":[%s]}}""".formatted(
                        LocalDate.now(ZoneOffset.UTC), UUID.randomUUID(), states));
    }

    private String bulletin(String states) {
        return released("bulletins", "/bulletins/v1/bulletins", "ee.analyst", "ee.approver", """
                {"class":"ALERT","headline":"Interception equipment by a detour","summary":"Invented for a test.",
                 "themes":["ROUTE_DIVERSION"],"items":[{"controlCode":"5A001.f.2"}],"destinations":["KZ"],
                 "sourceReliability":"B","credibility":2,"tlp":"AMBER","releasability":{"mode":"LIST","states":[%s]}}""".formatted(states));
    }

    /** The entries of a person's inbox about a record, the newest first. */
    private List<JsonNode> told(String person, String path) {
        String id = path.substring(path.lastIndexOf('/') + 1);
        return StreamSupport.stream(
                        json(call("subscriptions", person, "GET", INBOX, "", Optional.empty()))
                                .path("items")
                                .spliterator(),
                        false)
                .filter(entry -> entry.path("record").asText().equals(id))
                .toList();
    }

    private void awaitEntries(String person, String path, int count) {
        Eventually.itIsSo(
                person + " is told of " + path, () -> told(person, path).size() == count);
    }

    @Test
    void R380_R382_a_denial_reaches_the_desks_that_read_it_and_no_other_until_it_is_narrowed() {
        String path = denial("\"LV\",\"FI\"");
        awaitEntries("lv.officer", path, 1);
        JsonNode told = told("lv.officer", path).getFirst();
        assertEquals("CREATED", told.get("change").asText());
        assertEquals("Portable IMSI catcher", told.get("title").asText());
        assertEquals("EE", told.get("originatorState").asText());
        assertEquals(path, told.get("path").asText());
        // it was released for licensing: no analyst reads it
        assertEquals(List.of(), told("lv.analyst", path));
        assertEquals(List.of(), told("sk.officer", path));

        step("denials", "ee.officer", path, "release", "{\"releasability\":{\"mode\":\"LIST\",\"states\":[\"FI\"]}}");
        awaitEntries("lv.officer", path, 2);
        assertEquals(
                "REMOVED", told("lv.officer", path).getFirst().get("change").asText());
        assertFalse(told("lv.officer", path).getLast().has("title"));
        // Finland saw no change
        assertEquals(1, told("fi.officer", path).size());
    }

    @Test
    void R381_no_receipt_and_no_line_of_an_access_log_comes_of_delivery() {
        String path = denial("\"LV\"");
        awaitEntries("lv.officer", path, 1);
        assertEquals(
                0,
                json(call("denials", "ee.officer", "GET", path + "/receipts", "", Optional.empty()))
                        .get("items")
                        .size());
        String log = call("denials", "sk.auditor", "GET", "/denials/v1/access-log?limit=100", "", Optional.empty())
                .body();
        assertFalse(log.contains("/internal/"), log);
    }

    @Test
    void R384_a_return_reaches_the_desks_that_read_it() {
        HttpResponse<String> given =
                call("denials", "ec.officer", "POST", "/denials/v1/returns", """
                {"period":"2025-H1","kind":"NIL","nilBecause":"Invented for a test.",
                 "releasability":{"mode":"LIST","states":["LV"]}}""", Optional.empty());
        assertEquals(201, given.statusCode(), given.body());
        String path = "/denials/v1/returns/" + json(given).get("id").asText();
        step("denials", "ec.approver", path, "approve", "{}");
        awaitEntries("lv.officer", path, 1);
        JsonNode told = told("lv.officer", path).getFirst();
        assertEquals("RETURN", told.get("kind").asText());
        assertEquals("RT-EC-2025-H1", told.get("ref").asText());
        assertEquals(path, told.get("path").asText());
        assertEquals(List.of(), told("fi.officer", path));
        assertEquals(List.of(), told("lv.analyst", path));
    }

    @Test
    void R384_a_bulletin_and_what_is_said_of_it_reach_an_analyst() {
        String path = bulletin("\"LV\",\"FI\"");
        awaitEntries("lv.analyst", path, 1);
        HttpResponse<String> comment = call(
                "bulletins", "fi.analyst", "POST", path + "/comment", "{\"kind\":\"CORROBORATE\"}", Optional.empty());
        assertEquals(200, comment.statusCode(), comment.body());
        awaitEntries("lv.analyst", path, 2);
        assertEquals(
                "COMMENTED", told("lv.analyst", path).getFirst().get("happened").asText());
        assertTrue(told("sk.analyst", path).isEmpty());
    }

    @Test
    void R383_what_happens_while_the_service_is_killed_is_told_once_and_no_number_is_left_out() throws Exception {
        List<String> paths = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            paths.add(denial("\"BG\""));
            if (i == 2) {
                system.comity().part("subscriptions").orElseThrow().destroyForcibly();
            }
        }
        awaitAgain();
        for (String path : paths) {
            awaitEntries("bg.officer", path, 1);
        }
        List<Long> numbers = new ArrayList<>();
        json(call("subscriptions", "bg.officer", "GET", INBOX, "", Optional.empty()))
                .path("items")
                .forEach(entry -> numbers.add(entry.path("seq").asLong()));
        for (int i = 1; i < numbers.size(); i++) {
            assertEquals(numbers.get(i - 1) - 1, numbers.get(i));
        }
        assertEquals(1, numbers.getLast());
    }

    @Test
    void R383_what_a_service_had_just_published_when_it_was_killed_is_told_once() throws Exception {
        List<String> paths = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            paths.add(bulletin("\"NZ\""));
        }
        // acknowledged, and on no topic yet or on its way there
        system.comity().part("bulletins").orElseThrow().destroyForcibly();
        for (String path : paths) {
            awaitEntries("nz.analyst", path, 1);
        }
        // what is published next comes after them, so that none comes twice later
        awaitAgain("bulletins", "ee.analyst", paths.getFirst());
        String next = bulletin("\"NZ\"");
        awaitEntries("nz.analyst", next, 1);
        for (String path : paths) {
            assertEquals(1, told("nz.analyst", path).size());
        }
    }

    /** Waits until the service that was killed answers again. */
    private void awaitAgain() throws InterruptedException {
        awaitAgain("subscriptions", "bg.officer", INBOX);
    }

    private void awaitAgain(String service, String person, String path) throws InterruptedException {
        for (int seconds = 0; seconds < 120; seconds++) {
            try {
                if (call(service, person, "GET", path, "", Optional.empty()).statusCode() == 200) {
                    return;
                }
            } catch (UncheckedIOException away) {
                // it is being started again
            }
            Thread.sleep(1_000);
        }
    }

    /** A client of the broker that signs in as the Netherlands' system. */
    private KafkaConsumer<String, String> dutchSystem(String group) {
        String tokens = system.comity().url("keycloak") + "/realms/comity/protocol/openid-connect/token";
        System.setProperty("org.apache.kafka.sasl.oauthbearer.allowed.urls", tokens);
        Map<String, Object> settings = new HashMap<>();
        settings.put("bootstrap.servers", "127.0.0.1:" + system.comity().port("kafka"));
        settings.put("group.id", group);
        settings.put("auto.offset.reset", "earliest");
        settings.put("security.protocol", "SASL_PLAINTEXT");
        settings.put("sasl.mechanism", "OAUTHBEARER");
        settings.put(
                "sasl.login.callback.handler.class",
                "org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginCallbackHandler");
        settings.put("sasl.oauthbearer.token.endpoint.url", tokens);
        settings.put(
                "sasl.jaas.config",
                "org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule required"
                        + " clientId=\"nl-system\" clientSecret=\"comity-demo\";");
        return new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer());
    }

    private void suspend(String verb, String body) {
        String path = "/registry/v1/states/NL";
        String tag = call("registry", "secretariat.admin", "GET", path, "", Optional.empty())
                .headers()
                .firstValue("ETag")
                .orElseThrow();
        assertEquals(
                200,
                call("registry", "secretariat.admin", "POST", path + "/" + verb, body, Optional.of(tag))
                        .statusCode());
    }

    @Test
    void R400_R401_a_states_system_reads_its_own_topic_alone_and_no_longer_than_the_state_subscribes()
            throws InterruptedException {
        String path = denial("\"NL\"");
        String id = path.substring(path.lastIndexOf('/') + 1);
        List<Long> numbers = new ArrayList<>();
        try (KafkaConsumer<String, String> consumer = dutchSystem("nl-tests")) {
            consumer.subscribe(List.of("feed.nl.v1"));
            Eventually.itIsSo("the topic tells of it", () -> {
                boolean found = false;
                for (ConsumerRecord<String, String> message : consumer.poll(Duration.ofMillis(500))) {
                    numbers.add(number(message.value()));
                    found |= message.value().contains(id);
                }
                return found;
            });
            for (int i = 0; i < numbers.size(); i++) {
                assertEquals(i + 1, numbers.get(i));
            }
            for (String other : List.of("feed.de.v1", "denials.denial.v1")) {
                try (KafkaConsumer<String, String> curious = dutchSystem("nl-curious")) {
                    curious.subscribe(List.of(other));
                    assertThrows(
                            AuthorizationException.class,
                            () -> {
                                for (int i = 0; i < 20; i++) {
                                    curious.poll(Duration.ofMillis(500));
                                }
                            },
                            other);
                }
            }
            suspend("suspend", "{\"reason\":\"A test\"}");
            try {
                assertThrows(AuthorizationException.class, () -> {
                    for (int i = 0; i < 120; i++) {
                        consumer.poll(Duration.ofMillis(500));
                    }
                });
            } finally {
                suspend("reinstate", "{}");
            }
        }
        // who subscribes again reads again: the right comes with the next look at who subscribes
        boolean read = false;
        for (int i = 0; i < 40 && !read; i++) {
            read = readsAgain();
        }
        assertTrue(read, "the topic is not read again");
    }

    /** Whether a client that comes afresh gets something within some seconds; one that was refused stays refused. */
    private boolean readsAgain() throws InterruptedException {
        try (KafkaConsumer<String, String> again = dutchSystem("nl-again")) {
            again.subscribe(List.of("feed.nl.v1"));
            for (int i = 0; i < 16; i++) {
                if (!again.poll(Duration.ofMillis(500)).isEmpty()) {
                    return true;
                }
            }
        } catch (AuthorizationException notYet) {
            Thread.sleep(1_000);
        }
        return false;
    }

    private static long number(String event) {
        try {
            return JSON.readTree(event).at("/data/sequence").asLong();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
