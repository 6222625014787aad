package org.comity.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.comity.backing.Folders;
import org.comity.backing.HttpProbe;
import org.comity.backing.Waiting;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * The whole of Comity as {@code ./comity up} starts it, on free ports. The tests share one data folder and run in
 * order, since a start takes half a minute: the first start, what can happen to it, its end by force, the second start,
 * its orderly end.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WholeSystemIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path ROOT = Path.of(System.getProperty("comity.root"));
    private static final Path DATA = ROOT.resolve("deploy/local/target/whole-system");
    private static final String DENIALS = "/denials/v1/denials";

    private static LaunchedStack comity;
    private static String denialForGermany;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        LaunchedStack.down(DATA);
        Folders.delete(DATA);
        comity = LaunchedStack.up(DATA, "--ports", "base=0");
        System.out.println("first start: " + comity.awaitReady());
    }

    @AfterAll
    static void stop() throws IOException, InterruptedException {
        LaunchedStack.down(DATA);
    }

    @Test
    @Order(1)
    void a_denial_that_is_released_to_germany_is_read_by_germany_and_does_not_exist_for_japan() throws IOException {
        try (DemoClient client = client()) {
            String japan = client.token("jp.officer");
            DemoClient.Answer before = client.get(DENIALS + "?limit=100", japan);

            String officer = client.token("nl.officer");
            DemoClient.Answer draft = client.post(DENIALS, officer, denial(), Map.of());
            String record = DENIALS + "/" + draft.body().get("id").asText();
            DemoClient.Answer submitted = step(client, record + "/submit", officer, draft);
            DemoClient.Answer notified = step(client, record + "/approve", client.token("nl.approver"), submitted);
            denialForGermany = record;

            assertEquals("NOTIFIED", notified.body().get("status").asText());
            JsonNode read = client.get(record, client.token("de.officer")).body();
            assertEquals(draft.body().get("ref"), read.get("ref"));
            assertEquals("Lumen Grid Invented Ltd", read.at("/parties/0/name").asText());
            assertFalse(read.has("nationalRef"));
            assertEquals(404, client.tryGet(record, japan).status());
            assertEquals(
                    before.body(), client.get(DENIALS + "?limit=100", japan).body());
        }
    }

    @Test
    @Order(2)
    void the_demonstration_has_its_invented_denials_and_the_portal_a_page() throws IOException {
        try (DemoClient client = client()) {
            JsonNode seen = client.get(DENIALS + "?limit=100", client.token("fr.officer"))
                    .body()
                    .get("items");

            assertTrue(seen.size() > 20, "France sees " + seen.size());
            assertTrue(comity.said().contains("33 invented denials are loaded"), comity.said());
            assertTrue(HttpProbe.isOk("http://127.0.0.1:" + comity.port("portal") + "/"));
        }
    }

    @Test
    @Order(3)
    void a_second_launcher_on_the_same_data_is_refused_with_a_sentence() throws IOException, InterruptedException {
        LaunchedStack second = LaunchedStack.up(DATA, "--ports", "base=0");

        assertEquals(1, second.awaitEnd());
        assertTrue(second.said().startsWith("comity: Comity already runs on the data in"), second.said());
        assertTrue(second.said().contains("./comity down"), second.said());
    }

    @Test
    @Order(4)
    void a_port_in_use_is_refused_with_a_sentence() throws IOException, InterruptedException {
        Path other = DATA.resolveSibling("whole-system-other");
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            LaunchedStack second = LaunchedStack.up(other, "--ports", "base=0,portal=" + taken.getLocalPort());

            assertEquals(1, second.awaitEnd());
            assertTrue(
                    second.said().contains("Port " + taken.getLocalPort() + " (portal) is in use by another program."),
                    second.said());
        } finally {
            Folders.delete(other);
        }
    }

    @Test
    @Order(5)
    void fresh_leaves_a_folder_alone_that_comity_did_not_make() throws IOException, InterruptedException {
        Path precious = Files.createTempDirectory("precious");
        Path letter = Files.writeString(precious.resolve("letter.txt"), "dear reader");

        LaunchedStack refused = LaunchedStack.up(precious, "--fresh", "--ports", "base=0");

        assertEquals(1, refused.awaitEnd());
        assertTrue(refused.said().contains("was not made by Comity"), refused.said());
        assertEquals("dear reader", Files.readString(letter));
        Folders.delete(precious);
    }

    @Test
    @Order(6)
    void a_service_that_is_killed_comes_back_and_has_lost_nothing() throws IOException {
        ProcessHandle killed = comity.part("denials");
        killed.destroyForcibly();

        assertTrue(
                Waiting.until(Duration.ofSeconds(60), () -> comity.said().contains("denials is ready again")),
                comity.said());
        assertNotEquals(killed.pid(), comity.part("denials").pid());
        try (DemoClient client = client()) {
            assertEquals(
                    200,
                    client.tryGet(denialForGermany, client.token("de.officer")).status());
        }
        assertTrue(comity.said().contains("denials ended unexpectedly"), comity.said());
    }

    @Test
    @Order(7)
    void down_cleans_up_after_a_launcher_that_was_killed() throws IOException, InterruptedException {
        List<ProcessHandle> processes = comity.processes();
        comity.process().destroyForcibly().waitFor();

        String said = LaunchedStack.down(DATA);

        assertTrue(said.startsWith("Stopped what an earlier run had left: denials, keycloak, portal, postgres"), said);
        assertEquals(List.of(), alive(processes));
    }

    @Test
    @Order(8)
    void a_later_start_finds_everything_as_it_was() throws IOException {
        comity = LaunchedStack.up(DATA, "--ports", "base=0");
        Duration took = comity.awaitReady();
        System.out.println("later start: " + took);
        // How quick it is depends on the machine, so it is told and not asserted.
        assertFalse(comity.said().contains("invented denials are loaded"), comity.said());
        try (DemoClient client = client()) {
            assertEquals(
                    200,
                    client.tryGet(denialForGermany, client.token("de.officer")).status());
            assertEquals(
                    404,
                    client.tryGet(denialForGermany, client.token("jp.officer")).status());
        }
    }

    @Test
    @Order(9)
    void stopping_takes_less_than_ten_seconds_and_leaves_no_process() throws InterruptedException {
        List<ProcessHandle> processes = comity.processes();
        long begin = System.nanoTime();

        comity.process().destroy();
        comity.process().waitFor();

        Duration took = Duration.ofNanos(System.nanoTime() - begin);
        System.out.println("stop: " + took);
        assertTrue(took.compareTo(Duration.ofSeconds(10)) < 0, took.toString());
        assertEquals(List.of(), alive(processes));
        assertTrue(comity.said().strip().endsWith("Stopped"), comity.said());
    }

    private static List<String> alive(List<ProcessHandle> processes) {
        // one that has just ended is there until its parent has taken notice
        Waiting.until(Duration.ofSeconds(2), () -> processes.stream().noneMatch(ProcessHandle::isAlive));
        return processes.stream()
                .filter(ProcessHandle::isAlive)
                .map(process -> process.info().commandLine().orElse("?"))
                .toList();
    }

    private static DemoClient client() throws IOException {
        return new DemoClient(
                "http://127.0.0.1:" + comity.port("keycloak"), "http://127.0.0.1:" + comity.port("denials"));
    }

    private static DemoClient.Answer step(DemoClient client, String path, String token, DemoClient.Answer before) {
        return client.post(path, token, JSON.createObjectNode(), Map.of("If-Match", before.etag()));
    }

    private static JsonNode denial() {
        Map<String, Object> denial = new HashMap<>();
        denial.put("kind", "REFUSAL");
        denial.put("decisionDate", LocalDate.now(ZoneOffset.UTC).minusDays(3).toString());
        denial.put("basis", "LISTED");
        denial.put("destinationState", "KZ");
        denial.put(
                "items",
                List.of(Map.of(
                        "controlCode", "5A001.f.2", "controlList", "EU_ANNEX_I", "description", "Identity collector")));
        denial.put("parties", List.of(Map.of("role", "END_USER", "name", "Lumen Grid Invented Ltd", "country", "KZ")));
        denial.put("reasons", List.of(Map.of("criterion", "COC_HR", "misuseTypes", List.of("TARGET_JOURNALISTS"))));
        denial.put("releasability", Map.of("mode", "LIST", "states", List.of("DE")));
        denial.put("permittedUse", List.of("LICENSING"));
        denial.put("nationalRef", "IT-1");
        return JSON.valueToTree(denial);
    }
}
