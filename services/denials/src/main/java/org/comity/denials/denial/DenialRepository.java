package org.comity.denials.denial;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.comity.kernel.caller.Caller;
import org.comity.kernel.paging.PageRequest;
import org.comity.kernel.sql.Sql;
import org.comity.kernel.sql.SqlStatement;
import org.comity.sharing.release.Share;

/**
 * Denials as they are stored; every list goes through the release filter.
 *
 * <p>Rules.
 */
@Singleton
class DenialRepository implements PanacheRepositoryBase<DenialEntity, UUID> {

    private static final int MOST_ALIKE = 10;

    private final Sql sql;
    private final ReleaseFilter filter;
    private final Clock clock;

    DenialRepository(Sql sql, ReleaseFilter filter, Clock clock) {
        this.sql = sql;
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
        return from(caller, wanted, "d.id, a.listed_at", "")
                .newestFirst(page, "a.listed_at", "a.denial_id")
                .list(Listed.class);
    }

    /**
     * What the caller sees and wants, as the denials {@code d} and the audience {@code a}.
     *
     * @param columns what is asked of them
     * @param joined more tables
     */
    private SqlStatement from(Caller caller, DenialQuery wanted, String columns, String joined) {
        SqlStatement from = sql.of("select " + columns + " from denial_audience a join denial d on d.id = a.denial_id"
                        + joined + " where " + filter.listCondition(caller))
                .with("state", caller.ownState())
                .and(wanted.destination(), "d.destination_state = :destination", "destination")
                .and(wanted.originator(), "a.originator_state = :originator", "originator")
                .and(
                        wanted.item(),
                        "exists (select 1 from denial_item_code c where c.denial_id = d.id and c.code = :item)",
                        "item");
        if (!wanted.statuses().isEmpty()) {
            from.more(" and d.status = any (:statuses)").with("statuses", wanted.statuses());
        }
        if (wanted.waiting()) {
            // a file is there for its own state's desk alone, also under the policies
            from.more(" and a.own and exists (select 1 from denial_file f where f.denial_id = d.id"
                            + " and f.originator_state = :own and f.submitted_by is not null)")
                    .with("own", caller.ownState());
        }
        if (wanted.assessmentDue()) {
            // the same as DenialViews has it
            from.more(" and a.own and d.kind = 'SUSPENSION' and d.suspension_ends_on < :today"
                            + " and d.status = any (:inForce) and not exists (select 1 from denial_narrative n"
                            + " where n.denial_id = d.id and n.finally_assessed)")
                    .with("today", LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC))
                    .with(
                            "inForce",
                            Arrays.stream(DenialStatus.values())
                                    .filter(DenialStatus::isInForce)
                                    .toList());
        }
        return from;
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
        SqlStatement counts = from(caller, wanted, by.key() + " as key, count(distinct d.id) as denials", by.joined());
        if (by.isNarrative()) {
            counts.more(" and " + Share.narrativeCondition(caller));
        }
        return counts.more(" and d.notified_at is not null and coalesce(d.decision_date, cast(coalesce(d.told_at,"
                        + " d.notified_at) at time zone 'UTC' as date)) between :from and :to group by 1")
                .with("from", from, "to", to)
                .list(DenialCounts.Count.class);
    }

    /**
     * References of other denials in force, or drafted, whose parties the caller may read, and that have a party of one
     * of these names and one of these items.
     *
     * @param names as they are compared
     * @param items entries or descriptions, as they are compared
     */
    List<String> alike(Caller caller, UUID except, List<String> names, List<String> items) {
        return from(caller, DenialQuery.ALL, "d.ref", "")
                .more(" and " + Share.narrativeCondition(caller)
                        + " and d.id <> :except and d.status not in ('REVOKED', 'EXPIRED')"
                        + " and exists (select 1 from denial_party p where p.denial_id = d.id and p.name_key = any (:names))"
                        + " and exists (select 1 from denial_item i where i.denial_id = d.id and (lower(i.control_code)"
                        + " = any (:items) or i.description_key = any (:items)))"
                        + " order by a.listed_at desc, d.ref limit " + MOST_ALIKE)
                .with("except", except, "names", names, "items", items)
                .list(String.class);
    }
}
