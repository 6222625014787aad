package org.comity.denials.statistics;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.comity.kernel.timer.TimerJob;
import org.comity.kernel.timer.TimerTransactions;

/**
 * Publishes the table of a year, once: on the first of July after it, or when the third state has approved, whichever
 * is later. Figures that are approved afterwards stay out, since the difference of two tables would tell them.
 *
 * <p>Source: docs/rules.md R-205.
 */
@Singleton
class YearlyTableTimer implements TimerJob {

    /** Of two states, each would learn the other's figures from the sum. */
    static final int FEWEST_STATES = 3;

    private static final int MONTH = 7;
    private static final String SERIALIZATION_FAILURE = "40001";

    private final TimerTransactions transactions;
    private final Clock clock;

    YearlyTableTimer(TimerTransactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "yearly-table";
    }

    @Override
    public Duration interval() {
        return Duration.ofHours(1);
    }

    @Override
    public int run() throws SQLException {
        Instant now = clock.instant();
        int published = 0;
        for (int year : transactions.once(transaction -> due(transaction, last(now)))) {
            published += published(year, now) ? 1 : 0;
        }
        return published;
    }

    /** The last year of which the table may be out. */
    static int last(Instant now) {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        return today.isBefore(LocalDate.of(today.getYear(), MONTH, 1)) ? today.getYear() - 2 : today.getYear() - 1;
    }

    private static List<Integer> due(TimerTransactions.Transaction transaction, int last) {
        return transaction
                .sql("select year from yearly_figures"
                        + " where approved_at is not null and year <= :last and year not in (select year from yearly_table)"
                        + " group by year having count(*) >= :fewest order by year")
                .with("last", last, "fewest", FEWEST_STATES)
                .list(Integer.class);
    }

    private boolean published(int year, Instant now) throws SQLException {
        try {
            return transactions.once(transaction -> publish(transaction, year, now));
        } catch (SQLException e) {
            if (SERIALIZATION_FAILURE.equals(e.getSQLState())) {
                return false; // another replica was first
            }
            throw e;
        }
    }

    /** Another replica may have been first. */
    private static boolean publish(TimerTransactions.Transaction transaction, int year, Instant now) {
        // the number of states and the sums are of one moment: an approval in between counts in neither
        transaction.sql("set transaction isolation level repeatable read").run();
        int added = transaction
                .sql("insert into yearly_table (year, published_at, states) select :year, :now, count(*)"
                        + " from yearly_figures where year = :year and approved_at is not null on conflict do nothing")
                .with("year", year, "now", now)
                .run();
        if (added == 0) {
            return false;
        }
        sums(transaction, year)
                .forEach((dimension, sums) -> Suppression.of(sums).forEach((key, denials) -> transaction
                        .into("yearly_table_cell")
                        .with("year", year, "dimension", dimension, "key", key)
                        .with("denials", denials.isPresent() ? denials.getAsLong() : null)
                        .run()));
        return true;
    }

    private static Map<Dimension, Map<String, Long>> sums(TimerTransactions.Transaction transaction, int year) {
        Map<Dimension, Map<String, Long>> sums = new EnumMap<>(Dimension.class);
        transaction
                .sql("select dimension, key, sum(denials) as denials from yearly_figure where year = :year"
                        + " group by dimension, key")
                .with("year", year)
                .list(FiguresStore.Figure.class)
                .forEach(sum -> sums.computeIfAbsent(sum.dimension(), dimension -> new TreeMap<>())
                        .put(sum.key(), sum.denials()));
        return sums;
    }
}
