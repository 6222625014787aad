package org.comity.generator.records;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** One schema: a node of the contract's YAML. Two are equal when they are the same node. */
final class Schema {

    private final Map<String, Object> node;

    Schema(Map<String, Object> node) {
        this.node = node;
    }

    /** What a keyword says; empty where it is not there. */
    String text(String keyword) {
        return Objects.toString(node.get(keyword), "");
    }

    boolean isList() {
        return text("type").equals("array");
    }

    boolean isObject() {
        return text("type").equals("object");
    }

    boolean isCodes() {
        return node.containsKey("enum");
    }

    Schema items() {
        return new Schema(map(node.get("items")));
    }

    List<String> codes() {
        return strings("enum");
    }

    Map<String, Schema> properties() {
        Map<String, Schema> properties = new LinkedHashMap<>();
        map(node.getOrDefault("properties", Map.of()))
                .forEach((name, property) -> properties.put(name, new Schema(map(property))));
        return properties;
    }

    boolean requires(String property) {
        return strings("required").contains(property);
    }

    /** Whether it is an integer that an {@code int} may not hold. */
    boolean isLong() {
        return text("format").equals("int64")
                || node.get("maximum") instanceof Number most && most.longValue() > Integer.MAX_VALUE;
    }

    /** Whether everything that another schema may say can be said in this one. */
    boolean covers(Schema other) {
        return isObject() == other.isObject()
                && codes().containsAll(other.codes())
                && properties().keySet().containsAll(other.properties().keySet());
    }

    private List<String> strings(String keyword) {
        return node.get(keyword) instanceof List<?> values
                ? values.stream().map(Objects::toString).toList()
                : List.of();
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> map(Object node) {
        return (Map<String, Object>) node;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Schema schema && schema.node == node;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(node);
    }
}
