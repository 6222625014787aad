package org.comity.subscriptions.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A request of a webhook goes to the address that was looked at. */
class WebhookClientTest {

    private static final Duration SOON = Duration.ofSeconds(2);

    private final Vertx vertx = Vertx.vertx();
    private final List<String> hosts = new CopyOnWriteArrayList<>();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            hosts.add(exchange.getRequestHeaders().getFirst("Host"));
            exchange.sendResponseHeaders(200, 0);
            try (var body = exchange.getResponseBody()) {
                byte[] part = new byte[1024];
                while (true) {
                    body.write(part);
                }
            }
        });
        server.createContext("/hangs", exchange -> {});
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        vertx.close();
    }

    private String url(String path) {
        return "http://hooks.example:" + server.getAddress().getPort() + path;
    }

    private WebhookClient client(WebhookAddress addresses) {
        return new WebhookClient(vertx, addresses);
    }

    @Test
    void R406_a_name_is_looked_up_once_and_the_request_goes_to_what_was_found() throws Exception {
        AtomicInteger looked = new AtomicInteger();
        WebhookAddress addresses = new WebhookAddress(true, name -> {
            looked.incrementAndGet();
            return new InetAddress[] {InetAddress.getByAddress(name, new byte[] {127, 0, 0, 1})};
        });
        // the answer has no end: its status alone is read
        WebhookClient.Taken taken = client(addresses).post(url("/x"), Map.of(), "{}", SOON);
        assertEquals(WebhookClient.Outcome.DELIVERED, taken.outcome());
        assertEquals(1, looked.get());
        assertEquals(List.of("hooks.example:" + server.getAddress().getPort()), hosts);
    }

    @Test
    void R406_a_name_that_came_to_mean_a_private_address_is_not_asked() throws Exception {
        AtomicInteger looked = new AtomicInteger();
        WebhookAddress addresses = new WebhookAddress(false, name -> new InetAddress[] {
            looked.incrementAndGet() == 1 ? InetAddress.getByName("93.184.216.34") : InetAddress.getByName("127.0.0.1")
        });
        assertTrue(addresses.fault("https://hooks.example/").isEmpty());
        WebhookClient.Taken taken = client(addresses).post(url("/x"), Map.of(), "{}", SOON);
        assertEquals(WebhookClient.Outcome.PRIVATE_ADDRESS, taken.outcome());
        assertEquals(List.of(), hosts);
    }

    @Test
    void R406_one_private_address_among_several_is_enough() {
        WebhookAddress addresses = new WebhookAddress(false, name ->
                new InetAddress[] {InetAddress.getByName("93.184.216.34"), InetAddress.getByName("10.0.0.1")});
        assertTrue(addresses.fault("https://hooks.example/").isPresent());
    }

    @Test
    void R407_an_answer_that_does_not_come_is_not_waited_for() throws Exception {
        WebhookAddress addresses =
                new WebhookAddress(true, name -> new InetAddress[] {InetAddress.getLoopbackAddress()});
        WebhookClient.Taken taken = client(addresses).post(url("/hangs"), Map.of(), "{}", Duration.ofMillis(300));
        assertEquals(WebhookClient.Outcome.NO_ANSWER, taken.outcome());
    }
}
