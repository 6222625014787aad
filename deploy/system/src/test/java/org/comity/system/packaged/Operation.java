package org.comity.system.packaged;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * An operation of a contract.
 *
 * @param file the whole contract, to which references lead
 * @param parameters of the path, the query and the headers, resolved
 * @param body the schema of a JSON body; missing where there is none
 */
record Operation(
        String service, String method, String path, JsonNode file, List<JsonNode> parameters, JsonNode definition) {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");

    /** All operations of a service. */
    static List<Operation> of(String service) {
        try {
            JsonNode file = new YAMLMapper().readTree(Packaged.contract(service).toFile());
            List<Operation> operations = new ArrayList<>();
            file.path("paths")
                    .properties()
                    .forEach(path -> path.getValue().properties().forEach(verb -> {
                        if (METHODS.contains(verb.getKey())) {
                            List<JsonNode> parameters = new ArrayList<>();
                            path.getValue().path("parameters").forEach(each -> parameters.add(resolved(file, each)));
                            verb.getValue().path("parameters").forEach(each -> parameters.add(resolved(file, each)));
                            operations.add(new Operation(
                                    service,
                                    verb.getKey().toUpperCase(Locale.ROOT),
                                    path.getKey(),
                                    file,
                                    List.copyOf(parameters),
                                    verb.getValue()));
                        }
                    }));
            return List.copyOf(operations);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode resolved(JsonNode file, JsonNode node) {
        JsonNode found = node;
        while (found.has("$ref")) {
            found = file.at(found.path("$ref").asText().substring(1));
        }
        return found;
    }

    JsonNode resolved(JsonNode node) {
        return resolved(file, node);
    }

    /** Whether it needs no token. */
    boolean isOpen() {
        return definition.path("security").isArray()
                && definition.path("security").isEmpty();
    }

    /** Whether its answer goes on for as long as the caller listens. */
    boolean streams() {
        return !definition.at("/responses/200/content/text~1event-stream").isMissingNode();
    }

    JsonNode jsonBody() {
        return definition.at("/requestBody/content/application~1json/schema");
    }

    boolean takesJson() {
        return !jsonBody().isMissingNode();
    }

    /** The media type of its body, as the contract says it; empty where it takes none. */
    Optional<String> bodyType() {
        Iterator<String> types = definition.at("/requestBody/content").fieldNames();
        return types.hasNext() ? Optional.of(types.next()) : Optional.empty();
    }

    boolean takesForm() {
        return !definition.at("/requestBody/content/multipart~1form-data").isMissingNode();
    }

    /** The path with something in the place of each of its parameters. */
    String anyPath() {
        return path.replaceAll("\\{[^}]*}", "00000000-0000-4000-8000-000000000000");
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
