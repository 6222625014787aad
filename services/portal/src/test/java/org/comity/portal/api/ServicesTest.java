package org.comity.portal.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** Every address and parameter that the portal asks a service for is in the contract of the service. */
class ServicesTest {

    private static final Pattern ADDRESS = Pattern.compile("\\b(?:at|fileAt|openAt)\\(\\s*\"(/[^\"]+)\"");
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

        assertTrue(addresses.size() > 40, "found only " + addresses);
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
        List<Path> sources = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            files.filter(Files::isRegularFile).forEach(sources::add);
        }
        for (Path source : sources) {
            pattern.matcher(Files.readString(source))
                    .results()
                    .map((MatchResult it) -> it.group(1))
                    .forEach(found::add);
        }
        return found;
    }
}
