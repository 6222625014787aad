package org.comity.denials.difference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Compares two versions of a denial's content, field by field.
 *
 * <p>Source: docs/rules.md R-85. Entries of a list are matched by what they are, not by where they stand: first those
 * that are wholly the same, then those of the same name. So a party that was put first is no change, and one whose
 * address was corrected is one change, of its address. Knows no database.
 */
public final class ContentDifference {

    /** What makes two entries of a list the same thing, most telling first. */
    private static final Map<String, List<List<String>>> NAMES = Map.of(
            "items", List.of(List.of("controlCode", "description"), List.of("controlCode"), List.of("description")),
            "parties", List.of(List.of("role", "name"), List.of("name"), List.of("role", "nativeScriptName")),
            "reasons", List.of(List.of("criterion")),
            "externalRefs", List.of(List.of("system", "ref"), List.of("system")),
            "withheld", List.of(List.of("field")),
            "keyParameters", List.of(List.of("name")),
            "identifiers", List.of(List.of("type", "value"), List.of("type")));

    private static final List<String> LABELS =
            List.of("name", "controlCode", "description", "criterion", "ref", "field", "value");

    private final List<Change> changes = new ArrayList<>();

    private ContentDifference() {}

    /** The differences, in the order of the fields. */
    public static List<Change> between(JsonNode before, JsonNode after) {
        ContentDifference difference = new ContentDifference();
        difference.compare("", "", null, null, before, after);
        return List.copyOf(difference.changes);
    }

    private record Entry(int position, JsonNode value) {}

    /** @param list the field whose entry this is, or that this is */
    private void compare(
            String beforeAt,
            String afterAt,
            @Nullable String list,
            @Nullable String label,
            JsonNode before,
            JsonNode after) {
        if (before.equals(after)) {
            return;
        }
        if (before.isObject() && after.isObject()) {
            for (String field : fields(before, after)) {
                compare(
                        beforeAt + "/" + field,
                        afterAt + "/" + field,
                        field,
                        label,
                        before.path(field),
                        after.path(field));
            }
        } else if ((before.isArray() || before.isMissingNode()) && (after.isArray() || after.isMissingNode())) {
            entries(beforeAt, afterAt, list, label, before, after);
        } else if (before.isMissingNode()) {
            changes.add(new Change(afterAt, label, Change.Kind.ADDED, null, after));
        } else if (after.isMissingNode()) {
            changes.add(new Change(beforeAt, label, Change.Kind.REMOVED, before, null));
        } else {
            changes.add(new Change(afterAt, label, Change.Kind.CHANGED, before, after));
        }
    }

    private static Set<String> fields(JsonNode before, JsonNode after) {
        Set<String> fields = new LinkedHashSet<>();
        after.fieldNames().forEachRemaining(fields::add);
        before.fieldNames().forEachRemaining(fields::add);
        return fields;
    }

    private void entries(
            String beforeAt,
            String afterAt,
            @Nullable String list,
            @Nullable String label,
            JsonNode before,
            JsonNode after) {
        List<Entry> gone = list(before);
        List<Entry> come = list(after);
        match(gone, come, Optional::of, (old, young) -> {});
        for (List<String> name : NAMES.getOrDefault(list == null ? "" : list, List.of())) {
            match(
                    gone,
                    come,
                    entry -> named(entry, name),
                    (old, young) -> compare(
                            beforeAt + "/" + old.position(),
                            afterAt + "/" + young.position(),
                            null,
                            label(young.value()).orElse(label),
                            old.value(),
                            young.value()));
        }
        gone.forEach(old -> changes.add(new Change(
                beforeAt + "/" + old.position(),
                label(old.value()).orElse(label),
                Change.Kind.REMOVED,
                old.value(),
                null)));
        come.forEach(young -> changes.add(new Change(
                afterAt + "/" + young.position(),
                label(young.value()).orElse(label),
                Change.Kind.ADDED,
                null,
                young.value())));
    }

    private interface Pair {
        void of(Entry old, Entry young);
    }

    /** Takes out of both lists what belongs together by this key, in order. */
    private static <K> void match(List<Entry> gone, List<Entry> come, Function<JsonNode, Optional<K>> key, Pair pair) {
        for (Entry young : List.copyOf(come)) {
            Optional<K> wanted = key.apply(young.value());
            gone.stream()
                    .filter(old -> wanted.isPresent() && wanted.equals(key.apply(old.value())))
                    .findFirst()
                    .ifPresent(old -> {
                        gone.remove(old);
                        come.remove(young);
                        pair.of(old, young);
                    });
        }
    }

    private static List<Entry> list(JsonNode array) {
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
            entries.add(new Entry(i, array.get(i)));
        }
        return entries;
    }

    private static Optional<List<JsonNode>> named(JsonNode entry, List<String> name) {
        if (!(entry instanceof ObjectNode)) {
            return Optional.empty();
        }
        List<JsonNode> values = name.stream().map(entry::path).toList();
        return values.stream().anyMatch(MissingNode.class::isInstance) ? Optional.empty() : Optional.of(values);
    }

    private static Optional<String> label(JsonNode entry) {
        return LABELS.stream()
                .map(entry::path)
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue)
                .findFirst();
    }
}
