package org.comity.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ListQueryTest {

    private static final String SQL = "select d.id, a.listed_at from denial_audience a join denial d on"
            + " d.id = a.denial_id where a.state = $1 order by a.listed_at desc limit $2";

    @Test
    void the_query_is_found_among_others_with_its_values() {
        List<String> log = List.of(
                "2026-01-05 10:00:00.000 UTC [7] LOG:  execute S_1: BEGIN",
                "2026-01-05 10:00:00.000 UTC [7] LOG:  execute <unnamed>: select iso2 from member_state where iso2 = $1",
                "2026-01-05 10:00:00.000 UTC [7] DETAIL:  Parameters: $1 = 'NL'",
                "2026-01-05 10:00:00.001 UTC [7] LOG:  execute S_7: " + SQL,
                "2026-01-05 10:00:00.001 UTC [7] DETAIL:  Parameters: $1 = 'D''E', $2 = '26'");
        assertEquals(Optional.of(new ListQuery("page", SQL, List.of("'D''E'", "'26'"))), ListQuery.find("page", log));
    }

    @Test
    void a_query_whose_values_are_not_yet_in_the_log_is_not_found() {
        assertEquals(Optional.empty(), ListQuery.find("page", List.of("x LOG:  execute S_7: " + SQL)));
    }

    @Test
    void a_walk_along_the_index_is_recognised() throws Exception {
        assertTrue(plan(scan("Index Scan", "denial_audience", "denial_audience_list"))
                .isIndexed());
    }

    @Test
    void a_table_of_denials_read_from_end_to_end_is_recognised() throws Exception {
        String index = scan("Index Scan", "denial_audience", "denial_audience_list");
        assertFalse(plan(index + "," + scan("Seq Scan", "denial", "")).isIndexed());
        assertFalse(plan(scan("Seq Scan", "denial_audience", "")).isIndexed());
        assertTrue(plan(index + "," + scan("Seq Scan", "member_regime", "")).isIndexed());
    }

    private static ListQuery.Plan plan(String nodes) throws Exception {
        String json = "{\"Plan\": {\"Node Type\": \"Limit\", \"Plans\": [{\"Node Type\": \"Nested Loop\", \"Plans\": ["
                + nodes + "]}]}}";
        return new ListQuery.Plan("force_custom_plan", ListQuery.nodes(new ObjectMapper().readTree(json)));
    }

    private static String scan(String type, String table, String index) {
        return "{\"Node Type\": \"%s\", \"Relation Name\": \"%s\", \"Index Name\": \"%s\", \"Actual Rows\": 1}"
                .formatted(type, table, index);
    }
}
