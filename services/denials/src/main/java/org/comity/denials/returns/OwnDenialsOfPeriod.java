package org.comity.denials.returns;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.List;
import org.comity.denials.content.Criterion;
import org.comity.kernel.caller.StateCode;
import org.jspecify.annotations.Nullable;

/**
 * The own denials that the return for a half-year is about: decided in it, approved, and with an item of a control list
 * that is not said to be sensitive, very sensitive or unlisted. One whose items are withheld counts.
 *
 * <p>Source: docs/rules.md R-298 (domain 1b: aggregated reporting is for the basic list). It says what its own desk
 * alone knows: which denials there are does not depend on their release.
 */
@Singleton
class OwnDenialsOfPeriod {

    /** The decision that is withheld is in the file of the desk. */
    private static final String DECIDED = "coalesce(d.decision_date,"
            + " cast(f.withheld_values ->> 'decisionDate' as date), cast(d.notified_at at time zone 'UTC' as date))";

    private static final String FROM = " from denial d join denial_file f on f.denial_id = d.id"
            + " left join denial_item i on i.denial_id = d.id";

    private static final String IN_PERIOD = " where d.originator_state = :own and d.notified_at is not null and "
            + DECIDED + " between :first and :last";

    private static final String FIRST_GROUND = " left join lateral (select r.criterion from denial_reason r"
            + " where r.denial_id = d.id order by r.position limit 1) g on true";

    private static final String OF_CLASS =
            " and (i.control_code is not null and coalesce(i.sensitivity, 'BASIC') = 'BASIC'"
                    + " or i.denial_id is null and f.withheld_values -> 'items' is not null)";

    private final EntityManager database;

    OwnDenialsOfPeriod(EntityManager database) {
        this.database = database;
    }

    /** How many there are. */
    long count(StateCode own, Period period) {
        return ((Number) of(own, period, "select count(distinct d.id)" + FROM + IN_PERIOD + OF_CLASS)
                        .getSingleResult())
                .longValue();
    }

    /** The same in sum, one line for each destination, entry and first ground. */
    DeniedInPeriod sum(StateCode own, Period period) {
        List<ReturnLine> lines = new ArrayList<>();
        for (Object row : of(
                        own,
                        period,
                        "select d.destination_state, i.control_code, min(i.description), count(distinct d.id),"
                                + " g.criterion" + FROM + FIRST_GROUND + IN_PERIOD + OF_CLASS
                                + " and i.control_code is not null group by 1, 2, 5 order by 1, 2, 5")
                .getResultList()) {
            Object[] cells = (Object[]) row;
            lines.add(new ReturnLine(
                    cells[0] == null ? null : new StateCode((String) cells[0]),
                    (String) cells[1],
                    cells[2] == null ? null : shortened((String) cells[2]),
                    ((Number) cells[3]).intValue(),
                    null,
                    ground((String) cells[4])));
        }
        return new DeniedInPeriod(period.toString(), count(own, period), lines);
    }

    private static @Nullable Criterion ground(@Nullable String code) {
        return code == null ? null : Criterion.valueOf(code);
    }

    /** A line takes 500 characters. */
    private static String shortened(String description) {
        int most = 500;
        return description.length() <= most
                ? description
                : description.substring(0, description.offsetByCodePoints(0, most / 2));
    }

    private Query of(StateCode own, Period period, String sql) {
        return database.createNativeQuery(sql)
                .setParameter("own", own.value())
                .setParameter("first", period.firstDay())
                .setParameter("last", period.lastDay());
    }
}
