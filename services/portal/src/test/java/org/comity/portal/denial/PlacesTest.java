package org.comity.portal.denial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlacesTest {

    @ParameterizedTest
    @CsvSource({
        "/kind, decision, kind",
        "/decisionDate, decision, decisionDate-day",
        "/transitStates/1, decision, transitStates-1",
        "/externalRefs/1/system, decision, refSystem-1",
        "/externalRefs/0/ref, decision, refRef-0",
        "/externalRefs, decision, externalRefs",
        "/supersedes, decision, supersedes",
        "/items, items, ''",
        "/items/0, items/0, ''",
        "/items/2/controlCode, items/2, controlCode",
        "/items/0/keyParameters/1/value, items/0, figureValue-1",
        "/items/0/keyParameters, items/0, keyParameters",
        "/parties/1/aliases/0, parties/1, aliases",
        "/parties/0/identifiers/2/type, parties/0, identifierType-2",
        "/statedEndUse, end-use, statedEndUse",
        "/reasons/0/misuseTypes/3, reasons/0, misuseTypes",
        "/releasability, release, mode",
        "/releasability/states/4, release, states",
        "/releasability/regime, release, regime",
        "/withheld/0/field, release, withheld",
        "/nationalAnnex/currency, annex, currency",
        "/nationalRef, annex, nationalRef",
        "'', '', ''",
    })
    void a_pointer_leads_to_the_field_where_it_is_typed(String pointer, String step, String field) {
        assertEquals(new Places.Place(step, field), Places.of(pointer));
    }

    @ParameterizedTest
    @CsvSource({
        "decision, kind",
        "decision, basis",
        "decision, destinationState",
        "item, description",
        "item, controlCode",
        "party, role",
        "party, name",
        "party, country",
        "end-use, statedEndUse",
        "reason, criterion",
        "reason, misuseTypes",
        "release-fields, states",
        "release-fields, tlp",
        "release-fields, permittedUse",
        "annex, currency",
        "annex, value"
    })
    void the_field_is_on_the_page_of_its_step(String template, String field) throws IOException {
        String html = Files.readString(Path.of("src/main/resources/templates/denial", template + ".html"));
        assertTrue(html.contains("name='" + field + "'"), field);
    }

    @Test
    void a_field_that_no_step_asks_for_leads_to_the_decision() {
        assertEquals("decision", Places.of("/somethingNew").step());
    }
}
