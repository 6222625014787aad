package org.comity.bulletins.bulletin;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.comity.bulletins.content.BulletinItem;
import org.comity.bulletins.content.DraftBulletin;
import org.comity.kernel.caller.StateCode;
import org.comity.kernel.sql.Sql;
import org.comity.sharing.code.ControlCode;

/** What lists of bulletins are filtered by. */
enum BulletinKey {
    /** The class. */
    CLASS,
    /** A theme. */
    THEME,
    /** A control-list entry, or one above it. */
    ITEM,
    /** A destination. */
    DESTINATION,
    /** A misuse that is feared. */
    MISUSE;

    /** The keys of a content, each with its values. */
    static Map<BulletinKey, Set<String>> of(DraftBulletin content) {
        Map<BulletinKey, Set<String>> keys = new EnumMap<>(BulletinKey.class);
        for (BulletinKey key : values()) {
            keys.put(key, new TreeSet<>());
        }
        if (content.bulletinClass() != null) {
            keys.get(CLASS).add(content.bulletinClass().name());
        }
        content.themes().forEach(theme -> keys.get(THEME).add(theme.name()));
        content.misuseTypes().forEach(misuse -> keys.get(MISUSE).add(misuse.name()));
        content.destinations().stream().map(StateCode::value).forEach(keys.get(DESTINATION)::add);
        for (BulletinItem item : content.items()) {
            if (item.controlCode() != null) {
                keys.get(ITEM).addAll(ControlCode.withAncestors(item.controlCode()));
            }
        }
        return keys;
    }

    /** Writes the keys of a bulletin in place of those that it had. */
    static void write(Sql sql, UUID bulletin, StateCode originator, DraftBulletin content) {
        sql.of("delete from bulletin_key where bulletin_id = :bulletin")
                .with("bulletin", bulletin)
                .run();
        of(content).forEach((kind, values) -> {
            if (!values.isEmpty()) {
                sql.of("insert into bulletin_key (bulletin_id, originator_state, kind, value)"
                                + " select :bulletin, :originator, :kind, value from unnest(:values) as value")
                        .with("bulletin", bulletin, "originator", originator, "kind", kind, "values", values)
                        .run();
            }
        });
    }
}
