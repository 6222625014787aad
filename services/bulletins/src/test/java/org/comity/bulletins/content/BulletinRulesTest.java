package org.comity.bulletins.content;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.LocalDate;
import java.util.List;
import org.comity.kernel.problem.FieldError;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BulletinRulesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);

    private static DraftBulletin draft(String json) throws Exception {
        return new ObjectMapper().registerModule(new JavaTimeModule()).readValue(json, DraftBulletin.class);
    }

    private static String pointers(List<FieldError> errors) {
        return String.join(" ", errors.stream().map(FieldError::pointer).toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "{\"validUntil\":\"2026-06-01\"}|",
                "{\"validUntil\":\"2026-05-31\"}|/validUntil",
                "{\"validUntil\":\"2200-12-31\"}|",
                "{\"validUntil\":\"2201-01-01\"}|/validUntil",
                "{\"items\":[{\"controlCode\":\"5A001.f.2\"}]}|",
                "{\"items\":[{\"controlCode\":\"IMSI\"}]}|/items/0/controlCode",
                "{\"destinations\":[\"XK\"]}|",
                "{\"destinations\":[\"ZZ\"]}|/destinations/0",
                "{\"parties\":[{\"name\":\"x\",\"country\":\"QQ\"}]}|/parties/0/country",
                "{\"releasability\":{\"mode\":\"ALL\",\"states\":[\"DE\"]}}|/releasability/states"
            })
    void R319_what_is_wrong_is_told_by_field(String json, String wrong) throws Exception {
        assertEquals(wrong == null ? "" : wrong, pointers(BulletinRules.wrong(draft(json), TODAY)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "{\"class\":\"SANITISED\",\"tlp\":\"CLEAR\",\"releasability\":{\"mode\":\"ALL\"}}|",
                "{\"class\":\"SANITISED\",\"tlp\":\"GREEN\"}|/tlp",
                "{\"class\":\"SANITISED\",\"parties\":[{\"name\":\"x\"}]}|/parties",
                "{\"class\":\"SANITISED\",\"releasability\":{\"mode\":\"ORIGINATOR_ONLY\"}}|/releasability/mode",
                "{\"class\":\"RISK\",\"tlp\":\"GREEN\"}|",
                "{\"class\":\"RISK\",\"tlp\":\"CLEAR\"}|/tlp"
            })
    void R320_a_copy_for_everybody_is_clear_and_names_no_party(String json, String wrong) throws Exception {
        assertEquals(wrong == null ? "" : wrong, pointers(BulletinRules.wrong(draft(json), TODAY)));
    }
}
