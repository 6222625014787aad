package org.comity.bulletins.stix;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** How STIX is read: as a tree, whole, within bounds; no class is chosen by what it says. */
public final class StixJson {

    /** Assumption: STIX itself nests some ten deep. */
    private static final int DEEPEST = 64;

    /** The most characters of a number, as it came and written without an exponent, as PostgreSQL writes it. */
    static final int LONGEST_NUMBER = 50;

    private static final ObjectMapper JSON = mapper(LONGEST_NUMBER);

    /** What is kept can be read again, whatever its numbers are. */
    private static final ObjectMapper STORED = mapper(Integer.MAX_VALUE);

    private StixJson() {}

    private static ObjectMapper mapper(int longestNumber) {
        return JsonMapper.builder(JsonFactory.builder()
                        .streamReadConstraints(StreamReadConstraints.builder()
                                .maxNestingDepth(DEEPEST)
                                .maxNumberLength(longestNumber)
                                .build())
                        .build())
                .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .build();
    }

    /** What came in. */
    public static JsonNode read(String text) throws JsonProcessingException {
        return JSON.readTree(text);
    }

    /** What was kept. */
    public static ObjectNode stored(String text) {
        try {
            return (ObjectNode) STORED.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a kept object cannot be read", e);
        }
    }
}
