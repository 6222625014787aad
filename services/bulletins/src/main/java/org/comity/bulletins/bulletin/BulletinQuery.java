package org.comity.bulletins.bulletin;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.comity.bulletins.content.BulletinClass;
import org.comity.bulletins.content.Theme;
import org.comity.kernel.caller.StateCode;
import org.comity.kernel.http.QueryParameters;
import org.comity.kernel.sql.SqlStatement;
import org.comity.sharing.code.ControlCode;
import org.comity.sharing.code.MisuseType;

/**
 * Which bulletins are wanted.
 *
 * @param statuses any of these; empty for all
 * @param keys the value that each kind of key must have
 * @param unacknowledged only alerts of other states that the caller's state reads and has not acknowledged
 */
record BulletinQuery(
        List<BulletinStatus> statuses,
        Optional<StateCode> originator,
        Map<BulletinKey, String> keys,
        boolean unacknowledged) {

    /**
     * Reads the query parameters; an entry finds its sub-entries too.
     *
     * @throws org.comity.kernel.problem.ProblemException 400 that names what is wrong
     */
    static BulletinQuery of(MultivaluedMap<String, String> address) {
        QueryParameters said = QueryParameters.of(address);
        Map<BulletinKey, String> keys = new TreeMap<>();
        said.code("class", BulletinClass.class).ifPresent(it -> keys.put(BulletinKey.CLASS, it.name()));
        said.code("theme", Theme.class).ifPresent(it -> keys.put(BulletinKey.THEME, it.name()));
        said.code("misuse", MisuseType.class).ifPresent(it -> keys.put(BulletinKey.MISUSE, it.name()));
        said.state("destination").ifPresent(it -> keys.put(BulletinKey.DESTINATION, it.value()));
        said.text("item", ControlCode::isWellFormed, ControlCode.LOOKS).ifPresent(it -> keys.put(BulletinKey.ITEM, it));
        return said.checked(new BulletinQuery(
                said.codes("status", BulletinStatus.class),
                said.state("originator"),
                keys,
                said.yes("unacknowledged")));
    }

    /** Narrows a list of bulletins, whose audience is {@code a} and whose header is {@code r}. */
    SqlStatement narrowed(SqlStatement list) {
        if (!statuses.isEmpty()) {
            list.more(" and r.status = any (:statuses)").with("statuses", statuses);
        }
        list.and(originator, "(a.own or not r.unnamed) and a.originator_state = :originator", "originator");
        if (unacknowledged) {
            list.more(" and r.status in ('PUBLISHED', 'UPDATED') and not a.own"
                    + " and exists (select 1 from bulletin_key k where k.bulletin_id = r.id"
                    + " and k.kind = 'CLASS' and k.value = 'ALERT')"
                    + " and not exists (select 1 from bulletin_acknowledgement k"
                    + " where k.bulletin_id = r.id and k.state = a.state)");
        }
        keys.forEach((kind, value) -> list.more(" and exists (select 1 from bulletin_key k where k.bulletin_id = r.id"
                        + " and k.kind = '" + kind.name() + "' and k.value = :" + kind.name() + ")")
                .with(kind.name(), value));
        return list;
    }
}
