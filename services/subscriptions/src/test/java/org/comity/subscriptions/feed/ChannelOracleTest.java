package org.comity.subscriptions.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.comity.kernel.test.Api;
import org.comity.kernel.test.ComityServers;
import org.comity.kernel.test.Eventually;
import org.comity.kernel.test.Session;
import org.comity.kernel.test.TestClock;
import org.comity.kernel.test.TwoWorlds;
import org.comity.kernel.test.World;
import org.comity.kernel.timer.TimersOfService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * No byte that leaves by a channel tells Japan of records that are hidden from it: stream, Atom, webhook and mail. The topics of
 * states have {@code FeedTopicTest}.
 */
@QuarkusTest
@QuarkusTestResource(SubscriptionServers.class)
class ChannelOracleTest {

    private static final String ATOM = "/subscriptions/v1/atom/keys";
    private static final String HOOKS = "/subscriptions/v1/webhooks";
    private static final String RULES = "/subscriptions/v1/rules";
    private static final String READER = "jp.analyst";
    private static final UUID VISIBLE = UUID.randomUUID();
    private static final UUID HIDDEN = UUID.randomUUID();

    private static World world;
    private static World with;
    private static String atom;
    private static String hook;
    private static HttpServer receiver;
    private static final List<String> CAME = new CopyOnWriteArrayList<>();

