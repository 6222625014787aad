package org.comity.bulletins.stix;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is wrong with an object that comes in: what the schema of its type says (stix/stix-2.1.json), and what no schema can say.
 * An object of a type that STIX does not have keeps what all objects keep; properties that STIX does not have are let through.
 *
 * <p>Source: docs/rules.md R-332 (STIX 2.1).
 */
public final class StixCheck {

    private static final String FILE = "/stix/stix-2.1.json";
    private static final int LONGEST_NAME = 250;
    private static final int LARGEST_EXPONENT = 300;

    /** Assumption: clocks of systems are not further apart. */
    private static final Duration AHEAD = Duration.ofDays(1);

    private static final Map<String, Schema> SCHEMAS = schemas();

    private StixCheck() {}

    private static Map<String, Schema> schemas() {
        try (InputStream in = Objects.requireNonNull(StixCheck.class.getResourceAsStream(FILE))) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
            Map<String, Schema> schemas = new HashMap<>();
            JsonNode types = StixJson.stored(text).path("$defs").path("types");
            types.fieldNames()
                    .forEachRemaining(type -> schemas.put(
                            type,
                            registry.getSchema(
                                    text.replaceFirst(
                                            "\"\\$ref\": *\"#\"", "\"\\$ref\": \"#/\\$defs/types/" + type + "\""),
                                    InputFormat.JSON)));
            return Map.copyOf(schemas);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first thing that is wrong with an object that comes in now, in words for its sender; empty where it is kept. */
    public static Optional<String> fault(JsonNode object, Instant now) {
        return fault(object).or(() -> Stream.of("modified", "created")
                .filter(name -> StixTime.read(object.path(name).asText())
                        .filter(at -> at.isAfter(now.plus(AHEAD)))
                        .isPresent())
                .map(name -> "/" + name + " is in the future")
                .findFirst());
    }

    /** The first thing that breaks the standard. */
    static Optional<String> fault(JsonNode object) {
        if (!object.isObject()) {
            return Optional.of("This is no object.");
        }
        String type = object.path("type").asText();
        Schema schema = SCHEMAS.getOrDefault(type, Objects.requireNonNull(SCHEMAS.get("any")));
        return emptyPart(object, "")
                .or(() -> schema.validate(object.toString(), InputFormat.JSON).stream()
                        .map(error -> (error.getInstanceLocation() + " " + error.getMessage()).strip())
                        .sorted()
                        .findFirst())
                .or(() -> mismatch(object, type));
    }

    /** STIX has neither null nor empty lists; and PostgreSQL keeps no U+0000. */
    private static Optional<String> emptyPart(JsonNode node, String pointer) {
        if (node.isNull()) {
            return Optional.of(pointer + " must not be null");
        }
        if (node.isArray() && node.isEmpty()) {
            return Optional.of(pointer + " is an empty list; leave it out");
        }
        if (node.isTextual() && !isText(node.textValue())) {
            return Optional.of(pointer + " holds U+0000, or half a character");
        }
        if (node.isNumber() && isTooLong(node.decimalValue())) {
            return Optional.of(pointer + " is too large a number, or too small a one");
        }
        for (Map.Entry<String, JsonNode> child : node.properties()) {
            if (!isText(child.getKey()) || child.getKey().length() > LONGEST_NAME) {
                return Optional.of(pointer + " has a property whose name is too long, or holds U+0000");
            }
            Optional<String> fault = emptyPart(child.getValue(), pointer + "/" + child.getKey());
            if (fault.isPresent()) {
                return fault;
            }
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            Optional<String> fault = emptyPart(node.get(i), pointer + "/" + i);
            if (fault.isPresent()) {
                return fault;
            }
        }
        return Optional.empty();
    }

    private static boolean isTooLong(BigDecimal number) {
        return Math.abs((long) number.scale()) > LARGEST_EXPONENT
                || number.toPlainString().length() > StixJson.LONGEST_NUMBER;
    }

    private static boolean isText(String text) {
        return text.indexOf(0) < 0 && StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }

    private static Optional<String> mismatch(JsonNode object, String type) {
        if (!object.path("id").asText().startsWith(type + "--")) {
            return Optional.of("/id must begin with the type");
        }
        for (String instant : List.of("created", "modified")) {
            if (object.has(instant)
                    && StixTime.read(object.path(instant).asText()).isEmpty()) {
                return Optional.of("/" + instant + " is no instant from 1900 to 2200");
            }
        }
        if (isLater(object, "created", "modified")) {
            return Optional.of("/modified is before /created");
        }
        if (isLater(object, "valid_from", "valid_until") || isLater(object, "first_seen", "last_seen")) {
            return Optional.of("the end of the period is before its beginning");
        }
        return type.equals("marking-definition")
                ? StixMarking.known(object.path("id").asText())
                        .filter(known -> !known.isSaidBy(object))
                        .map(known -> "/id is that of another label")
                : Optional.empty();
    }

    private static boolean isLater(JsonNode object, String first, String second) {
        Optional<Instant> from = StixTime.read(object.path(first).asText());
        Optional<Instant> to = StixTime.read(object.path(second).asText());
        return from.isPresent() && to.isPresent() && from.get().isAfter(to.get());
    }
}
