package org.comity.local;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.comity.backing.Ports;

/**
 * On which ports of 127.0.0.1 the parts listen.
 *
 * @param portal the web pages
 * @param keycloak sign-in
 * @param registry the registry's API
 * @param denials the denials' API
 * @param postgres the database
 * @param kafka the broker
 * @param controller the broker's controller, which nobody else calls
 * @param management where each service tells its health and its metrics, by the service's name
 */
record Addresses(
        int portal,
        int keycloak,
        int registry,
        int denials,
        int postgres,
        int kafka,
        int controller,
        Map<String, Integer> management) {

    /** What follows a service's name in the name of its management port. */
    private static final String MANAGEMENT = "-management";

    private static final List<String> SERVICES = List.of("portal", "registry", "denials");

    private static final Map<String, Integer> USUAL = usual();

    private static Map<String, Integer> usual() {
        Map<String, Integer> usual = new LinkedHashMap<>();
        usual.put("portal", 8080);
        usual.put("keycloak", 8180);
        usual.put("registry", 8081);
        usual.put("denials", 8082);
        usual.put("postgres", 15432);
        usual.put("kafka", 19092);
        usual.put("controller", 19093);
        usual.put("portal-management", 9080);
        usual.put("registry-management", 9081);
        usual.put("denials-management", 9082);
        return usual;
    }

    /**
     * The usual ports, with what {@code text} changes: {@code portal=9080,kafka=0}, where 0 is any free port, or
     * {@code base=20000} for ten ports in a row, or {@code base=0} for ten free ones.
     */
    static Addresses of(String text) {
        Map<String, Integer> ports = new HashMap<>(USUAL);
        for (String part : text.isBlank() ? List.<String>of() : Arrays.asList(text.split(","))) {
            String[] pair = part.strip().split("=", 2);
            int port = port(part, pair);
            if (pair[0].equals("base")) {
                int next = port;
                for (String name : USUAL.keySet()) {
                    ports.put(name, port == 0 ? 0 : next++);
                }
            } else if (ports.containsKey(pair[0])) {
                ports.put(pair[0], port);
            } else {
                throw new LaunchException("--ports does not know \"" + pair[0] + "\". It knows "
                        + String.join(", ", USUAL.keySet()) + " and base.");
            }
        }
        return of(chosen(ports));
    }

    private static int port(String part, String... pair) {
        try {
            int port = Integer.parseInt(pair.length == 2 ? pair[1].strip() : "");
            if (port >= 0 && port <= 65_535) {
                return port;
            }
        } catch (NumberFormatException e) {
            // said below, as for a number out of bounds
        }
        throw new LaunchException("--ports wants NAME=PORT with a port from 0 to 65535, not \"" + part + "\".");
    }

    private static Map<String, Integer> chosen(Map<String, Integer> wanted) {
        Set<Integer> taken = new LinkedHashSet<>(wanted.values());
        Map<String, Integer> ports = new HashMap<>();
        wanted.forEach((name, port) -> {
            int choice = port;
            while (choice == 0 || (port == 0 && taken.contains(choice))) {
                choice = Ports.free();
            }
            taken.add(choice);
            ports.put(name, choice);
        });
        return ports;
    }

    private static Addresses of(Map<String, Integer> ports) {
        return new Addresses(
                ports.get("portal"),
                ports.get("keycloak"),
                ports.get("registry"),
                ports.get("denials"),
                ports.get("postgres"),
                ports.get("kafka"),
                ports.get("controller"),
                SERVICES.stream()
                        .collect(Collectors.toUnmodifiableMap(name -> name, name -> ports.get(name + MANAGEMENT))));
    }

    /** Name and port of each, in the order in which they are told. */
    Map<String, Integer> byName() {
        Map<String, Integer> ports = new LinkedHashMap<>();
        ports.put("portal", portal);
        ports.put("keycloak", keycloak);
        ports.put("registry", registry);
        ports.put("denials", denials);
        ports.put("postgres", postgres);
        ports.put("kafka", kafka);
        ports.put("controller", controller);
        SERVICES.forEach(name -> ports.put(name + MANAGEMENT, management.get(name)));
        return ports;
    }

    /** Refuses to start when somebody else has one of the ports. */
    void requireFree() {
        Map<String, Integer> taken = new LinkedHashMap<>();
        byName().forEach((name, port) -> {
            if (!Ports.isFree(port)) {
                taken.put(name, port);
            }
        });
        if (!taken.isEmpty()) {
            String which = taken.entrySet().stream()
                    .map(entry -> entry.getValue() + " (" + entry.getKey() + ")")
                    .collect(Collectors.joining(", "));
            String instead = taken.keySet().stream().map(name -> name + "=0").collect(Collectors.joining(","));
            throw new LaunchException(
                    (taken.size() == 1 ? "Port " : "Ports ") + which + (taken.size() == 1 ? " is" : " are")
                            + " in use by another program. Stop that program, or let Comity take any free port: ./comity up"
                            + " --ports " + instead);
        }
    }

    String portalUrl() {
        return "http://127.0.0.1:" + portal;
    }

    String keycloakUrl() {
        return "http://127.0.0.1:" + keycloak;
    }

    String registryUrl() {
        return "http://127.0.0.1:" + registry;
    }

    String denialsUrl() {
        return "http://127.0.0.1:" + denials;
    }
}
