package org.comity.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;

/** An envelope of 100 objects that nobody has: two reports, each with organisations, indicators and items that it names. */
final class TaxiiEnvelope {

    static final int OBJECTS = 100;

    private static final int REPORTS = 2;
    private static final String AT = "2026-11-01T10:00:00.000Z";
    private static final ObjectMapper JSON = new ObjectMapper();

    private TaxiiEnvelope() {}

    /** Another one each time. */
    static String next() {
        ObjectNode envelope = JSON.createObjectNode();
        ArrayNode objects = envelope.putArray("objects");
        for (int report = 0; report < REPORTS; report++) {
            ObjectNode made = object("report")
                    .put("name", "Interception equipment by a detour")
                    .put("description", "Invented for a benchmark.")
                    .put("published", AT);
            ArrayNode named = made.putArray("object_refs");
            objects.add(made);
            for (int i = 1; i < OBJECTS / REPORTS; i++) {
                ObjectNode part =
                        switch (i % 10) {
                            case 0 ->
                                object("identity")
                                        .put("name", "Lumen Grid Invented " + i)
                                        .put("identity_class", "organization");
                            case 1 -> object("infrastructure").put("name", "Portable IMSI catcher " + i);
                            default ->
                                object("indicator")
                                        .put("name", "A host of it")
                                        .put("pattern", "[domain-name:value = 'h" + i + ".invented.example']")
                                        .put("pattern_type", "stix")
                                        .put("valid_from", AT);
                        };
                named.add(part.get("id").asText());
                objects.add(part);
            }
        }
        return envelope.toString();
    }

    private static ObjectNode object(String type) {
        return JSON.createObjectNode()
                .put("type", type)
                .put("spec_version", "2.1")
                .put("id", type + "--" + UUID.randomUUID())
                .put("created", AT)
                .put("modified", AT);
    }
}
