package org.comity.system;

import static org.comity.system.ReleasedDenial.DENIALS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.comity.backing.Folders;
import org.comity.backing.HttpProbe;
import org.comity.backing.Waiting;
import org.comity.local.DemoClient;
import org.comity.local.LaunchedComity;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The first start of Comity on new data, and what may happen while it runs. */
@Order(1)
class FirstStartIT {

    private static LaunchedComity comity;

    @BeforeAll
    static void start() {
        comity = SharedComity.get();
    }

    @Test
    void a_denial_that_is_released_to_germany_is_read_by_germany_and_does_not_exist_for_japan() {
        try (DemoClient client = ReleasedDenial.client(comity)) {
            String japan = client.token("jp.officer");
            DemoClient.Answer before = client.get(DENIALS + "?limit=100", japan);

            ReleasedDenial denial = ReleasedDenial.toGermany(client);

            JsonNode read =
                    client.get(denial.path(), client.token("de.officer")).body();
            assertEquals("NOTIFIED", read.get("status").asText());
            assertEquals(denial.ref(), read.get("ref").asText());
            assertEquals("Lumen Grid Invented Ltd", read.at("/parties/0/name").asText());
            assertFalse(read.has("nationalRef"));
            assertEquals(404, client.tryGet(denial.path(), japan).status());
            assertEquals(
                    before.body(), client.get(DENIALS + "?limit=100", japan).body());
        }
    }

    @Test
    void the_demonstration_has_its_invented_denials_and_the_portal_a_page() {
        try (DemoClient client = ReleasedDenial.client(comity)) {
            JsonNode seen = client.get(DENIALS + "?limit=100", client.token("fr.officer"))
                    .body()
                    .get("items");

            assertTrue(seen.size() > 20, "France sees " + seen.size());
            assertTrue(comity.said().contains("33 invented denials are loaded"), comity.said());
            assertTrue(HttpProbe.isOk(comity.url("portal") + "/"));
        }
    }

    @Test
    void a_second_launcher_on_the_same_data_is_refused_with_a_sentence() {
        LaunchedComity second = LaunchedComity.begin(SharedComity.DATA);

        assertEquals(1, second.awaitEnd());
        assertTrue(second.said().startsWith("comity: Comity already runs on the data in"), second.said());
        assertTrue(second.said().contains("./comity down"), second.said());
    }

    @Test
    void a_port_in_use_is_refused_with_a_sentence() throws IOException {
        Path other = SharedComity.DATA.resolveSibling("other-data");
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            LaunchedComity second = LaunchedComity.begin(other, "--ports", "base=0,portal=" + taken.getLocalPort());

            assertEquals(1, second.awaitEnd());
            assertTrue(
                    second.said().contains("Port " + taken.getLocalPort() + " (portal) is in use by another program."),
                    second.said());
        } finally {
            Folders.delete(other);
        }
    }

    @Test
    void fresh_leaves_a_folder_alone_that_comity_did_not_make() throws IOException {
        Path precious = Files.createTempDirectory("precious");
        Path letter = Files.writeString(precious.resolve("letter.txt"), "dear reader");

        LaunchedComity refused = LaunchedComity.begin(precious, "--fresh");

        assertEquals(1, refused.awaitEnd());
        assertTrue(refused.said().contains("was not made by Comity"), refused.said());
        assertEquals("dear reader", Files.readString(letter));
        Folders.delete(precious);
    }

    @Test
    void a_service_that_is_killed_comes_back_and_has_lost_nothing() {
        try (DemoClient client = ReleasedDenial.client(comity)) {
            ReleasedDenial denial = ReleasedDenial.toGermany(client);
            ProcessHandle killed = comity.part("denials").orElseThrow();
            killed.destroyForcibly();

            assertTrue(
                    Waiting.until(Duration.ofSeconds(60), () -> comity.said().contains("denials is ready again")),
                    comity.said());
            assertNotEquals(killed.pid(), comity.part("denials").orElseThrow().pid());
            assertEquals(
                    200,
                    client.tryGet(denial.path(), client.token("de.officer")).status());
            assertTrue(comity.said().contains("denials ended unexpectedly"), comity.said());
        }
    }
}
