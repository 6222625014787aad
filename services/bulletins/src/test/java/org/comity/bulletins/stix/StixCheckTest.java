package org.comity.bulletins.stix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What of STIX is let in. */
class StixCheckTest {

    private static final String UUID = "--0c9a1f0e-70b5-4b4c-8a2e-2f6d4f0f3b22";

    private static Optional<String> fault(String json) throws JsonProcessingException {
        return StixCheck.fault(StixJson.read(json));
    }

    private static String object(String type, String fields) {
        return "{\"type\":\"" + type + "\",\"spec_version\":\"2.1\",\"id\":\"" + type + UUID
                + "\",\"created\":\"2026-01-31T12:00:00Z\",\"modified\":\"2026-01-31T12:00:00.123456789Z\"" + fields
                + "}";
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "identity | ,\"name\":\"A\"",
                "indicator | ,\"pattern\":\"[url:value = 'https://a.example']\",\"pattern_type\":\"stix\",\"valid_from\":\"2026-01-31T12:00:00Z\"",
                "location | ,\"country\":\"KZ\"",
                "malware | ,\"is_family\":false",
                "opinion | ,\"opinion\":\"agree\",\"object_refs\":[\"report--0c9a1f0e-70b5-4b4c-8a2e-2f6d4f0f3b22\"]",
                "x-new-thing | ,\"anything\":[1,{\"a\":\"b\"}]",
                "identity | ,\"name\":\"A\",\"unknown\":\"kept\"",
                "relationship | ,\"relationship_type\":\"uses\",\"source_ref\":\"tool--0c9a1f0e-70b5-4b4c-8a2e-2f6d4f0f3b22\",\"target_ref\":\"tool--0c9a1f0e-70b5-4b4c-8a2e-2f6d4f0f3b23\""
            })
    void R332_what_keeps_the_standard_is_let_in(String type, String fields) throws JsonProcessingException {
        assertEquals(Optional.empty(), fault(object(type, fields)));
    }

    @Test
    void R332_an_observable_has_no_version() throws JsonProcessingException {
        assertEquals(
                Optional.empty(),
                fault("{\"type\":\"ipv4-addr\",\"id\":\"ipv4-addr" + UUID + "\",\"value\":\"192.0.2.1\"}"));
        assertTrue(fault("{\"type\":\"ipv4-addr\",\"id\":\"ipv4-addr" + UUID + "\"}")
                .isPresent());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "identity |",
                "identity | ,\"name\":17",
                "identity | ,\"name\":\"A\",\"created_by_ref\":\"report--0c9a1f0e-70b5-4b4c-8a2e-2f6d4f0f3b22\"",
                "identity | ,\"name\":\"A\",\"confidence\":101",
                "identity | ,\"name\":\"A\",\"labels\":[]",
                "identity | ,\"name\":\"A\",\"object_marking_refs\":[\"x\"]",
                "indicator | ,\"pattern\":\"\",\"pattern_type\":\"stix\",\"valid_from\":\"2026-01-31T12:00:00Z\"",
                "indicator | ,\"pattern\":\"x\",\"pattern_type\":\"stix\",\"valid_from\":\"2026-01-31T12:00:00Z\",\"valid_until\":\"2025-01-31T12:00:00Z\"",
                "indicator | ,\"pattern\":\"x\",\"pattern_type\":\"stix\",\"valid_from\":\"2026-01-31\"",
                "location | ,\"latitude\":17",
                "opinion | ,\"opinion\":\"maybe\",\"object_refs\":[\"report--0c9a1f0e-70b5-4b4c-8a2e-2f6d4f0f3b22\"]",
                "report | ,\"name\":\"A\",\"published\":\"2026-01-31T12:00:00Z\",\"object_refs\":[]",
                "sighting | ,\"sighting_of_ref\":\"report\"",
                "indicator | ,\"pattern\":\"x\",\"pattern_type\":\"stix\",\"valid_from\":\"2026-01-31T12:00:00.1234567891Z\"",
                "x-new-thing | ,\"x_n\":1e60",
                "x-new-thing | ,\"x_n\":[{\"a\":1e-60}]",
                "x-new-thing | ,\"x_n\":-1e999999999",
                "x-new-thing | ,\"other_ref\":\"nothing\""
            })
    void R332_what_breaks_the_standard_is_refused(String type, String fields) throws JsonProcessingException {
        assertTrue(fault(object(type, fields == null ? "" : fields)).isPresent());
    }

    @Test
    void R333_a_known_label_has_its_own_name() throws JsonProcessingException {
        for (StixMarking marking : StixMarking.values()) {
            assertTrue(StixMarking.known(marking.id()).isPresent());
        }
        assertEquals(Optional.empty(), StixCheck.fault(StixMarking.AMBER_STRICT.object()));
        String red = StixMarking.RED.object().toString();
        assertTrue(fault(red.replace("TLP:RED", "TLP:GREEN")).isPresent());
        assertTrue(fault(red.replace("\"red\"", "\"green\"")).isPresent());
        assertTrue(
                fault(red.replace(StixMarking.RED.id(), StixMarking.CLEAR.id())).isPresent());
        assertEquals(org.comity.sharing.release.Tlp.CLEAR, StixMarking.WHITE.tlp());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a-", "((a+)+)+", "aaaa!", "report--"})
    void R332_no_text_costs_more_than_its_length(String part) {
        String long1 = part.repeat(50_000);
        assertTimeout(
                Duration.ofSeconds(2),
                () -> assertTrue(fault("{\"type\":\"identity\",\"spec_version\":\"2.1\",\"id\":\"" + long1
                                + "\",\"created\":\"" + long1 + "\",\"modified\":\"" + long1 + "\",\"name\":\"x\"}")
                        .isPresent()));
    }

    @Test
    void R332_what_is_kept_can_be_read_again_whatever_its_numbers_are() {
        String digits = "1" + "0".repeat(60);
        assertEquals(
                digits,
                StixJson.stored("{\"x_n\":" + digits + "}")
                        .path("x_n")
                        .bigIntegerValue()
                        .toString());
    }

    @ParameterizedTest
    @CsvSource({"2026-01-30T13:00:00Z,true", "2026-01-30T11:00:00Z,false"})
    void R332_a_version_is_not_of_the_future(String now, boolean isTaken) throws JsonProcessingException {
        assertEquals(
                isTaken,
                StixCheck.fault(StixJson.read(object("identity", ",\"name\":\"A\"")), Instant.parse(now))
                        .isEmpty());
    }
}
