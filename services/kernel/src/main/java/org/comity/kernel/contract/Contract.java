package org.comity.kernel.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the service's file in openapi/ promises: which addresses there are, with which methods and which parameters of a
 * query.
 */
public final class Contract {

    private static final Set<String> METHODS = Set.of("GET", "PUT", "POST", "PATCH", "DELETE");
    private static final Pattern PLACE = Pattern.compile("\\{[^}]+}");

    private final byte[] yaml;
    private final JsonNode file;
    private final List<Address> addresses;

    private Contract(byte[] yaml, JsonNode file) {
        this.yaml = yaml;
        this.file = file;
        List<Address> found = new ArrayList<>();
        file.path("paths").properties().forEach(path -> found.add(address(path.getKey(), path.getValue())));
        // an address without a place for a value stands before one with: /imports/template before /imports/{id}
        found.sort(Comparator.comparingInt(Address::places));
        this.addresses = List.copyOf(found);
    }

    /**
     * The contract in this file of the class path.
     *
     * @throws UncheckedIOException if the file is no YAML
     */
    static Optional<Contract> onClassPath(String resource) {
        try (InputStream in = Thread.currentThread().getContextClassLoader().getResourceAsStream(resource)) {
            if (in == null) {
                return Optional.empty();
            }
            byte[] yaml = in.readAllBytes();
            return Optional.of(new Contract(yaml, new YAMLMapper().readTree(yaml)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file, byte for byte. */
    byte[] yaml() {
        return yaml.clone();
    }

    /** The same in JSON. */
    String json() {
        try {
            return new com.fasterxml.jackson.databind.ObjectMapper().writeValueAsString(file);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The methods of this address, in alphabetical order, {@code HEAD} beside {@code GET}; none where the contract has no
     * such address.
     *
     * @param path as it stands in the request, percent-encoded
     */
    public Set<String> methods(String path) {
        return address(path).map(Address::methods).orElse(Set.of());
    }

    /**
     * The parameters of a query that this operation has, and how often each may stand; empty where the contract has no
     * such operation.
     *
     * @param path as it stands in the request, percent-encoded
     */
    public Optional<Map<String, Integer>> queryParameters(String method, String path) {
        String verb = method.equals("HEAD") ? "GET" : method;
        return address(path).map(address -> address.parameters().get(verb));
    }

    private Optional<Address> address(String path) {
        return addresses.stream()
                .filter(address -> address.pattern().matcher(path).matches())
                .findFirst();
    }

    private Address address(String template, JsonNode path) {
        Map<String, Map<String, Integer>> parameters = new HashMap<>();
        path.properties().forEach(verb -> {
            String method = verb.getKey().toUpperCase(Locale.ROOT);
            if (METHODS.contains(method)) {
                Map<String, Integer> names = new HashMap<>();
                addQueryParameters(path.path("parameters"), names);
                addQueryParameters(verb.getValue().path("parameters"), names);
                parameters.put(method, Map.copyOf(names));
            }
        });
        Set<String> methods = new TreeSet<>(parameters.keySet());
        if (methods.contains("GET")) {
            methods.add("HEAD");
        }
        return new Address(pattern(template), places(template), methods, parameters);
    }

    private void addQueryParameters(JsonNode declared, Map<String, Integer> names) {
        for (JsonNode each : declared) {
            JsonNode parameter = resolved(each);
            if (parameter.path("in").asText().equals("query")) {
                JsonNode schema = resolved(parameter.path("schema"));
                names.put(
                        parameter.path("name").asText(),
                        schema.path("type").asText().equals("array")
                                ? schema.path("maxItems").asInt(1)
                                : 1);
            }
        }
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? file.at(node.path("$ref").asText().substring(1)) : node;
    }

    private static Pattern pattern(String template) {
        StringBuilder pattern = new StringBuilder();
        Matcher place = PLACE.matcher(template);
        int from = 0;
        while (place.find()) {
            pattern.append(Pattern.quote(template.substring(from, place.start())))
                    .append("[^/]+");
            from = place.end();
        }
        return Pattern.compile(
                pattern.append(Pattern.quote(template.substring(from))).toString());
    }

    private static int places(String template) {
        return (int) PLACE.matcher(template).results().count();
    }

    private record Address(
            Pattern pattern, int places, Set<String> methods, Map<String, Map<String, Integer>> parameters) {}
}
