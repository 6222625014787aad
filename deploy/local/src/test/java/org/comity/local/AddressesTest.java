package org.comity.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.comity.backing.ComityService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressesTest {

    /** The services with their management ports, Keycloak, PostgreSQL, the two ports of Kafka, and the two of mail. */
    private static final int PARTS = 2 * ComityService.values().length + 6;

    @Test
    void the_usual_ports_are_those_that_the_documents_name() {
        assertEquals(
                Map.ofEntries(
                        Map.entry("portal", 8080),
                        Map.entry("registry", 8081),
                        Map.entry("denials", 8082),
                        Map.entry("bulletins", 8083),
                        Map.entry("subscriptions", 8085),
                        Map.entry("keycloak", 8180),
                        Map.entry("postgres", 15432),
                        Map.entry("kafka", 19092),
                        Map.entry("controller", 19093),
                        Map.entry("smtp", 13025),
                        Map.entry("mail", 8086),
                        Map.entry("portal-management", 9080),
                        Map.entry("registry-management", 9081),
                        Map.entry("denials-management", 9082),
                        Map.entry("bulletins-management", 9083),
                        Map.entry("subscriptions-management", 9085)),
                Addresses.of("").byName());
    }

    @Test
    void one_port_can_be_changed() {
        Map<String, Integer> expected = new HashMap<>(Addresses.of("").byName());
        expected.putAll(Map.of("portal", 18080, "postgres", 25432));

        assertEquals(expected, Addresses.of("portal=18080, postgres=25432").byName());
    }

    @Test
    void a_base_gives_ports_in_a_row() {
        assertEquals(
                IntStream.range(20_000, 20_000 + PARTS).boxed().toList(),
                List.copyOf(Addresses.of("base=20000").byName().values()));
    }

    @Test
    void zero_is_any_free_port_and_no_two_are_the_same() {
        Addresses addresses = Addresses.of("base=0");

        assertEquals(PARTS, new HashSet<>(addresses.byName().values()).size());
        assertTrue(addresses.byName().values().stream().allMatch(port -> port > 0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"web=1", "portal", "portal=", "portal=x", "portal=70000", "portal=-1"})
    void what_is_no_port_is_refused_with_a_sentence(String ports) {
        LaunchException refusal = assertThrows(LaunchException.class, () -> Addresses.of(ports));

        assertTrue(refusal.getMessage().startsWith("--ports "), refusal.getMessage());
    }

    @Test
    void a_port_in_use_is_named_with_its_part_and_a_way_out() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Addresses addresses = Addresses.of("base=0,portal=" + taken.getLocalPort());

            LaunchException refusal = assertThrows(LaunchException.class, addresses::requireFree);

            assertEquals(
                    "Port " + taken.getLocalPort() + " (portal) is in use by another program. Stop that program, or let"
                            + " Comity take any free port: ./comity up --ports portal=0",
                    refusal.getMessage());
        }
    }
}
