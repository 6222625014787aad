package org.comity.denials.denial;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.comity.kernel.caller.Caller;
import org.comity.kernel.caller.StateCode;
import org.comity.kernel.paging.PageRequest;

/** Denials as they are stored; every list goes through the release filter. */
@Singleton
class DenialRepository implements PanacheRepositoryBase<DenialEntity, UUID> {

    private final ReleaseFilter filter;

    DenialRepository(ReleaseFilter filter) {
        this.filter = filter;
    }

    /** A denial on a state's list, and since when. */
    record Listed(UUID id, Instant listedAt) {

        String cursor() {
            return new PageRequest.Position(listedAt, id).cursor();
        }
    }

    /** What the caller sees, newest first, one more than the page wants. */
    List<Listed> list(Caller caller, DenialQuery wanted, PageRequest page) {
        if (caller.state().isEmpty()) {
            return List.of();
        }
        Map<String, Object> parameters = new HashMap<>();
        String sql = sql(caller, wanted, page, parameters);
        Query query = getEntityManager().createNativeQuery(sql);
        parameters.forEach(query::setParameter);
        List<Listed> listed = new ArrayList<>();
        for (Object row : query.getResultList()) {
            Object[] cells = (Object[]) row;
            listed.add(new Listed((UUID) cells[0], (Instant) cells[1]));
        }
        return listed;
    }

    private String sql(Caller caller, DenialQuery wanted, PageRequest page, Map<String, Object> parameters) {
        StringBuilder sql = new StringBuilder("select d.id, a.listed_at from denial_audience a"
                + " join denial d on d.id = a.denial_id where " + filter.listCondition(caller));
        if (sql.indexOf(":state") >= 0) {
            parameters.put("state", caller.ownState().value());
        }
        page.after().ifPresent(place -> {
            sql.append(" and (a.listed_at, a.denial_id) < (:at, :id)");
            parameters.put("at", place.at());
            parameters.put("id", place.id());
        });
        if (!wanted.statuses().isEmpty()) {
            sql.append(" and d.status in (:statuses)");
            parameters.put(
                    "statuses", wanted.statuses().stream().map(Enum::name).toList());
        }
        wanted.destination().ifPresent(state -> {
            sql.append(" and d.destination_state = :destination");
            parameters.put("destination", state.value());
        });
        wanted.originator().ifPresent(state -> {
            sql.append(" and a.originator_state = :originator");
            parameters.put("originator", state.value());
        });
        wanted.item().ifPresent(code -> {
            sql.append(" and exists (select 1 from denial_item_code c where c.denial_id = d.id and c.code = :item)");
            parameters.put("item", code);
        });
        parameters.put("limit", page.limit() + 1);
        return sql.append(" order by a.listed_at desc, a.denial_id desc limit :limit")
                .toString();
    }

    /** Whether a denial of this state has the reference. */
    boolean hasRef(StateCode originator, String ref) {
        return !getEntityManager()
                .createNativeQuery("select ref from denial where originator_state = :originator and ref = :ref")
                .setParameter("originator", originator.value())
                .setParameter("ref", ref)
                .getResultList()
                .isEmpty();
    }
}
