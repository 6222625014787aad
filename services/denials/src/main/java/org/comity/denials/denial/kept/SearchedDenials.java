package org.comity.denials.denial.kept;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import org.comity.denials.content.DeniedItem;
import org.comity.denials.content.DraftDenial;
import org.comity.denials.person.PersonVault;
import org.comity.kernel.caller.StateCode;
import org.comity.kernel.sql.Sql;
import org.comity.kernel.text.TextForm;
import org.comity.sharing.code.ControlCode;
import org.jspecify.annotations.Nullable;

/**
 * The tables by which denials are searched and counted: what a list of the content holds, one row each. They say nothing
 * that the content does not say, and are written where it changes. No natural person is found by name.
 *
 * <p>Rules: R-288.
 */
@Singleton
public class SearchedDenials {

    private final Sql sql;

    SearchedDenials(Sql sql) {
        this.sql = sql;
    }

    /**
     * Keeps the rows of this content in place of those of the content before.
     *
     * @param after what readers get, with placeholders for natural persons
     */
    public void replace(UUID denial, StateCode originator, DraftDenial before, DraftDenial after) {
        if (isOther(before, after, DraftDenial::items)) {
            remove("denial_item", denial, before.items());
            sql.addAll("denial_item", after.items(), (row, place, item) -> row.with(
                            "denial_id", denial, "originator_state", originator)
                    .with("position", place, "control_code", item.controlCode())
                    .with("sensitivity", item.sensitivity(), "description_key", key(item.description())));
            remove("denial_item_code", denial, before.items());
            codes(denial, originator, after.items());
        }
        if (isOther(before, after, DraftDenial::parties)) {
            remove("denial_party", denial, before.parties());
            sql.addAll(
                    "denial_party",
                    after.parties().stream()
                            .filter(party -> !PersonVault.isPerson(party))
                            .map(party -> TextForm.folded(party.name()))
                            .distinct()
                            .toList(),
                    (row, place, name) ->
                            row.with("denial_id", denial, "originator_state", originator, "name_key", name));
        }
        if (isOther(before, after, DraftDenial::reasons)) {
            remove("denial_reason", denial, before.reasons());
            sql.addAll("denial_reason", after.reasons(), (row, place, reason) -> row.with(
                            "denial_id", denial, "originator_state", originator)
                    .with("position", place, "criterion", reason.criterion())
                    .with("misuse_types", reason.misuseTypes()));
        }
    }

    private static boolean isOther(DraftDenial before, DraftDenial after, Function<DraftDenial, List<?>> list) {
        return !list.apply(before).equals(list.apply(after));
    }

    private void remove(String table, UUID denial, List<?> before) {
        if (!before.isEmpty()) {
            sql.of("delete from " + table + " where denial_id = :denial")
                    .with("denial", denial)
                    .run();
        }
    }

    /** What of a text is compared. */
    private static @Nullable String key(@Nullable String text) {
        return text == null ? null : TextForm.folded(text);
    }

    private void codes(UUID denial, StateCode originator, List<DeniedItem> items) {
        TreeSet<String> codes = new TreeSet<>();
        for (DeniedItem item : items) {
            if (item.controlCode() != null) {
                codes.addAll(ControlCode.withAncestors(item.controlCode()));
            }
        }
        sql.addAll(
                "denial_item_code",
                List.copyOf(codes),
                (row, place, code) -> row.with("denial_id", denial, "originator_state", originator, "code", code));
    }
}
