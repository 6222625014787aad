package org.comity.bulletins.bulletin;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.comity.bulletins.content.BulletinClass;
import org.comity.bulletins.content.Theme;
import org.comity.kernel.caller.StateCode;
import org.comity.kernel.problem.FieldError;
import org.comity.kernel.problem.KernelProblem;
import org.comity.kernel.sql.SqlStatement;
import org.comity.sharing.code.ControlCode;
import org.comity.sharing.code.MisuseType;
import org.jspecify.annotations.Nullable;

/**
 * Which bulletins are wanted.
 *
 * @param statuses any of these; empty for all
 * @param keys the value that each kind of key must have
 */
record BulletinQuery(List<String> statuses, @Nullable String originator, Map<BulletinKey, String> keys) {

    /** Reads the filters; a class and a theme are codes, an entry finds its sub-entries too. */
    static BulletinQuery of(
            List<String> statuses,
            @Nullable String bulletinClass,
            @Nullable String theme,
            @Nullable String item,
            @Nullable String destination,
            @Nullable String misuse,
            @Nullable String originator) {
        List<FieldError> errors = new ArrayList<>();
        statuses.forEach(status -> code(BulletinStatus.class, status, "status", errors));
        Map<BulletinKey, String> keys = new TreeMap<>();
        put(keys, BulletinKey.CLASS, code(BulletinClass.class, bulletinClass, "class", errors));
        put(keys, BulletinKey.THEME, code(Theme.class, theme, "theme", errors));
        put(keys, BulletinKey.MISUSE, code(MisuseType.class, misuse, "misuse", errors));
        put(keys, BulletinKey.DESTINATION, state(destination, "destination", errors));
        if (item != null && !ControlCode.isWellFormed(item.strip())) {
            errors.add(new FieldError("item", "This is not a control-list entry; one looks like 5A001.f.2."));
        } else {
            put(keys, BulletinKey.ITEM, item == null ? null : item.strip());
        }
        BulletinQuery query = new BulletinQuery(statuses, state(originator, "originator", errors), keys);
        if (!errors.isEmpty()) {
            throw KernelProblem.MALFORMED_REQUEST.in(errors);
        }
        return query;
    }

    private static void put(Map<BulletinKey, String> keys, BulletinKey key, @Nullable String value) {
        if (value != null) {
            keys.put(key, value);
        }
    }

    private static <E extends Enum<E>> @Nullable String code(
            Class<E> codes, @Nullable String text, String parameter, List<FieldError> errors) {
        if (text != null
                && Arrays.stream(codes.getEnumConstants())
                        .noneMatch(code -> code.name().equals(text))) {
            errors.add(new FieldError(parameter, "There is no such code."));
        }
        return text;
    }

    private static @Nullable String state(@Nullable String text, String parameter, List<FieldError> errors) {
        if (text == null) {
            return null;
        }
        String code = text.strip().toUpperCase(Locale.ROOT);
        if (StateCode.parse(code).filter(StateCode::isKnown).isEmpty()) {
            errors.add(new FieldError(parameter, "No state has this code."));
        }
        return code;
    }

    /** Narrows a list of bulletins, whose audience is {@code a} and whose header is {@code r}. */
    SqlStatement narrowed(SqlStatement list) {
        if (!statuses.isEmpty()) {
            list.more(" and r.status = any (:statuses)").with("statuses", statuses);
        }
        if (originator != null) {
            list.more(" and a.originator_state = :originator").with("originator", originator);
        }
        keys.forEach((kind, value) -> list.more(" and exists (select 1 from bulletin_key k where k.bulletin_id = r.id"
                        + " and k.kind = '" + kind.name() + "' and k.value = :" + kind.name() + ")")
                .with(kind.name(), value));
        return list;
    }
}
