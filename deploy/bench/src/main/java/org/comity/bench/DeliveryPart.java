package org.comity.bench;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.comity.backing.Waiting;

/** From the request that publishes to streams, to the topics of all states, and to webhooks with one among them that hangs. */
final class DeliveryPart {

    /** Two a second: far below what delivery takes, so that no publication waits for another. */
    private static final Duration BETWEEN = Duration.ofMillis(500);

    private static final int WARM_UP = 20;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final List<String> LISTENERS =
            List.of("de.analyst", "fr.officer", "jp.analyst", "us.poc", "nl.officer");
    private static final String HANGS = "nl";

    private final MeasuredSystem system;
    private final BulletinsApi bulletins;
    private final Tokens tokens;
    private final FeedsOptions options;
    private final Progress progress;
    private final Clock clock = Clock.systemUTC();

    DeliveryPart(
            MeasuredSystem system, BulletinsApi bulletins, Tokens tokens, FeedsOptions options, Progress progress) {
        this.system = system;
        this.bulletins = bulletins;
        this.tokens = tokens;
        this.options = options;
        this.progress = progress;
    }

    /**
     * What was published.
     *
     * @param begun when its approval was sent, by the clock of {@link System#nanoTime()}
     * @param at the same as an instant
     */
    private record Published(Map<String, Long> begun, Map<String, Instant> at) {}

    private Published publish(int count) throws Exception {
        Published published = new Published(new LinkedHashMap<>(), new HashMap<>());
        for (int i = 0; i < count; i++) {
            BulletinsApi.Submitted bulletin = bulletins.submitted(FeedsBenchmark.ANALYST, List.of());
            published.begun().put(bulletin.id(), System.nanoTime());
            published.at().put(bulletin.id(), clock.instant());
            bulletins.approve(FeedsBenchmark.APPROVER, bulletin);
            Thread.sleep(BETWEEN);
        }
        return published;
    }

    FeedsReport.Delivery streamsAndTopics() throws Exception {
        try (Connection subscriptions = system.superuser("subscriptions")) {
            List<String> states = states(subscriptions);
            awaitTopics(subscriptions, states.size());
            progress.step("Warming up with %d publications", WARM_UP);
            publish(WARM_UP);
            progress.step(
                    "Following %d publications to %d streams and %d topics",
                    options.publications(), LISTENERS.size(), states.size());
            Arrivals arrivals = new Arrivals();
            try (HttpClient http = HttpClient.newBuilder()
                            .version(HttpClient.Version.HTTP_1_1)
                            .build();
                    ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (String listener : LISTENERS) {
                    HttpResponse<java.util.stream.Stream<String>> stream =
                            http.send(stream(listener), HttpResponse.BodyHandlers.ofLines());
                    threads.submit(() -> stream.body().forEach(line -> arrivals.came(listener, line)));
                }
                Published published = publish(options.publications());
                int expected = published.begun().size() * LISTENERS.size();
                Waiting.until(PATIENCE, () -> arrivals.nanos(published.begun(), LISTENERS).length == expected);
                Quantiles streams = quantiles(arrivals.nanos(published.begun(), LISTENERS));
                Quantiles topics = quantiles(topics(subscriptions, published, states.size()));
                progress.detail("streams  %s", streams);
                progress.detail("topics   %s", topics);
                http.shutdownNow();
                threads.shutdownNow();
                return new FeedsReport.Delivery(
                        streams, expected, topics, published.begun().size() * states.size());
            }
        }
    }

    private static Quantiles quantiles(long... nanos) {
        if (nanos.length == 0) {
            throw new BenchException("Nothing came of what was published.");
        }
        return Quantiles.ofNanos(nanos);
    }

    private HttpRequest stream(String listener) {
        return HttpRequest.newBuilder(URI.create(system.url("subscriptions") + "/subscriptions/v1/stream"))
                .header("Accept", "text/event-stream")
                .header("Authorization", "Bearer " + tokens.of(listener))
                .GET()
                .build();
    }

