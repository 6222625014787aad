package org.comity.portal.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** Every address and parameter that the portal asks a service for is in the contract of the service. */
class ServicesTest {

    private static final Pattern ADDRESS = Pattern.compile("\"(/[a-z]+/v1/[^\"]+)\"");
    private static final Pattern STEP = Pattern.compile("Step\\.(?:<[\\w.]+>)?of\\(\\s*\"([\\w-]+)\"");
    private static final Pattern OTHER_VERB = Pattern.compile("\\.to\\((?:\"([\\w-]+)\")?");
    private static final Pattern PARAMETER = Pattern.compile("\\.with\\(\\s*\"(\\w+)\"");
    private static final Pattern PLACE = Pattern.compile("\\{\\w+}");
    private static final Pattern NAME_OF_PARAMETER = Pattern.compile("(?m)^\\s*(?:- )?\\{?name: (\\w+)");

    @Test
    void every_address_is_one_of_a_contract() throws IOException {
        Set<String> addresses = found(ADDRESS);
        List<String> strange = new ArrayList<>();
        for (String address : addresses) {
            Map<String, Map<String, Object>> yaml = new Yaml().load(contract(service(address)));
            if (yaml.get("paths").keySet().stream().noneMatch(path -> path.matches(pattern(address)))) {
                strange.add(address);
            }
        }

        assertTrue(addresses.size() > 25, "found only " + addresses);
        assertEquals(List.of(), strange);
    }

    @Test
    void every_parameter_is_one_of_a_contract() throws IOException {
        Set<String> names = new TreeSet<>();
        for (String service : services()) {
            NAME_OF_PARAMETER.matcher(contract(service)).results().forEach(it -> names.add(it.group(1)));
        }

        Set<String> strange = found(PARAMETER);
        assertTrue(strange.contains("cursor"), "found only " + strange);
        strange.removeAll(names);

        assertEquals(Set.of(), strange);
    }

    @Test
    void every_step_is_sent_to_an_address_of_a_contract() throws IOException {
        Set<String> verbs = new TreeSet<>();
        for (String service : services()) {
            Map<String, Map<String, Map<String, Object>>> yaml = new Yaml().load(contract(service));
            yaml.get("paths").forEach((path, methods) -> {
                if (methods.containsKey("post")) {
                    verbs.add(path.substring(path.lastIndexOf('/') + 1));
                }
            });
        }

        Set<String> sent = new TreeSet<>();
        Arrays.stream(NoticeKind.values()).map(NoticeKind::verb).forEach(sent::add);
        for (String source : sources()) {
            // a step ends where the next one begins
            for (String step : source.split("(?=Step\\.(<[\\w.]+>)?of\\()")) {
                Matcher verb = STEP.matcher(step);
                Matcher other = OTHER_VERB.matcher(step);
                // what a step replaces is put at the address of its record
                if (verb.find() && !step.contains(".replaces()")) {
                    sent.add(other.find() ? Objects.requireNonNullElse(other.group(1), "close") : verb.group(1));
                }
            }
        }

        assertTrue(sent.size() > 15, "found only " + sent);
        sent.removeAll(verbs);
        assertEquals(Set.of(), sent);
    }

    @Test
    void every_service_has_an_address_in_the_configuration() throws IOException {
        Properties configuration = new Properties();
        try (Reader file = Files.newBufferedReader(Path.of("src/main/resources/application.properties"))) {
            configuration.load(file);
        }

        assertEquals(
                List.of(),
                services().stream()
                        .filter(it -> configuration.getProperty("comity." + it + ".url") == null)
                        .toList());
    }

    @Test
    void a_value_in_an_address_is_encoded() {
        assertEquals("a%2Fb%20%7Bc%7D%26", Services.encoded("a/b {c}&"));
    }

    /** The address as a pattern, in which a placeholder matches any one part of a path. */
    private static String pattern(String address) {
        return PLACE.matcher(address).replaceAll("[^/]+");
    }

    private static String contract(String service) throws IOException {
        return Files.readString(Path.of(System.getProperty("comity.root"), "openapi", service + ".yaml"));
    }

    /** The services that pages call. */
    private static Set<String> services() throws IOException {
        return found(ADDRESS).stream().map(ServicesTest::service).collect(Collectors.toSet());
    }

    private static String service(String address) {
        return address.split("/", 3)[1];
    }

    private static Set<String> found(Pattern pattern) throws IOException {
        Set<String> found = new TreeSet<>();
        for (String source : sources()) {
            pattern.matcher(source)
                    .results()
                    .map((MatchResult it) -> it.group(1))
                    .forEach(found::add);
        }
        return found;
    }

    private static List<String> sources() throws IOException {
        List<String> sources = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path source : files.filter(Files::isRegularFile).toList()) {
                sources.add(Files.readString(source));
            }
        }
        return sources;
    }
}
