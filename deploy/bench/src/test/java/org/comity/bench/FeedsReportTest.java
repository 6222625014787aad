package org.comity.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FeedsReportTest {

    @Test
    void an_envelope_has_a_hundred_objects_of_their_own_and_its_reports_name_the_others() throws Exception {
        JsonNode objects = new ObjectMapper().readTree(TaxiiEnvelope.next()).path("objects");
        Set<String> ids = new HashSet<>();
        Set<String> named = new HashSet<>();
        objects.forEach(object -> {
            ids.add(object.path("id").asText());
            object.path("object_refs").forEach(ref -> named.add(ref.asText()));
        });
        assertEquals(TaxiiEnvelope.OBJECTS, objects.size());
        assertEquals(TaxiiEnvelope.OBJECTS, ids.size());
        assertEquals(TaxiiEnvelope.OBJECTS - 2, named.size());
        assertTrue(ids.containsAll(named));
    }

    @Test
    void a_record_came_to_a_place_once_however_often_it_is_told_there() {
        String record = "0198c3a2-0000-7000-8000-000000000001";
        Arrivals arrivals = new Arrivals();
        long begin = System.nanoTime();
        arrivals.came("de", "data:{\"seq\":1,\"record\":\"" + record + "\"}");
        arrivals.came("de", "{\"record\": \"" + record + "\"}");
        arrivals.came("fr", ": nothing");
        assertEquals(1, arrivals.nanos(Map.of(record, begin), List.of("de", "fr")).length);
        assertTrue(arrivals.nanos(Map.of(record, begin), List.of("de"))[0] >= 0);
    }

    @Test
    void twice_the_time_for_twice_the_states_costs_each_state_the_same() {
        assertEquals(
                1.0,
                FeedsBenchmark.growthForEachState(List.of(
                        new FeedsReport.Growth(25, 100, 7_500, 1.0, 2.0, 1.5),
                        new FeedsReport.Growth(50, 100, 15_000, 2.0, 4.0, 3.0))));
    }

    @Test
    void rows_are_left_out_before_objects_are_joined_to_the_page() {
        ListQuery query =
                new ListQuery("first", "select * from (select 1 limit 101) p join o order by p.at", List.of());
        assertEquals(
                "select * from (select 1 limit 101 offset 900) p join o order by p.at",
                TaxiiPart.withOffset(query, 900).sql());
    }
}
