package org.comity.subscriptions.rule;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import org.comity.kernel.caller.StateCode;
import org.comity.kernel.json.Lists;
import org.comity.kernel.text.PlainText;
import org.comity.sharing.code.ControlCode;
import org.comity.sharing.code.MisuseType;
import org.comity.sharing.delivery.Delivered;
import org.hibernate.validator.constraints.UniqueElements;
import org.jspecify.annotations.Nullable;

/**
 * What a rule says: {@code RuleContent} in openapi/subscriptions.yaml. A record matches where it matches each condition that is
 * said, and any of the values of one condition. A rule of no condition matches every record that its desk sees.
 *
 * <p>Rules: R-386.
 *
 * @param items control-list entries, each with those below it
 * @param classes classes of bulletins, kinds of denials, types of consultations
 * @param text words that all stand in what the desk may search of the record, in any case
 * @param frequency how often the rule tells by mail
 * @param shared whether the other people of the desk see the rule
 */
public record RuleContent(
        @NotNull(message = "This is missing.") @PlainText(max = 100)
        String name,

        @UniqueElements(message = "Name each once.") List<@NotNull(message = "This is missing.") RecordType> kinds,

        @UniqueElements(message = "Name each once.") @Size(max = 50, message = "At most 50 entries.")
        List<@NotNull(message = "This is missing.") @PlainText(max = 20) String> items,

        @UniqueElements(message = "Name each once.") @Size(max = 60, message = "At most 60 entries.")
        List<@NotNull(message = "This is missing.") StateCode> destinations,

        @UniqueElements(message = "Name each once.")
        List<@NotNull(message = "This is missing.") MisuseType> misuseTypes,

        @UniqueElements(message = "Name each once.") @Size(max = 30, message = "At most 30 entries.")
        List<
                        @NotNull(message = "This is missing.")
                        @Pattern(regexp = "[A-Z][A-Z_]{0,39}", message = "This is no class: one looks like ALERT.")
                        String>
                classes,

        @UniqueElements(message = "Name each once.") @Size(max = 60, message = "At most 60 entries.")
        List<@NotNull(message = "This is missing.") StateCode> originators,

        @PlainText(max = 200) @Nullable String text,
        @Nullable Frequency frequency,

        @UniqueElements(message = "Name each once.") List<@NotNull(message = "This is missing.") Channel> channels,

        @Nullable Boolean shared) {

    /** No list is an empty list. */
    public RuleContent {
        kinds = Lists.orEmpty(kinds);
        items = Lists.orEmpty(items);
        destinations = Lists.orEmpty(destinations);
        misuseTypes = Lists.orEmpty(misuseTypes);
        classes = Lists.orEmpty(classes);
        originators = Lists.orEmpty(originators);
        channels = Lists.orEmpty(channels);
    }

    /** Whether the other people of the desk see the rule; not, where nothing is said. */
    boolean isShared() {
        return Boolean.TRUE.equals(shared);
    }

    /** Whether a record is one that the rule's owner wants to be told of. */
    boolean matches(Delivered record) {
        Delivered.Facts facts = record.facts();
        return (kinds.isEmpty() || kinds.stream().anyMatch(kind -> kind.name().equals(record.kind())))
                && (items.isEmpty()
                        || facts.items().stream()
                                .flatMap(code -> ControlCode.withAncestors(code).stream())
                                .anyMatch(items::contains))
                && any(destinations, facts.destinations())
                && (misuseTypes.isEmpty()
                        || misuseTypes.stream()
                                .anyMatch(type -> facts.misuseTypes().contains(type.name())))
                && (classes.isEmpty() || classes.contains(facts.recordClass()) || any(classes, facts.themes()))
                && (originators.isEmpty() || originators.contains(record.originatorState()))
                && (text == null || says(facts.text(), text));
    }

    private static <T> boolean any(List<T> wanted, List<T> found) {
        return wanted.isEmpty() || wanted.stream().anyMatch(found::contains);
    }

    /** Words are compared as they stand: no pattern is read into them. */
    private static boolean says(@Nullable String found, String wanted) {
        String searched = found == null ? "" : found.toLowerCase(Locale.ROOT);
        for (String word : wanted.toLowerCase(Locale.ROOT).strip().split("\\s+")) {
            if (!searched.contains(word)) {
                return false;
            }
        }
        return true;
    }
}
