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
        return data("denials");
    }

    private static JsonNode data(String kind) throws IOException {
        return new ObjectMapper().readTree(DemoDataTest.class.getResourceAsStream("/demo-" + kind + ".json"));
    }

    @Test
    void the_file_says_that_all_of_it_is_invented() throws IOException {
        assertTrue(data("denials").get("note").asText().startsWith("Invented"));
        assertTrue(data("bulletins").get("note").asText().startsWith("Invented"));
    }

    @Test
    void every_key_and_national_reference_is_there_once() throws IOException {
        Set<String> keys = new HashSet<>();
        Set<String> references = new HashSet<>();
        for (JsonNode each : data().get("denials")) {
            assertTrue(keys.add(each.get("key").asText()), each.get("key").asText());
            assertTrue(references.add(each.at("/says/nationalRef").asText()));
            assertTrue(
                    each.get("key").asText().startsWith(each.get("originator").asText() + "-"));
        }
        assertTrue(keys.size() >= 30);
    }

    @Test
    void the_first_is_released_to_each_other_state_by_name_because_its_acceptance_is_waited_for() throws IOException {
        JsonNode first = data().at("/denials/0");

        assertEquals("LIST", first.at("/says/releasability/mode").asText());
        assertEquals(24, first.at("/says/releasability/states").size());
    }

    @Test
    void there_is_work_left_to_do_for_a_drafter_and_an_approver() throws IOException {
        Set<String> until = new HashSet<>();
        data().get("denials").forEach(each -> until.add(each.get("until").asText()));

        assertEquals(Set.of("DRAFT", "SUBMITTED", "APPROVED"), until);
    }

    @Test
    void there_are_bulletins_to_read_one_for_everybody_and_one_to_clear() throws IOException {
        Set<String> keys = new HashSet<>();
        Set<String> classes = new HashSet<>();
        Set<String> until = new HashSet<>();
        for (JsonNode each : data("bulletins").get("bulletins")) {
            assertTrue(keys.add(each.get("key").asText()), each.get("key").asText());
            classes.add(each.at("/says/class").asText());
            until.add(each.get("until").asText());
        }

        assertTrue(classes.contains("ALERT") && classes.contains("SANITISED"), classes.toString());
        assertEquals(Set.of("DRAFT", "SUBMITTED", "APPROVED"), until);
        assertEquals(
                24,
                data("bulletins").at("/bulletins/0/says/releasability/states").size());
    }
}
