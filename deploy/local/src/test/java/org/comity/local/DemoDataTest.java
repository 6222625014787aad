package org.comity.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DemoDataTest {

    private static JsonNode data() throws IOException {
        return new ObjectMapper().readTree(DemoDataTest.class.getResourceAsStream("/demo-denials.json"));
    }

    @Test
    void the_file_says_that_all_of_it_is_invented() throws IOException {
        assertTrue(data().get("note").asText().startsWith("Invented"));
    }

    @Test
    void every_key_and_national_reference_is_there_once() throws IOException {
        Set<String> keys = new HashSet<>();
        Set<String> references = new HashSet<>();
        for (JsonNode each : data().get("denials")) {
            assertTrue(keys.add(each.get("key").asText()), each.get("key").asText());
            assertTrue(references.add(each.at("/denial/nationalRef").asText()));
            assertTrue(
                    each.get("key").asText().startsWith(each.get("originator").asText() + "-"));
        }
        assertTrue(keys.size() >= 30);
    }

    @Test
    void the_first_is_released_to_each_other_state_by_name_because_its_acceptance_is_waited_for() throws IOException {
        JsonNode first = data().at("/denials/0");

        assertEquals("LIST", first.at("/denial/releasability/mode").asText());
        assertEquals(24, first.at("/denial/releasability/states").size());
    }

    @Test
    void there_is_work_left_to_do_for_a_drafter_and_an_approver() throws IOException {
        Set<String> until = new HashSet<>();
        data().get("denials").forEach(each -> until.add(each.get("until").asText()));

        assertEquals(Set.of("DRAFT", "SUBMITTED", "NOTIFIED"), until);
    }
}
