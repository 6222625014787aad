package org.comity.local;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.comity.backing.ComityService;
import org.comity.backing.Ports;

/**
 * On which ports of 127.0.0.1 the parts listen: services and their management ports, {@code keycloak}, {@code postgres},
 * {@code kafka}, {@code controller}, which Kafka alone calls, {@code smtp}, which takes the demonstration's mails, and {@code mail},
 * the page that shows them.
 *
 * @param byName port of each part, in the order in which they are told
 */
record Addresses(Map<String, Integer> byName) {

    private static final Map<String, Integer> USUAL = usual();

    Addresses {
        byName = Collections.unmodifiableMap(new LinkedHashMap<>(byName));
    }

    private static Map<String, Integer> usual() {
        Map<String, Integer> usual = new LinkedHashMap<>();
        for (ComityService service : ComityService.values()) {
            usual.put(service.id(), service.port());
        }
        usual.put("keycloak", 8180);
        usual.put("postgres", 15432);
        usual.put("kafka", 19092);
        usual.put("controller", 19093);
        usual.put("smtp", 13025);
        usual.put("mail", 8086);
        for (ComityService service : ComityService.values()) {
            usual.put(managementOf(service), service.managementPort());
        }
        return usual;
    }

    private static String managementOf(ComityService service) {
        return service.id() + "-management";
    }

    /**
     * The usual ports, with what {@code text} changes: {@code portal=9080,kafka=0}, where 0 is any free port, or
     * {@code base=20000} for ports in a row from there, or {@code base=0} for free ones.
     */
    static Addresses of(String text) {
        Map<String, Integer> ports = new LinkedHashMap<>(USUAL);
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
        return new Addresses(chosen(ports));
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
        Map<String, Integer> ports = new LinkedHashMap<>();
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

    /** Refuses to start when somebody else has one of the ports. */
    void requireFree() {
        Map<String, Integer> taken = new LinkedHashMap<>();
        byName.forEach((name, port) -> {
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

    /** Port of a part. */
    int port(String part) {
        return Objects.requireNonNull(byName.get(part), part);
    }

    /** Port where a service tells its health and its metrics. */
    int managementPort(ComityService service) {
        return port(managementOf(service));
    }

    /** Host and port of a part. */
    String address(String part) {
        return "127.0.0.1:" + port(part);
    }

    /** Address of a part that speaks HTTP, without a path. */
    String url(String part) {
        return "http://" + address(part);
    }

    /** Address of a service, without a path. */
    String url(ComityService service) {
        return url(service.id());
    }
}
