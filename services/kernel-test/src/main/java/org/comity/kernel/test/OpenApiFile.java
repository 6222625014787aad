package org.comity.kernel.test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a service's file in openapi/ leaves unsaid: each finding names its place, and a complete file has none.
 *
 * <p>Rules: R-251.
 */
public final class OpenApiFile {

    private static final String SCHEMAS = "#/components/schemas/";
    private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");

    /** What every service may answer to anything, as every one of our files calls it. */
    private static final Map<String, String> TO_ANYBODY = Map.of(
            "400", "BadRequest",
            "406", "NotAcceptable",
            "414", "UriTooLong",
            "431", "HeadersTooLarge",
            "503", "Unavailable");

    private static final Map<String, String> WHERE_A_TOKEN_IS_NEEDED =
            Map.of("401", "Unauthorized", "403", "Forbidden");

    private static final Map<String, String> TO_A_BODY = Map.of("413", "TooLarge", "415", "UnsupportedMediaType");

    private final JsonNode file;

    private OpenApiFile(JsonNode file) {
        this.file = file;
    }

    /** The file as it stands. */
    public static OpenApiFile of(Path path) throws IOException {
        return new OpenApiFile(new YAMLMapper().readTree(path.toFile()));
    }

    /** The operations, such as {@code GET /denials/v1/denials}. */
    private Map<String, JsonNode> operations() {
        Map<String, JsonNode> operations = new TreeMap<>();
        file.path("paths").properties().forEach(path -> path.getValue().properties().stream()
                .filter(verb -> METHODS.contains(verb.getKey()))
                .forEach(verb -> operations.put(
                        verb.getKey().toUpperCase(java.util.Locale.ROOT) + " " + path.getKey(), verb.getValue())));
        return operations;
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? file.at(node.path("$ref").asText().substring(1)) : node;
    }

    /** Answers that come and are not declared: of everything, of what needs a token, and of what takes a body. */
    public Set<String> undeclaredAnswers() {
        Set<String> undeclared = new TreeSet<>();
        operations().forEach((name, operation) -> {
            boolean open = operation.path("security").isArray()
                    && operation.path("security").isEmpty();
            Map<String, String> wanted = new TreeMap<>(TO_ANYBODY);
            if (!open) {
                wanted.putAll(WHERE_A_TOKEN_IS_NEEDED);
            }
            if (operation.has("requestBody")) {
                wanted.putAll(TO_A_BODY);
            }
            wanted.forEach((status, answer) -> {
                String declared =
                        operation.path("responses").path(status).path("$ref").asText();
                if (!declared.equals("#/components/responses/" + answer)) {
                    undeclared.add(name + " " + status);
                }
            });
        });
        return undeclared;
    }

    /** Objects that may have any property besides their own, but for forms with files. */
    public Set<String> openObjects() {
        Set<String> open = new TreeSet<>();
        openObjects(file, "", open);
        return open;
    }

    private static void openObjects(JsonNode node, String pointer, Set<String> open) {
        if (pointer.endsWith("/multipart/form-data") || pointer.endsWith("/examples")) {
            return;
        }
        if (node.path("type").asText().equals("object") && !node.has("additionalProperties")) {
            open.add(pointer);
        }
        node.properties().forEach(child -> openObjects(child.getValue(), pointer + "/" + child.getKey(), open));
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            openObjects(node.get(i), pointer + "/" + i, open);
        }
    }

    /** Parameters of these names that are not one of a list of codes, of a schema that others can refer to. */
    public Set<String> parametersWithoutCodes(String... names) {
        Set<String> wanted = Set.of(names);
        Set<String> without = new TreeSet<>();
        operations().forEach((name, operation) -> {
            for (JsonNode each : operation.path("parameters")) {
                JsonNode parameter = resolved(each);
                JsonNode schema = parameter.path("schema");
                if (wanted.contains(parameter.path("name").asText())
                        && !(schema.has("$ref") && resolved(schema).has("enum"))) {
                    without.add(name + " " + parameter.path("name").asText());
                }
            }
        });
        return without;
    }

    /** What is wrong with the examples: a JSON body that has none, and one that its schema does not let through. */
    public List<String> faultyExamples() {
        List<String> faults = new ArrayList<>();
        operations().forEach((name, operation) -> {
            JsonNode schema = operation.at("/requestBody/content/application~1json/schema");
            if (!schema.isMissingNode() && resolved(schema).path("examples").isEmpty()) {
                faults.add(name + " has no example");
            }
        });
        file.at("/components/schemas").properties().forEach(schema -> {
            for (JsonNode example : schema.getValue().path("examples")) {
                schema(schema.getKey())
                        .validate(
                                example.toString(),
                                InputFormat.JSON,
                                context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                        .forEach(error -> faults.add(schema.getKey() + " " + error));
            }
        });
        return faults;
    }

    private Schema schema(String name) {
        ObjectNode whole = JsonNodeFactory.instance.objectNode();
        whole.put("$ref", SCHEMAS + name);
        whole.set("components", file.path("components"));
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(whole.toString(), InputFormat.JSON);
    }

    /** Schemas of JSON that is answered with success and does not promise this property. */
    public Set<String> answeredWithout(String property) {
        Set<String> without = new TreeSet<>();
        operations().values().forEach(operation -> operation.path("responses").properties().stream()
                .filter(answer -> answer.getKey().startsWith("2"))
                .map(answer -> answer.getValue().at("/content/application~1json/schema"))
                .filter(schema -> !schema.isMissingNode())
                .forEach(schema -> {
                    boolean promised = false;
                    for (JsonNode required : resolved(schema).path("required")) {
                        promised |= required.asText().equals(property);
                    }
                    if (!promised) {
                        without.add(
                                schema.path("$ref").asText(schema.toString()).replace(SCHEMAS, ""));
                    }
                }));
        return without;
    }
}
