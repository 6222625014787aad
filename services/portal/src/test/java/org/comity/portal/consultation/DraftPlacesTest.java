package org.comity.portal.consultation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.comity.portal.api.ConsultationContent;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DraftPlacesTest {

    private static final ConsultationContent SENT = ConsultationContent.empty()
            .with(List.of(
                    new ConsultationContent.Consulted("EE", List.of()),
                    new ConsultationContent.Consulted("JP", List.of("DN-JP-2026-7KQ4M2"))));

    @ParameterizedTest
    @CsvSource({
        "/type, type, type",
        "/question, question, question",
        "/tlp, question, tlp",
        "/candidateTransaction/destination, transaction, destination",
        "/candidateTransaction/items, items, ''",
        "/candidateTransaction/items/0/controlCode, items/0, controlCode",
        "/candidateTransaction/items/2/keyParameters/1/name, items/2, figureName-1",
        "/candidateTransaction/parties, parties, ''",
        "/candidateTransaction/parties/1/role, parties/1, role",
        "/consultedStates, states, states",
        "/consultedStates/1/state, states, states",
        "/consultedStates/1/denialRefs, states/JP, theirs",
        "/consultedStates/1/denialRefs/0, states/JP, theirs",
        "/consultedStates/7/denialRefs/0, states, states",
        "/nationalAnnex/currency, own, currency",
        "/internalRef, own, internalRef",
        "/nothing, '', ''"
    })
    void a_pointer_leads_to_the_step_and_the_field_where_it_is_typed(String pointer, String step, String field) {
        assertEquals(new DraftPlaces.Place(step, field), DraftPlaces.of(pointer, SENT));
    }
}
