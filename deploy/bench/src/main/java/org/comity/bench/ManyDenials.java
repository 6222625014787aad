package org.comity.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Fills the database: one denial, notified through the API, is copied row by row to as many as are wanted, each with
 * identifiers, originator, reference and times of its own. After every twenty denials that the reader sees stands one
 * that was not released to its state. Four at a time came onto the lists at the same instant, so that cursors meet
 * ties; the oldest is three years old at 100,000.
 */
final class ManyDenials {

    /** The state whose officer reads the list. */
    static final String READER = "DE";

    /** Where the denials come from; none of them is among those to which they are released. */
    static final List<String> ORIGINATORS = List.of("NL", "FR", "US", "JP", "GB", "DK", "NO");

    /** To whom they are released. */
    static final List<String> AUDIENCE = List.of(READER, "AU", "CA", "ES", "FI", "KR");

    static final int SEEN_FOR_EACH_HIDDEN = 20;

    private static final int AT_A_TIME = 5_000;
    private static final String COPIES = """
            create temporary table copy as
            select place, hidden, gen_random_uuid() as id, now() - ((? - floor(place)) / 4)::int * interval '1 hour' as at,
                   (string_to_array(?, ','))[1 + floor(place)::int %% %1$d] as originator,
                   'B' || lpad(row_number() over (order by place)::text, 7, '0') as name
            from (select n::numeric as place, false as hidden from generate_series(1, ?) n
                  union all select n * %2$d + 0.5, true from generate_series(1, ? / %2$d) n)
            """.formatted(ORIGINATORS.size(), SEEN_FOR_EACH_HIDDEN);
    private static final String COPY = """
            insert into %1$s (%6$s) select %7$s
            from copy c join %1$s d on d.%2$s = ?::uuid,
                 lateral jsonb_populate_record(d, jsonb_build_object(
                     'id', %3$s, 'denial_id', c.id, 'originator_state', c.originator,
                     'ref', 'DN-' || c.originator || '-2026-' || c.name, 'national_ref', c.originator || '/' || c.name,
                     'notified_at', c.at, 'content_at', c.at, 'created_at', c.at, 'updated_at', c.at,
                     'submitted_at', c.at, 'listed_at', c.at%4$s)) made
            where c.place > ? and c.place <= ?%5$s
            """;

    private final Connection superuser;
    private final Progress progress;

    ManyDenials(Connection superuser, Progress progress) {
        this.superuser = superuser;
        this.progress = progress;
    }

    /** Copies this denial until the reader's state sees so many, itself included. Leaves statistics up to date. */
    void copy(String denial, int seen) throws SQLException {
        List<String> tables = tablesOfDenials();
        try (Statement statement = superuser.createStatement()) {
            // the copies refer to one another as their original does, so that this need not be checked
            statement.execute("set session_replication_role = replica");
            statement.execute("set synchronous_commit = off");
            makeCopies(seen - 1);
            statement.execute("create index on copy (place)");
            statement.execute("analyze copy");
            for (int from = 0; from < seen; from += AT_A_TIME) {
                copyPart("denial", "id", denial, from);
                for (String table : tables) {
                    copyPart(table, "denial_id", denial, from);
                }
                if (from > 0 && from % (4 * AT_A_TIME) == 0) {
                    progress.detail("%,d", from);
                }
            }
            statement.execute("drop table copy");
            statement.execute("reset synchronous_commit");
            statement.execute("reset session_replication_role");
            statement.execute("vacuum (analyze)");
            statement.execute("checkpoint");
        }
    }

    private void makeCopies(int seen) throws SQLException {
        try (PreparedStatement make = superuser.prepareStatement(COPIES)) {
            make.setInt(1, seen);
            make.setString(2, String.join(",", ORIGINATORS));
            make.setInt(3, seen);
            make.setInt(4, seen);
            make.executeUpdate();
        }
    }

    private List<String> tablesOfDenials() throws SQLException {
        List<String> tables = new ArrayList<>();
        try (Statement statement = superuser.createStatement();
                ResultSet row = statement.executeQuery("select c.relname from pg_class c join pg_attribute a"
                        + " on a.attrelid = c.oid and a.attname = 'denial_id' where c.relkind = 'r'"
                        + " and c.relnamespace = 'public'::regnamespace order by 1")) {
            while (row.next()) {
                tables.add(row.getString(1));
            }
        }
        return tables;
    }

    /** The columns of a table, but those that PostgreSQL works out itself. */
    private String columns(String table, String of) throws SQLException {
        try (PreparedStatement query =
                superuser.prepareStatement("select string_agg(? || quote_ident(column_name), ', '"
                        + " order by ordinal_position) from information_schema.columns"
                        + " where table_schema = 'public' and is_generated = 'NEVER' and table_name = ?")) {
            query.setString(1, of);
            query.setString(2, table);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }

    private void copyPart(String table, String key, String denial, int from) throws SQLException {
        boolean isAudience = table.equals("denial_audience");
        String sql = COPY.formatted(
                table,
                key,
                table.equals("denial") ? "c.id" : "gen_random_uuid()",
                isAudience ? ", 'state', case when d.own then c.originator else d.state end" : "",
                isAudience ? " and not (c.hidden and d.state = '" + READER + "')" : "",
                columns(table, ""),
                columns(table, "made."));
        try (PreparedStatement copy = superuser.prepareStatement(sql)) {
            copy.setString(1, denial);
            copy.setInt(2, from);
            copy.setInt(3, from + AT_A_TIME);
            copy.executeUpdate();
        }
    }
}
