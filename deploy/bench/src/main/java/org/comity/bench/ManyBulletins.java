package org.comity.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Makes many bulletins out of one that was published through the API, by copying its rows. */
final class ManyBulletins {

    /** Whose collection is filled too. */
    static final String READER = "DE";

    private static final String COLLECTION = "released/" + READER;
    private static final int AT_A_TIME = 10_000;
    private static final String COPIES = """
            create temporary table copy as
            select n as place, gen_random_uuid() as id, 'BU-NL-2026-' || ? || lpad(n::text, 7, '0') as name,
                   now() - interval '1 day' - (? - n) * interval '10 ms' as at from generate_series(1, ?) n
            """;
    private static final String COPY = """
            insert into %1$s (%4$s) select %5$s
            from copy c join %1$s d on d.%2$s = ?::uuid,
                 lateral jsonb_populate_record(d, jsonb_build_object(
                     'bulletin_id', c.id, 'ref', c.name, 'listed_at', c.at, 'content_at', c.at, 'published_at', c.at,
                     'created_at', c.at, 'updated_at', c.at, 'submitted_at', c.at%3$s)) made
            where c.place > ? and c.place <= ?
            """;

    /** The id of an object in a copy: of the same type, and another one. */
    private static final String OBJECT = "d.type || '--' || md5(d.id || c.id)::uuid";

    private static final Map<String, String> OF_BULLETIN =
            Map.of("bulletin_file", "", "bulletin_key", "", "bulletin_audience", "");

    private final Connection superuser;
    private final Progress progress;

    ManyBulletins(Connection superuser, Progress progress) {
        this.superuser = superuser;
        this.progress = progress;
    }

    /** Copies this bulletin so often, with its objects in the collection of {@link #READER}. Leaves statistics up to date. */
    void copyWithObjects(String bulletin, int times) throws SQLException {
        copying(bulletin, times, "A", from -> {
            part(
                    "stix_object",
                    "bulletin_id",
                    ", 'key', md5(d.key::text || c.id)::uuid, 'id', " + OBJECT
                            + ", 'body', jsonb_set(d.body, '{id}', to_jsonb(" + OBJECT + "))",
                    bulletin,
                    from);
            part(
                    "stix_entry",
                    "bulletin_id",
                    ", 'object_key', md5(d.object_key::text || c.id)::uuid, 'id', " + OBJECT
                            + ", 'added_at', c.at + ((extract(epoch from d.added_at) * 1e6)::bigint % 1000)"
                            + " * interval '1 microsecond'",
                    bulletin,
                    from);
        });
        try (Statement statement = superuser.createStatement()) {
            statement.execute("vacuum (analyze)");
            statement.execute("checkpoint");
        }
    }

    /** Copies this bulletin so often; the ids of the copies. */
    List<String> copy(String bulletin, int times, String mark) throws SQLException {
        return copying(bulletin, times, mark, from -> {});
    }

    private interface Further {
        void from(int place) throws SQLException;
    }

    private List<String> copying(String bulletin, int times, String mark, Further further) throws SQLException {
        try (Statement statement = superuser.createStatement();
                PreparedStatement make = superuser.prepareStatement(COPIES)) {
            // the copies refer to one another as their original does, so that this need not be checked
            statement.execute("set session_replication_role = replica");
            statement.execute("set synchronous_commit = off");
            make.setString(1, mark);
            make.setInt(2, times);
            make.setInt(3, times);
            make.executeUpdate();
            statement.execute("create index on copy (place)");
            statement.execute("analyze copy");
            for (int from = 0; from < times; from += AT_A_TIME) {
                part("bulletin", "id", ", 'id', c.id", bulletin, from);
                for (Map.Entry<String, String> table : OF_BULLETIN.entrySet()) {
                    part(table.getKey(), "bulletin_id", table.getValue(), bulletin, from);
                }
                further.from(from);
                if (from > 0) {
                    progress.detail("%,d", from);
                }
            }
            List<String> ids = new ArrayList<>();
            try (ResultSet row = statement.executeQuery("select id from copy order by place")) {
                while (row.next()) {
                    ids.add(row.getString(1));
                }
            }
            statement.execute("drop table copy");
            statement.execute("reset synchronous_commit");
            statement.execute("reset session_replication_role");
            return ids;
        }
    }

    private void part(String table, String key, String more, String bulletin, int from) throws SQLException {
        String condition = table.equals("stix_entry") ? " and d.collection = '" + COLLECTION + "'" : "";
        String sql = COPY.formatted(table, key, more, columns(table, ""), columns(table, "made.")) + condition;
        try (PreparedStatement copy = superuser.prepareStatement(sql)) {
            copy.setString(1, bulletin);
            copy.setInt(2, from);
            copy.setInt(3, from + AT_A_TIME);
            copy.executeUpdate();
        }
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
}
