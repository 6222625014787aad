package org.comity.denials.statistics;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
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
        for (int year : transactions.once(transaction -> due(transaction.connection(), last(now)))) {
            published += published(year, now) ? 1 : 0;
        }
        return published;
    }

    /** The last year of which the table may be out. */
    static int last(Instant now) {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        return today.isBefore(LocalDate.of(today.getYear(), MONTH, 1)) ? today.getYear() - 2 : today.getYear() - 1;
    }

    private static List<Integer> due(Connection connection, int last) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select year from yearly_figures"
                + " where approved_at is not null and year <= ? and year not in (select year from yearly_table)"
                + " group by year having count(*) >= ? order by year")) {
            query.setInt(1, last);
            query.setInt(2, FEWEST_STATES);
            List<Integer> years = new ArrayList<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    years.add(row.getInt(1));
                }
            }
            return years;
        }
    }

    private boolean published(int year, Instant now) throws SQLException {
        try {
            return transactions.once(transaction -> publish(transaction.connection(), year, now));
        } catch (SQLException e) {
            if (SERIALIZATION_FAILURE.equals(e.getSQLState())) {
                return false; // another replica was first
            }
            throw e;
        }
    }

    /** Another replica may have been first. */
    private static boolean publish(Connection connection, int year, Instant now) throws SQLException {
        try (Statement one = connection.createStatement()) {
            // the number of states and the sums are of one moment: whoever approves in between is in neither
            one.execute("set transaction isolation level repeatable read");
        }
        try (PreparedStatement insert = connection.prepareStatement("insert into yearly_table (year, published_at,"
                + " states) select ?, ?, count(*) from yearly_figures where year = ? and approved_at is not null"
                + " on conflict do nothing")) {
            insert.setInt(1, year);
            insert.setObject(2, now.atOffset(ZoneOffset.UTC));
            insert.setInt(3, year);
            if (insert.executeUpdate() == 0) {
                return false;
            }
        }
        for (Map.Entry<Dimension, Map<String, Long>> sums :
                sums(connection, year).entrySet()) {
            insert(connection, year, sums.getKey(), Suppression.of(sums.getValue()));
        }
        return true;
    }

    private static Map<Dimension, Map<String, Long>> sums(Connection connection, int year) throws SQLException {
        Map<Dimension, Map<String, Long>> sums = new EnumMap<>(Dimension.class);
        try (PreparedStatement query = connection.prepareStatement(
                "select dimension, key, sum(denials) from yearly_figure where year = ? group by dimension, key")) {
            query.setInt(1, year);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    sums.computeIfAbsent(Dimension.valueOf(row.getString(1)), dimension -> new TreeMap<>())
                            .put(row.getString(2), row.getLong(3));
                }
            }
        }
        return sums;
    }

    private static void insert(Connection connection, int year, Dimension dimension, Map<String, OptionalLong> cells)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into yearly_table_cell (year, dimension, key, denials) values (?, ?, ?, ?)")) {
            for (Map.Entry<String, OptionalLong> cell : cells.entrySet()) {
                insert.setInt(1, year);
                insert.setString(2, dimension.name());
                insert.setString(3, cell.getKey());
                if (cell.getValue().isPresent()) {
                    insert.setLong(4, cell.getValue().getAsLong());
                } else {
                    insert.setNull(4, java.sql.Types.BIGINT);
                }
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }
}
