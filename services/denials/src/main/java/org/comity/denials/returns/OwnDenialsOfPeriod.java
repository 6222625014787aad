package org.comity.denials.returns;

import jakarta.inject.Singleton;
import java.util.List;
import org.comity.denials.content.Criterion;
import org.comity.kernel.caller.StateCode;
import org.comity.kernel.sql.Sql;
import org.comity.kernel.sql.SqlStatement;
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
            + " cast(f.content ->> 'decisionDate' as date), cast(d.notified_at at time zone 'UTC' as date))";

    private static final String FROM = " from denial d join denial_file f on f.denial_id = d.id"
            + " left join denial_item i on i.denial_id = d.id";

    private static final String IN_PERIOD = " where d.originator_state = :own and d.notified_at is not null and "
            + DECIDED + " between :first and :last";

    private static final String FIRST_GROUND = " left join lateral (select r.criterion from denial_reason r"
            + " where r.denial_id = d.id order by r.position limit 1) g on true";

    private static final String OF_CLASS =
            " and (i.control_code is not null and coalesce(i.sensitivity, 'BASIC') = 'BASIC'"
                    + " or i.denial_id is null and f.content -> 'items' is not null)";

    private final Sql sql;

    OwnDenialsOfPeriod(Sql sql) {
        this.sql = sql;
    }

    /** How many there are. */
    long count(StateCode own, Period period) {
        return of(own, period, "select count(distinct d.id)" + FROM + IN_PERIOD + OF_CLASS)
                .one(Long.class);
    }

    private record Sum(
            @Nullable StateCode destination,
            String code,
            @Nullable String description,
            int denials,
            @Nullable Criterion ground) {}

    /** The same in sum, one line for each destination, entry and first ground. */
    DeniedInPeriod sum(StateCode own, Period period) {
        List<ReturnLine> lines = of(
                        own,
                        period,
                        "select d.destination_state as destination, i.control_code as code,"
                                + " min(d.content -> 'items' -> i.position ->> 'description') as description, count(distinct d.id) as denials,"
                                + " g.criterion as ground" + FROM + FIRST_GROUND + IN_PERIOD + OF_CLASS
                                + " and i.control_code is not null group by 1, 2, 5 order by 1, 2, 5")
                .list(Sum.class)
                .stream()
                .map(sum -> new ReturnLine(
                        sum.destination(),
                        sum.code(),
                        sum.description() == null ? null : shortened(sum.description()),
                        sum.denials(),
                        null,
                        sum.ground()))
                .toList();
        return new DeniedInPeriod(period.toString(), count(own, period), lines);
    }

    /** A line takes 500 characters. */
    private static String shortened(String description) {
        int most = 500;
        return description.length() <= most
                ? description
                : description.substring(0, description.offsetByCodePoints(0, most / 2));
    }

    private SqlStatement of(StateCode own, Period period, String text) {
        return sql.of(text).with("own", own, "first", period.firstDay(), "last", period.lastDay());
    }
}