    private final TwoWorlds worlds;
    private final TimersOfService timers;
    private final TestClock clock;
    private final GreenMail mails =
            new GreenMail(new ServerSetup(SubscriptionServers.MAIL_PORT, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    ChannelOracleTest(TwoWorlds worlds, TimersOfService timers, Clock clock) {
        this.worlds = worlds;
        this.timers = timers;
        this.clock = (TestClock) clock;
    }

    /** The ways out of a feed. */
    private enum Channel {
        STREAM,
        ATOM,
        WEBHOOK,
        MAIL
    }

    @BeforeEach
    void bothWorlds() throws IOException {
        mails.start();
        if (world != null) {
            return;
        }
        Happenings.begin();
        receiver = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        receiver.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        receiver.createContext("/", exchange -> {
            CAME.add(exchange.getRequestHeaders().getFirst("webhook-id") + "\n"
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        receiver.start();
        KeptRecords.put(KeptRecords.bulletin(VISIBLE, "Alert about an IMSI catcher", "JP", "DE"));
        rule(READER);
        atom = made(READER, ATOM, "{\"name\":\"A reader\"}", "path");
        hook = made(
                READER,
                HOOKS,
                "{\"name\":\"A system\",\"url\":\"http://127.0.0.1:%d/\"}"
                        .formatted(receiver.getAddress().getPort()),
                "id");
        Happenings.tell(VISIBLE, "published", 1);
        awaitDelivered(1);
        timers.runAll();
        timers.runAll();
        world = World.keep(ComityServers.servers());
        with = worlds.hidden(world, "channels", ChannelOracleTest::hide);
    }

    @AfterEach
    void end() {
        mails.stop();
    }

    private static String made(String account, String path, String body, String what) {
        return Api.as(account)
                .contentType("application/json")
                .body(body)
                .post(path)
                .then()
                .statusCode(201)
                .extract()
                .path(what)
                .toString();
    }

    private static void rule(String account) {
        made(account, RULES, "{\"name\":\"All\",\"channels\":[\"MAIL\"],\"frequency\":\"AT_ONCE\"}", "id");
    }

    /** What happened for others alone. */
    private static void hide() {
        rule("nl.analyst");
        KeptRecords.put(KeptRecords.bulletin(HIDDEN, "Alert about a jammer", "NL", "FR"));
        Happenings.tell(HIDDEN, "published", 1);
        KeptRecords.put(KeptRecords.bulletin(HIDDEN, "Alert about a jammer", "FR"));
        Happenings.tell(HIDDEN, "release-changed", 1);
    }

    private static void awaitDelivered(int seq) {
        Eventually.itIsSo(
                seq + " was delivered",
                () -> ComityServers.servers()
                                .count("select count(*) from webhook where delivered_seq >= " + seq
                                        + " and claimed_until is null and id = '" + hook + "'")
                        == 1);
    }

    /** What a channel brings, before the next thing happens and after it. */
    private Consumer<Session> session(Channel channel) {
        return session -> {
            CAME.clear();
            purge();
            bring(channel, session);
            KeptRecords.put(KeptRecords.bulletin(VISIBLE, "Alert about an IMSI catcher, corrected", "JP", "DE"));
            Happenings.tell(VISIBLE, "updated", 2);
            bring(channel, session);
            KeptRecords.put(KeptRecords.bulletin(VISIBLE, "Alert about an IMSI catcher", "JP", "DE"));
        };
    }

    private void purge() {
        try {
            mails.purgeEmailFromAllMailboxes();
        } catch (com.icegreen.greenmail.store.FolderException e) {
            throw new IllegalStateException(e);
        }
    }

    private void bring(Channel channel, Session session) {
        switch (channel) {
            case STREAM -> {
                // at the instant of the two worlds the token has expired, and a stream ends with its token
                Instant then = clock.instant();
                clock.run();
                session.told("stream", stream(session.token()));
                clock.set(then);
            }
            case ATOM -> session.get(atom);
            case WEBHOOK -> {
                awaitDelivered(head());
                session.told("webhook", String.join("\n\n", CAME));
                session.get(HOOKS + "/" + hook);
                session.told(
                        "deliveries",
                        Api.as(READER)
                                .get(HOOKS + "/" + hook + "/deliveries")
                                .asString()
                                .replaceAll("\"tookMs\":[0-9]+|\"id\":\"[^\"]+\"|\"at\":\"[^\"]+\"", "~"));
            }
            case MAIL -> {
                // a window has to be over before it is told
                clock.set(clock.instant().plusSeconds(1));
                timers.runAll();
                timers.runAll();
                session.told("mail", mailsTo("jp.analyst@demo.invalid"));
            }
        }
    }

    /** The last number of the reader's feed. */
    private static int head() {
        return (int) ComityServers.servers()
                .count("select coalesce(max(seq), 0) from feed_head where state = 'JP' and desk = 'ANALYSIS'");
    }

    /** All that a stream tells from its beginning, until it says that it has no more. */
    private static String stream(String token) {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + RestAssured.port + "/subscriptions/v1/stream"))
                .header("Authorization", "Bearer " + token)
                .header("Last-Event-ID", "0")
                .build();
        List<String> lines = new ArrayList<>();
        int beats = 0;
        try (HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            HttpResponse<java.io.InputStream> answer = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (BufferedReader reader =
                    new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
                for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                    if (line.startsWith(":")) {
                        beats++;
                    } else {
                        lines.add(line);
                    }
                    if (beats == 2) {
                        break;
                    }
                }
            }
            http.shutdownNow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return String.join("\n", lines);
    }

    private String mailsTo(String address) {
        StringBuilder all = new StringBuilder();
        try {
            for (MimeMessage mail : mails.getReceivedMessages()) {
                if (Arrays.toString(mail.getAllRecipients()).contains(address)) {
                    all.append(mail.getSubject())
                            .append('\n')
                            .append(mail.getContent())
                            .append('\n');
                }
            }
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException(e);
        }
        return all.toString();
    }

    @ParameterizedTest
    @EnumSource(Channel.class)
    void R382_no_channel_tells_of_what_is_hidden(Channel channel) {
        assertEquals(Optional.empty(), worlds.compare(world, with, READER, session(channel)));
    }

    @Test
    void each_channel_brings_something() {
        for (Channel channel : Channel.values()) {
            List<String> told = worlds.answers(world, READER, session(channel));
            assertTrue(
                    String.join("", told).contains(channel == Channel.MAIL ? "Something waits" : VISIBLE.toString()),
                    channel + ": " + told);
        }
    }

    static Stream<Arguments> leaks() {
        // another state's entry among those of Japan, with the next number
        String entry =
                "with next as (update feed_head set seq = seq + 1 where state = 'JP' and desk = 'ANALYSIS' returning seq)"
                        + " update feed_entry set state = 'JP', desk = 'ANALYSIS', seq = (select seq from next)"
                        + " where id = (select id from feed_entry where state = 'FR' and record = '" + HIDDEN
                        + "' limit 1)";
        // a match of a rule of the Netherlands among those of a rule of Japan
        String match = "update rule_match set rule_id = (select id from rule where state = 'JP' limit 1), seq = 1"
                + " where rule_id in (select id from rule where state = 'NL')"
                + " and ctid = (select min(ctid) from rule_match where rule_id in (select id from rule where state = 'NL'))";
        return Stream.of(
                Arguments.of(Channel.STREAM, List.of(entry)),
                Arguments.of(Channel.ATOM, List.of(entry)),
                Arguments.of(Channel.WEBHOOK, List.of(entry)),
                Arguments.of(
                        Channel.MAIL,
                        List.of(
                                "delete from rule_match where rule_id in (select id from rule where state = 'JP')",
                                match)));
    }

    @ParameterizedTest
    @MethodSource("leaks")
    void a_leak_in_a_channel_is_found(Channel channel, List<String> plant) {
        World leaking = worlds.hidden(world, "planted_" + channel.name().toLowerCase(java.util.Locale.ROOT), () -> {
            hide();
            ComityServers.servers().sql(plant.toArray(String[]::new));
        });
        assertTrue(worlds.finds(world, leaking, READER, session(channel)));
    }
}
