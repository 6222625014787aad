package org.comity.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.comity.backing.Waiting;

/**
 * The very query with which the service reads a page of the list, as PostgreSQL was told it: caught in the server's
 * log, so that it cannot drift from what the service does.
 *
 * @param name of the server-side statement that {@link #prepare} makes
 * @param sql with places {@code $1}, {@code $2}, ...
 * @param values of the places, quoted
 */
record ListQuery(String name, String sql, List<String> values) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String STATEMENT = "LOG: +execute [^:]*: (select .*%s.* limit .*)";
    private static final Pattern VALUES = Pattern.compile("DETAIL: +[Pp]arameters: (.*)");
    private static final Pattern VALUE = Pattern.compile("\\$\\d+ = ('(?:[^']|'')*'|NULL)");

    ListQuery {
        values = List.copyOf(values);
    }

    /** Makes the service read a page, and takes the query from the log. */
    static ListQuery caught(String name, Connection superuser, Path log, Work reading) throws Exception {
        return caught(name, "denial_audience", superuser, log, reading);
    }

    /** The same of a list in whose query this table stands. */
    static ListQuery caught(String name, String table, Connection superuser, Path log, Work reading) throws Exception {
        try (Statement statement = superuser.createStatement()) {
            statement.execute("alter system set log_statement = 'all'");
            statement.execute("select pg_reload_conf()");
            try {
                List<ListQuery> found = new ArrayList<>();
                long begin = Files.size(log);
                boolean caught = Waiting.until(Duration.ofSeconds(20), Duration.ofMillis(500), () -> {
                    readQuietly(reading);
                    find(name, table, log, begin).ifPresent(found::add);
                    return !found.isEmpty();
                });
                if (!caught) {
                    throw new BenchException("The query of the list does not appear in PostgreSQL's log " + log + ".");
                }
                return found.getFirst();
            } finally {
                statement.execute("alter system reset log_statement");
                statement.execute("select pg_reload_conf()");
            }
        }
    }

    private static void readQuietly(Work reading) {
        try {
            reading.once();
        } catch (Exception e) {
            throw new BenchException("The list could not be read: " + e.getMessage(), e);
        }
    }

    private static Optional<ListQuery> find(String name, String table, Path log, long begin) {
        try {
            byte[] all = Files.readAllBytes(log);
            String text =
                    new String(all, (int) begin, all.length - (int) begin, java.nio.charset.StandardCharsets.UTF_8);
            return find(name, table, text.lines().toList());
        } catch (IOException e) {
            throw new BenchException("PostgreSQL's log cannot be read: " + e.getMessage(), e);
        }
    }

    /** The first such query in these lines of the log, if its values stand there too. */
    static Optional<ListQuery> find(String name, List<String> lines) {
        return find(name, "denial_audience", lines);
    }

    private static Optional<ListQuery> find(String name, String table, List<String> lines) {
        Pattern wanted = Pattern.compile(STATEMENT.formatted(table));
        for (int i = 0; i + 1 < lines.size(); i++) {
            Matcher statement = wanted.matcher(lines.get(i));
            Matcher values = VALUES.matcher(lines.get(i + 1));
            if (statement.find() && values.find()) {
                List<String> found = new ArrayList<>();
                Matcher value = VALUE.matcher(values.group(1));
                while (value.find()) {
                    found.add(value.group(1));
                }
                return Optional.of(new ListQuery(name, statement.group(1), found));
            }
        }
        return Optional.empty();
    }

    /** The same page found by counting from the beginning instead of by a cursor. */
    ListQuery withOffset(String otherName, int skipped) {
        return new ListQuery(otherName, sql + " offset " + skipped, values);
    }

    /** Makes a server-side statement of it, as the service's driver does. */
    void prepare(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("prepare " + name + " as " + sql);
        }
    }

    /** Runs the prepared statement; how many rows it found. */
    int execute(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(call())) {
            int count = 0;
            while (rows.next()) {
                count++;
            }
            return count;
        }
    }

    private String call() {
        return "execute " + name + "(" + String.join(", ", values) + ")";
    }

    /**
     * How the prepared statement is carried out.
     *
     * @param mode {@code force_custom_plan} or {@code force_generic_plan}: a driver's statement gets either, as
     *     PostgreSQL sees fit
     */
    Plan explain(Connection connection, String mode) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set plan_cache_mode = " + mode);
            try (ResultSet row = statement.executeQuery("explain (analyze, buffers, format json) " + call())) {
                row.next();
                return new Plan(mode, nodes(JSON.readTree(row.getString(1)).path(0)));
            } catch (IOException e) {
                throw new IllegalStateException("a plan that is not JSON", e);
            } finally {
                statement.execute("reset plan_cache_mode");
            }
        }
    }

    static List<Node> nodes(JsonNode explained) {
        List<Node> nodes = new ArrayList<>();
        collect(explained.path("Plan"), 0, nodes);
        return nodes;
    }

    private static void collect(JsonNode plan, int depth, List<Node> into) {
        into.add(new Node(
                depth,
                plan.path("Parent Relationship").asText().equals("InitPlan"),
                plan.path("Node Type").asText(),
                plan.path("Relation Name").asText(""),
                plan.path("Index Name").asText(""),
                plan.path("Actual Rows").asDouble(),
                plan.path("Actual Loops").asLong(),
                plan.path("Actual Total Time").asDouble()));
        plan.path("Plans").forEach(child -> collect(child, depth + 1, into));
    }

    /**
     * A node of a plan.
     *
     * @param once whether it is worked out once beforehand, as what the session variables say is
     * @param rows found in each loop
     * @param milliseconds each loop took, with what lies beneath
     */
    record Node(
            int depth,
            boolean once,
            String type,
            String table,
            String index,
            double rows,
            long loops,
            double milliseconds) {

        @Override
        public String toString() {
            return "  ".repeat(depth)
                    + type
                    + (index.isEmpty() ? "" : " using " + index)
                    + (table.isEmpty() ? "" : " on " + table)
                    + String.format(
                            java.util.Locale.ROOT, "  (rows %.0f, loops %d, %.3f ms)", rows, loops, milliseconds);
        }
    }

    /** A plan as it was carried out, from the top down. */
    record Plan(String mode, List<Node> nodes) {

        /** Whether the list is walked along its index, and no table of denials is read from end to end. */
        boolean isIndexed() {
            return nodes.stream().anyMatch(node -> node.index().equals("denial_audience_list"))
                    && nodes.stream()
                            .noneMatch(node -> node.type().equals("Seq Scan")
                                    && (node.table().equals("denial")
                                            || node.table().equals("denial_audience")));
        }
    }
}
