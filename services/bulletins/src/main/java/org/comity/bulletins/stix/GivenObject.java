package org.comity.bulletins.stix;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * An object that came in with the draft of a bulletin and goes out with it, for its own desk: {@code GivenObject} in
 * openapi/bulletins.yaml.
 *
 * <p>Rules: R-345.
 */
public record GivenObject(String id, String type, @Nullable String name) {

    static GivenObject of(JsonNode object) {
        return new GivenObject(
                object.path("id").asText(),
                object.path("type").asText(),
                object.path("name").textValue());
    }
}
