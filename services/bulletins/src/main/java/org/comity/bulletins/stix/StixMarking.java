package org.comity.bulletins.stix;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.comity.sharing.release.Tlp;

/**
 * The labels of TLP as marking definitions, by the identifiers that they are published under: those of the TLP 2.0 extension go
 * out, those of TLP 1 are understood where they come in, and WHITE is CLEAR.
 *
 * <p>Source: docs/rules.md R-333 (TLP 2.0 extension of OASIS; STIX 2.1, 7.2.1.4).
 */
enum StixMarking {
    CLEAR(Tlp.CLEAR, "94868c89-83c2-464b-929b-a1a8aa3c8487", true),
    GREEN(Tlp.GREEN, "bab4a63c-aed9-4cf5-a766-dfca5abac2bb", true),
    AMBER(Tlp.AMBER, "55d920b0-5e8b-4f79-9ee9-91f868d9b421", true),
    AMBER_STRICT(Tlp.AMBER_STRICT, "939a9414-2ddd-4d32-a0cd-375ea402b003", true),
    RED(Tlp.RED, "e828b379-4e03-4974-9ac4-e53a884c97c1", true),
    WHITE(Tlp.CLEAR, "613f2e26-407d-48c7-9eca-b8e91df99dc9", false),
    GREEN_OF_TLP_1(Tlp.GREEN, "34098fce-860f-48ae-8e50-ebd3cc5e41da", false),
    AMBER_OF_TLP_1(Tlp.AMBER, "f88d31f6-486f-44da-b317-01333bde0b82", false),
    RED_OF_TLP_1(Tlp.RED, "5e57c739-391a-4eb3-b6be-7d15ca92d5ed", false);

    private static final String EXTENSION = "extension-definition--60a3c5c5-0d10-413e-aab3-9e08dde9e88d";
    private static final String PUBLISHED = "2022-10-01T00:00:00.000Z";

    private final Tlp tlp;
    private final String id;
    private final boolean isOfTlp2;

    StixMarking(Tlp tlp, String uuid, boolean isOfTlp2) {
        this.tlp = tlp;
        this.id = "marking-definition--" + uuid;
        this.isOfTlp2 = isOfTlp2;
    }

    /** The definition of a label. */
    static StixMarking of(Tlp tlp) {
        return valueOf(tlp.name());
    }

    /** The definition that is published under this identifier. */
    static Optional<StixMarking> known(String id) {
        return Arrays.stream(values()).filter(marking -> marking.id.equals(id)).findFirst();
    }

    /** The labels of an object that is marked with definitions of TLP. */
    static Stream<Tlp> labels(JsonNode object) {
        return StreamSupport.stream(object.path("object_marking_refs").spliterator(), false)
                .flatMap(id -> known(id.asText()).stream())
                .map(StixMarking::tlp);
    }

    String id() {
        return id;
    }

    Tlp tlp() {
        return tlp;
    }

    private String word() {
        return switch (this) {
            case WHITE -> "white";
            case AMBER_STRICT -> "amber+strict";
            default -> tlp.name().toLowerCase(java.util.Locale.ROOT);
        };
    }

    /** Whether a definition that came in under this identifier says the label that it is published for. */
    boolean isSaidBy(JsonNode definition) {
        String name = "TLP:" + word();
        boolean isNamed =
                !definition.has("name") || definition.path("name").asText().equalsIgnoreCase(name);
        JsonNode said = isOfTlp2
                ? definition.path("extensions").path(EXTENSION).path("tlp_2_0")
                : definition.path("definition").path("tlp");
        return isNamed && said.asText().equals(word());
    }

    /** The definition as it is published. */
    ObjectNode object() {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        object.put("type", "marking-definition").put("spec_version", "2.1").put("id", id);
        object.put("created", PUBLISHED).put("name", "TLP:" + word().toUpperCase(java.util.Locale.ROOT));
        object.putObject("extensions")
                .putObject(EXTENSION)
                .put("extension_type", "property-extension")
                .put("tlp_2_0", word());
        return object;
    }
}