    static List<String> states(Connection subscriptions) throws SQLException {
        List<String> states = new ArrayList<>();
        try (Statement statement = subscriptions.createStatement();
                ResultSet row = statement.executeQuery(
                        "select iso2 from member_state where status = 'SUBSCRIBED' order by iso2")) {
            while (row.next()) {
                states.add(row.getString(1));
            }
        }
        return states;
    }

    /** The service makes the topic of each state when it next looks for states without one. */
    static void awaitTopics(Connection subscriptions, int states) {
        if (!Waiting.until(
                Duration.ofMinutes(5), () -> number(subscriptions, "select count(*) from feed_topic") >= states)) {
            throw new BenchException("The topics of the states were not made.");
        }
    }

    static long number(Connection connection, String query) {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new BenchException("A number could not be read: " + e.getMessage(), e);
        }
    }

    /** Until the broker acknowledged the event of each topic: that is when the relay marks it as sent. */
    private static long[] topics(Connection subscriptions, Published published, int states) throws SQLException {
        String[] ids = published.begun().keySet().toArray(String[]::new);
        int expected = ids.length * states;
        List<Long> times = new ArrayList<>();
        Waiting.until(PATIENCE, () -> {
            times.clear();
            try (PreparedStatement query = subscriptions.prepareStatement(
                    "select data ->> 'record', sent_at from outbox where topic like 'feed.%' and sent_at is not null"
                            + " and data ->> 'record' = any (?)")) {
                query.setArray(1, subscriptions.createArrayOf("text", ids));
                try (ResultSet row = query.executeQuery()) {
                    while (row.next()) {
                        Instant sent = row.getObject(2, OffsetDateTime.class).toInstant();
                        times.add(Duration.between(published.at().get(row.getString(1)), sent)
                                .toNanos());
                    }
                }
            } catch (SQLException e) {
                throw new BenchException("The topics' events could not be read: " + e.getMessage(), e);
            }
            return times.size() >= expected;
        });
        return times.stream().mapToLong(Long::longValue).toArray();
    }

    FeedsReport.Webhooks webhooks() throws Exception {
        Arrivals arrivals = new Arrivals();
        CountDownLatch over = new CountDownLatch(1);
        boolean[] hangs = {false};
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                Connection subscriptions = system.superuser("subscriptions");
                ServiceApi api = new ServiceApi(system.url("subscriptions"), tokens)) {
            server.setExecutor(threads);
            server.createContext("/", exchange -> {
                String state = exchange.getRequestURI().getPath().substring(1);
                arrivals.came(state, new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
                if (hangs[0] && state.equals(HANGS)) {
                    await(over);
                }
                exchange.sendResponseHeaders(204, -1);
                exchange.close();
            });
            server.start();
            List<String> states = states(subscriptions).stream()
                    .map(state -> state.toLowerCase(Locale.ROOT))
                    .toList();
            for (String state : states) {
                String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/" + state;
                api.send(
                        api.postRequest(
                                state + ".analyst",
                                "/subscriptions/v1/webhooks",
                                "{\"name\":\"Benchmark\",\"url\":\"" + url + "\"}"),
                        201);
            }
            List<String> others =
                    states.stream().filter(state -> !state.equals(HANGS)).toList();
            progress.step("%d webhooks that answer", states.size());
            publish(WARM_UP / 2);
            Quantiles quiet = come(arrivals, others);
            progress.detail("%s", quiet);
            hangs[0] = true;
            progress.step("The same while that of %s hangs", HANGS);
            Quantiles beside = come(arrivals, others);
            progress.detail("%s", beside);
            over.countDown();
            try (Statement statement = subscriptions.createStatement()) {
                statement.execute("delete from webhook");
            }
            return new FeedsReport.Webhooks(states.size(), quiet, beside);
        } finally {
            over.countDown();
            server.stop(0);
        }
    }

    private Quantiles come(Arrivals arrivals, List<String> others) throws Exception {
        Published published = publish(options.publications());
        int expected = published.begun().size() * others.size();
        boolean all = Waiting.until(PATIENCE, () -> arrivals.nanos(published.begun(), others).length == expected);
        if (!all) {
            progress.detail("not all came");
        }
        return quantiles(arrivals.nanos(published.begun(), others));
    }

    private static void await(CountDownLatch over) throws IOException {
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("stopped", e);
        }
    }
}
