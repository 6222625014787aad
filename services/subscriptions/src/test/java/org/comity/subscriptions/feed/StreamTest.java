package org.comity.subscriptions.feed;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.comity.kernel.test.Api;
import org.comity.kernel.test.ComityServers;
import org.comity.kernel.test.Eventually;
import org.comity.kernel.test.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The feed of a desk as server-sent events. */
@QuarkusTest
@QuarkusTestResource(SubscriptionServers.class)
class StreamTest {

    private static final String STREAM = "/subscriptions/v1/stream";

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @BeforeEach
    void states() {
        Happenings.begin();
    }

    /** A stream, read by a thread of its own. */
    private static final class Heard implements AutoCloseable {
        private final List<String> lines = new ArrayList<>();
        private final HttpResponse<java.io.InputStream> answer;
        private volatile boolean ended;

        private Heard(HttpResponse<java.io.InputStream> answer) {
            this.answer = answer;
            Thread.ofVirtual().start(() -> {
                try (BufferedReader reader =
                        new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
                    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                        synchronized (lines) {
                            lines.add(line);
                        }
                    }
                } catch (IOException e) {
                    // closed by the test
                }
                ended = true;
            });
        }

        private List<String> all(String field) {
            synchronized (lines) {
                return lines.stream()
                        .filter(line -> line.startsWith(field + ":"))
                        .map(line -> line.substring(field.length() + 1).strip())
                        .toList();
            }
        }

        @Override
        public void close() {
            try {
                answer.body().close();
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }

    private Heard listen(String account, Optional<String> lastId) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + RestAssured.port + STREAM))
                .header("Authorization", "Bearer " + Tokens.of(account));
        lastId.ifPresent(id -> request.header("Last-Event-ID", id));
        HttpResponse<java.io.InputStream> answer =
                http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        assertEquals(200, answer.statusCode());
        return new Heard(answer);
    }

    private static UUID published(String title, String... readers) {
        UUID record = UUID.randomUUID();
        KeptRecords.put(KeptRecords.bulletin(record, title, readers));
        Happenings.tell(record, "published", 1);
        return record;
    }

    @Test
    void R391_a_stream_tells_what_happens_to_what_its_desk_sees_and_nothing_else() throws Exception {
        try (Heard dutch = listen("nl.analyst", Optional.empty());
                Heard canadian = listen("ca.analyst", Optional.empty())) {
            UUID record = published("Told at once", "NL");
            UUID other = published("For Canada", "CA");
            Eventually.itIsSo(
                    "both are told",
                    () -> dutch.all("data").size() == 1 && canadian.all("data").size() == 1);
            assertTrue(dutch.all("data").getFirst().contains(record.toString()));
            // that it happened, and not what it says
            assertFalse(dutch.all("data").getFirst().contains("Told at once"));
            assertTrue(canadian.all("data").getFirst().contains(other.toString()));
            assertEquals(List.of("entry"), dutch.all("event"));
        }
        assertEquals(
                1,
                ComityServers.servers()
                        .count(
                                "select least(count(*), 1) from audit_entry where person_name = 'nl.analyst' and path = '"
                                        + STREAM + "' and status = 200"));
    }

    @Test
    void R391_after_the_last_number_nothing_is_left_out_and_nothing_comes_twice() throws Exception {
        UUID first = published("First", "AU");
        published("Second", "AU");
        UUID narrowed = published("Third", "AU");
        // narrowed after it was told to the feed, and before it goes out
        KeptRecords.put(KeptRecords.bulletin(narrowed, "Third"));
        try (Heard all = listen("au.analyst", Optional.of("0"))) {
            Eventually.itIsSo("all three are told", () -> all.all("id").size() >= 3);
            assertEquals(List.of("1", "2", "3"), all.all("id").subList(0, 3));
            assertTrue(all.all("data").getFirst().contains(first.toString()));
            assertTrue(
                    all.all("data").get(2).contains("\"REMOVED\""),
                    all.all("data").get(2));
            assertFalse(all.all("data").get(2).contains("\"ref\""));
        }
        try (Heard rest = listen("au.analyst", Optional.of("2"))) {
            Eventually.itIsSo("the rest is told", () -> !rest.all("id").isEmpty());
            assertEquals("3", rest.all("id").getFirst());
        }
    }

    @Test
    void R391_a_stream_on_which_nothing_happens_shows_that_it_lives() throws Exception {
        try (Heard quiet = listen("ec.officer", Optional.empty())) {
            Eventually.itIsSo("it says nothing, now and then", () -> {
                synchronized (quiet.lines) {
                    return quiet.lines.stream().anyMatch(line -> line.startsWith(":"));
                }
            });
            assertEquals(List.of(), quiet.all("data"));
        }
    }

    @Test
    void R391_a_number_that_is_none_of_the_stream_is_refused() {
        for (String wrong : List.of("x", "-1", "900000", "1 or 1=1")) {
            Api.wrongly("nl.analyst")
                    .header("Last-Event-ID", wrong)
                    .get(STREAM)
                    .then()
                    .statusCode(400)
                    .body("errors[0].pointer", equalTo("Last-Event-ID"));
        }
        Api.as("nl.auditor").get(STREAM).then().statusCode(403);
    }

    @Test
    void R392_a_stream_ends_when_its_readers_access_has_ended() throws Exception {
        try (Heard norwegian = listen("no.analyst", Optional.empty())) {
            published("Still told", "NO");
            Eventually.itIsSo("it is told", () -> norwegian.all("data").size() == 1);
            ComityServers.servers()
                    .accessSql(
                            "insert into access_ended (subject, ended_at, reason) values ('state:NO', now(), 'test')");
            try {
                Eventually.itIsSo("the stream has ended", () -> norwegian.ended);
                published("Not told", "NO");
                assertEquals(1, norwegian.all("data").size());
            } finally {
                ComityServers.servers().accessSql("delete from access_ended where subject = 'state:NO'");
            }
        }
    }

    @Test
    void R392_a_person_has_five_streams_and_not_one_more() throws Exception {
        List<Heard> open = new ArrayList<>();
        try {
            for (int i = 0; i < 5; i++) {
                open.add(listen("hr.officer", Optional.empty()));
            }
            Api.as("hr.officer").get(STREAM).then().statusCode(429);
        } finally {
            open.forEach(Heard::close);
        }
        Eventually.itIsSo("there is room again", () -> {
            try (Heard one = listen("hr.officer", Optional.empty())) {
                return one.answer.statusCode() == 200;
            } catch (AssertionError | Exception e) {
                return false;
            }
        });
    }
}
