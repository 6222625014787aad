package org.comity.system.packaged;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Values out of the schemas of a contract, mostly such as the schema has, sometimes not. */
final class RandomValue {

    private static final int DEEPEST = 6;
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** What people and attackers type where a text is asked for. */
    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "\u200B",
            "\u202Eabc",
            "a\u0000b",
            "NL",
            "nl",
            "XX",
            "5A001.f.2",
            "2026-03-31",
            "2026-03-31T00:00:00Z",
            "0000-00-00",
            "9999-12-31",
            "NaN",
            "1e400",
            "-1",
            "' or 1=1 --",
            "<script>",
            "{{7*7}}",
            "../../etc/passwd",
            "\uD800",
            "true",
            "null",
            "𝔘𝔫𝔦𝔠𝔬𝔡𝔢",
            "ı İ ß ς");

    private static final List<Object> NUMBERS =
            List.of(0, 1, -1, 2, 1000, 2147483647, -2147483648, 9223372036854775807L, 0.5, 1e15, 1e-9, 1e308);

    private static final int CODE_POINTS = 0x2FFFF;

    private static final Map<String, List<String>> OF_FORMAT = Map.of(
            "date",
                    List.of(
                            "2026-03-31",
                            "2026-11-01",
                            "1949-12-31",
                            "2026-02-30",
                            "2026-03-31T00:00:00",
                            " 2026-03-31"),
            "uuid", List.of("00000000-0000-4000-8000-000000000000", "x", "0-0-0-0-0"),
            "date-time", List.of("2026-03-31T00:00:00Z", "2026-03-31", "2026-03-31T24:00:00Z"));

    private final JsonNode contract;
    private final Random random;

    RandomValue(JsonNode contract, Random random) {
        this.contract = contract;
        this.random = random;
    }

    boolean once(int in) {
        return random.nextInt(in) == 0;
    }

    <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    /** Letters, characters of any script, or what attackers type. */
    String text() {
        return switch (random.nextInt(3)) {
            case 0 -> characters(1 + random.nextInt(20), 'a', 'z');
            case 1 -> characters(random.nextInt(40), 0, CODE_POINTS);
            default -> one(TEXTS);
        };
    }

    private String characters(int length, int from, int to) {
        StringBuilder text = new StringBuilder();
        random.ints(length, from, to + 1).forEach(text::appendCodePoint);
        return text.toString();
    }

    /**
     * A value of the schema; once in twenty places, something else. Where the contract has examples, one in four is an
     * example, so that some requests are taken and what follows on them is tried too.
     */
    JsonNode of(JsonNode schema) {
        return of(schema, 0);
    }

    private JsonNode of(JsonNode schema, int depth) {
        JsonNode known = Operation.resolved(contract, schema);
        if (once(20)) {
            return anything();
        }
        if (known.has("examples") && once(4)) {
            return known.path("examples")
                    .get(random.nextInt(known.path("examples").size()));
        }
        if (known.has("const")) {
            return known.path("const");
        }
        if (known.has("enum")) {
            return known.path("enum").get(random.nextInt(known.path("enum").size()));
        }
        for (String choice : List.of("oneOf", "anyOf", "allOf")) {
            if (known.has(choice)) {
                return of(
                        known.path(choice).get(random.nextInt(known.path(choice).size())), depth + 1);
            }
        }
        return switch (known.path("type").asText()) {
            case "object" -> object(known, depth);
            case "array" -> array(known, depth);
            case "boolean" -> JSON.booleanNode(random.nextBoolean());
            case "integer" -> JSON.numberNode(integer(known));
            case "number" -> JSON.numberNode(random.nextInt(1000) / 10.0);
            default -> JSON.textNode(text(known));
        };
    }

    private int integer(JsonNode schema) {
        int least = schema.path("minimum").asInt(0);
        int most = schema.path("maximum").asInt(100);
        return switch (random.nextInt(8)) {
            case 0 -> least;
            case 1 -> most;
            case 2 -> least - 1;
            case 3 -> most + 1;
            default -> least + random.nextInt(Math.max(1, Math.min(50, most - least)));
        };
    }

    private String text(JsonNode schema) {
        if (schema.path("format").asText().isEmpty()
                && schema.path("pattern").asText().equals("^[A-Z]{2}$")) {
            return one(List.of("NL", "DE", "KZ", "XK", "ZZ"));
        }
        return random.nextInt(3) > 0
                        && OF_FORMAT.containsKey(schema.path("format").asText())
                ? one(OF_FORMAT.get(schema.path("format").asText()))
                : text();
    }

    private JsonNode object(JsonNode schema, int depth) {
        var object = JSON.objectNode();
        List<String> required = new ArrayList<>();
        schema.path("required").forEach(name -> required.add(name.asText()));
        schema.path("properties").properties().forEach(property -> {
            boolean wanted = required.contains(property.getKey()) ? !once(25) : random.nextInt(depth + 2) == 0;
            if (wanted && depth < DEEPEST) {
                object.set(property.getKey(), of(property.getValue(), depth + 1));
            }
        });
        if (once(40)) {
            object.set(text(), anything());
        }
        return object;
    }

    private JsonNode array(JsonNode schema, int depth) {
        var array = JSON.arrayNode();
        int most = once(50) ? 120 : 3;
        for (int i = random.nextInt(most); i > 0 && depth < DEEPEST; i--) {
            array.add(of(schema.path("items"), depth + 1));
        }
        return array;
    }

    private JsonNode anything() {
        return switch (random.nextInt(7)) {
            case 0 -> JSON.nullNode();
            case 1 -> JSON.booleanNode(random.nextBoolean());
            case 2 -> JSON.pojoNode(one(NUMBERS));
            case 3 -> JSON.arrayNode().add(text());
            case 4 -> JSON.objectNode().put(text(), text());
            default -> JSON.textNode(text());
        };
    }
}
