package org.comity.denials.denial;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import jakarta.persistence.Query;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
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

    private static final int MOST_ALIKE = 10;

    private final ReleaseFilter filter;
    private final Clock clock;

    DenialRepository(ReleaseFilter filter, Clock clock) {
        this.filter = filter;
        this.clock = clock;
    }

    /** A denial on a state's list, and since when. */
    record Listed(UUID id, Instant listedAt) {

        String cursor() {
            return new PageRequest.Position(listedAt, id).cursor();
        }
    }

    /** What the caller sees, newest first, one more than the page wants. */
    List<Listed> list(Caller caller, DenialQuery wanted, PageRequest page) {
        if (caller.state().isEmpty() || wanted.isOfOwnDesk() && !caller.isLicensingDesk()) {
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
        StringBuilder sql = new StringBuilder("select d.id, a.listed_at").append(from(caller, wanted, "", parameters));
        page.after().ifPresent(place -> {
            sql.append(" and (a.listed_at, a.denial_id) < (:at, :id)");
            parameters.put("at", place.at());
            parameters.put("id", place.id());
        });
        parameters.put("limit", page.limit() + 1);
        return sql.append(" order by a.listed_at desc, a.denial_id desc limit :limit")
                .toString();
    }

    /**
     * What the caller sees and wants, as the denials {@code d} and the audience {@code a}.
     *
     * @param joined more tables
     */
    private String from(Caller caller, DenialQuery wanted, String joined, Map<String, Object> parameters) {
        StringBuilder sql = new StringBuilder(" from denial_audience a join denial d on d.id = a.denial_id" + joined
                + " where " + filter.listCondition(caller));
        if (sql.indexOf(":state") >= 0) {
            parameters.put("state", caller.ownState().value());
        }
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
        if (wanted.waiting()) {
            // a file is there for its own state's desk alone, also under the policies
            sql.append(" and a.own and exists (select 1 from denial_file f where f.denial_id = d.id"
                    + " and f.originator_state = :own and f.submitted_by is not null)");
            parameters.put("own", caller.ownState().value());
        }
        if (wanted.assessmentDue()) {
            // the same as DenialViews has it
            sql.append(
                    " and a.own and d.kind = 'SUSPENSION' and d.suspension_ends_on < :today and d.status in (:inForce)"
                            + " and not exists (select 1 from denial_narrative n where n.denial_id = d.id"
                            + " and n.finally_assessed)");
            parameters.put("today", LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
            parameters.put(
                    "inForce",
                    Arrays.stream(DenialStatus.values())
                            .filter(DenialStatus::isInForce)
                            .map(Enum::name)
                            .toList());
        }
        return sql.toString();
    }

    /**
     * How many denials the caller sees, by what they are counted by. Drafts are no denials yet.
     *
     * @param from first day of the decision; of the notification in UTC where the other is withheld
     * @param to last day
     * @return keys and counts, a null key for those that have none
     */
    List<DenialCounts.Count> count(
            Caller caller, DenialQuery wanted, DenialCounts.By by, LocalDate from, LocalDate to) {
        if (caller.state().isEmpty()) {
            return List.of();
        }
        Map<String, Object> parameters = new HashMap<>();
        String sql = "select " + by.key() + ", count(distinct d.id)" + from(caller, wanted, by.joined(), parameters)
                + " and d.notified_at is not null"
                + " and coalesce(d.decision_date, cast(coalesce(d.told_at, d.notified_at) at time zone 'UTC' as date)) between :from and :to"
                + (by.isNarrative() ? " and " + filter.narrativeCondition(caller) : "") + " group by 1";
        Query query = getEntityManager()
                .createNativeQuery(sql)
                .setParameter("from", from)
                .setParameter("to", to);
        parameters.forEach(query::setParameter);
        List<DenialCounts.Count> counts = new ArrayList<>();
        for (Object row : query.getResultList()) {
            Object[] cells = (Object[]) row;
            counts.add(new DenialCounts.Count((String) cells[0], ((Number) cells[1]).longValue()));
        }
        return counts;
    }

    /**
     * References of other denials in force, or drafted, whose parties the caller may read, and that have a party of one
     * of these names and one of these items.
     *
     * @param names as they are compared
     * @param items entries or descriptions, as they are compared
     */
    List<String> alike(Caller caller, UUID except, List<String> names, List<String> items) {
        Map<String, Object> parameters = new HashMap<>(Map.of("except", except, "names", names, "items", items));
        String sql = "select d.ref" + from(caller, DenialQuery.ALL, "", parameters) + " and "
                + filter.narrativeCondition(caller) + " and d.id <> :except and d.status not in ('REVOKED', 'EXPIRED')"
                + " and exists (select 1 from denial_party p where p.denial_id = d.id and p.name_key in (:names))"
                + " and exists (select 1 from denial_item i where i.denial_id = d.id"
                + " and (lower(i.control_code) in (:items) or coalesce(i.description_key, lower(i.description)) in (:items)))"
                + " order by a.listed_at desc, d.ref limit " + MOST_ALIKE;
        Query query = getEntityManager().createNativeQuery(sql);
        parameters.forEach(query::setParameter);
        List<String> refs = new ArrayList<>();
        for (Object ref : query.getResultList()) {
            refs.add((String) ref);
        }
        return refs;
    }

    /** Whether a denial of this state has the reference. */
    boolean hasRef(StateCode originator, String ref) {
        return !getEntityManager()
                .createNativeQuery("select ref from denial where originator_state = :originator and ref = :ref"
                        + " union all select reference from discarded_reference"
                        + " where originator_state = :originator and reference = :ref")
                .setParameter("originator", originator.value())
                .setParameter("ref", ref)
                .getResultList()
                .isEmpty();
    }
}
