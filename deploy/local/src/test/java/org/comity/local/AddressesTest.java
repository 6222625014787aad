package org.comity.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressesTest {

    private static final Map<String, Integer> USUAL = Map.of("portal", 9080, "registry", 9081, "denials", 9082);

    @Test
    void the_usual_ports_are_those_that_the_documents_name() {
        assertEquals(new Addresses(8080, 8180, 8081, 8082, 15432, 19092, 19093, USUAL), Addresses.of(""));
    }

    @Test
    void one_port_can_be_changed() {
        assertEquals(
                new Addresses(18080, 8180, 8081, 8082, 25432, 19092, 19093, USUAL),
                Addresses.of("portal=18080, postgres=25432"));
    }

    @Test
    void a_base_gives_ten_ports_in_a_row() {
        assertEquals(
                new Addresses(
                        20000,
                        20001,
                        20002,
                        20003,
                        20004,
                        20005,
                        20006,
                        Map.of("portal", 20007, "registry", 20008, "denials", 20009)),
                Addresses.of("base=20000"));
    }

    @Test
    void zero_is_any_free_port_and_no_two_are_the_same() {
        Addresses addresses = Addresses.of("base=0");

        assertEquals(10, new HashSet<>(addresses.byName().values()).size());
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
