package org.comity.kernel.test;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Holds published events to their schemas in openapi/events, one file for each type. */
public final class EventContract {

    private static final String SUFFIX = ".schema.json";

    private static final ObjectMapper JSON = new ObjectMapper();

    /** By type of event. */
    private static final Map<String, Schema> LOADED = new ConcurrentHashMap<>();

    private EventContract() {}

    /** The type that an event names. */
    public static String type(String event) {
        try {
            return JSON.readTree(event).path("type").asText();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an event that is no JSON: " + event, e);
        }
    }

    /**
     * What of the event drifts from the schema of its type; empty where nothing does.
     *
     * @throws IllegalStateException if its type has no schema
     */
    public static List<String> faults(String event) {
        return LOADED
                .computeIfAbsent(type(event), EventContract::schema)
                .validate(
                        event,
                        InputFormat.JSON,
                        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(Error::toString)
                .toList();
    }

    private static Schema schema(String type) {
        try {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(Files.readString(folder().resolve(type + SUFFIX)), InputFormat.JSON);
        } catch (IOException e) {
            throw new IllegalStateException("an event without a schema: " + type, e);
        }
    }

    /** The types of a service's events that have a schema. */
    public static Set<String> types(String service) {
        try (Stream<Path> files = Files.list(folder())) {
            Set<String> types = new TreeSet<>();
            files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith("org.comity." + service + ".") && name.endsWith(SUFFIX))
                    .forEach(name -> types.add(name.substring(0, name.length() - SUFFIX.length())));
            return types;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path folder() {
        return Path.of(System.getProperty("comity.root", "../.."), "openapi", "events");
    }
}
