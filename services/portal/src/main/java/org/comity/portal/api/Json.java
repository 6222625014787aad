package org.comity.portal.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Contents as trees, in which a pointer such as {@code nationalAnnex/currency} finds what a field says. */
public final class Json {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            // a part of a record is read from all of it
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            // 125000 would become 1.25E+5, which no service takes
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private Json() {}

    /** A content as a tree that can be changed. */
    public static ObjectNode tree(Object content) {
        return MAPPER.valueToTree(content);
    }

    /** The tree of a part of a content; nothing where it is null. */
    public static @Nullable JsonNode node(@Nullable Object part) {
        return part == null ? null : MAPPER.valueToTree(part);
    }

    /** The content that a tree is. */
    public static <C> C content(JsonNode tree, Class<C> type) {
        try {
            return MAPPER.treeToValue(tree, type);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a form made what is no " + type.getSimpleName(), impossible);
        }
    }

    /** What stands there; a missing node for nothing. */
    public static JsonNode at(JsonNode tree, String pointer) {
        return pointer.isEmpty() ? tree : tree.at("/" + pointer);
    }

    /** Whether nothing is said there. */
    public static boolean isNothing(JsonNode node) {
        return node.isMissingNode() || node.isNull() || node.isContainerNode() && node.isEmpty();
    }

    /** The text there; empty for nothing. */
    public static String text(JsonNode tree, String pointer) {
        JsonNode node = at(tree, pointer);
        return isNothing(node) ? "" : node.asText();
    }

    /** The texts there. */
    public static List<String> texts(JsonNode tree, String pointer) {
        return elements(tree, pointer).stream().map(JsonNode::asText).toList();
    }

    /** The elements of a list there; none where there is no list. */
    public static List<JsonNode> elements(JsonNode tree, String pointer) {
        return StreamSupport.stream(at(tree, pointer).spliterator(), false).toList();
    }

    /** Puts a value there; null, an empty list and an empty object take away what stands there. */
    public static void put(ObjectNode tree, String pointer, @Nullable JsonNode value) {
        int slash = pointer.indexOf('/');
        if (slash < 0) {
            if (value == null || isNothing(value)) {
                tree.remove(pointer);
            } else {
                tree.set(pointer, value);
            }
            return;
        }
        String head = pointer.substring(0, slash);
        ObjectNode inner = tree.get(head) instanceof ObjectNode there ? there : MAPPER.createObjectNode();
        put(inner, pointer.substring(slash + 1), value);
        put(tree, head, inner);
    }

    /** Texts as a node. */
    public static ArrayNode list(List<String> texts) {
        ArrayNode list = MAPPER.createArrayNode();
        texts.forEach(list::add);
        return list;
    }

    /** Nodes as one. */
    public static ArrayNode listOf(List<? extends JsonNode> nodes) {
        return MAPPER.createArrayNode().addAll(List.copyOf(nodes));
    }

    /** An object that says nothing yet. */
    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }
}
