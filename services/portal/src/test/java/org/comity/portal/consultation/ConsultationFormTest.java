package org.comity.portal.consultation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.comity.portal.PortalServers;
import org.comity.portal.api.ConsultationContent;
import org.comity.portal.api.Json;
import org.comity.portal.api.Reference;
import org.comity.portal.api.Services;
import org.comity.portal.draft.Draft;
import org.comity.portal.page.Page;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The description of a consultation's form: where a pointer is typed. */
@QuarkusTest
@QuarkusTestResource(PortalServers.class)
class ConsultationFormTest {

    private static final ObjectNode SENT = Json.tree(ConsultationContent.empty()
            .with(List.of(
                    new ConsultationContent.Consulted("EE", List.of()),
                    new ConsultationContent.Consulted("JP", List.of("DN-JP-2026-7KQ4M2")))));

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 31);

    @Inject
    Reference reference;

    @Inject
    Services services;

    private Draft draft() {
        Page page =
                new Page(Optional.empty(), Locale.UK, ZoneOffset.UTC, TODAY, TODAY, "/denials", false, List.of(), "");
        return new Draft("/draft", ConsultationForm.parts(SENT, page, services, reference), SENT, page);
    }

    @ParameterizedTest
    @CsvSource({
        "/type, type, type",
        "/question, question, question",
        "/tlp, question, tlp",
        "/candidateTransaction/destination, transaction, candidateTransaction/destination",
        "/candidateTransaction, transaction, candidateTransaction/destination",
        "/candidateTransaction/items, items, ''",
        "/candidateTransaction/items/0/controlCode, items, controlCode",
        "/candidateTransaction/items/2/keyParameters/1/name, items, keyParameters/1/name",
        "/candidateTransaction/parties, parties, ''",
        "/candidateTransaction/parties/1/role, parties, role",
        "/consultedStates, states, consultedStates",
        "/consultedStates/1/state, states, consultedStates",
        "/consultedStates/1/denialRefs, states/JP, theirs",
        "/consultedStates/1/denialRefs/0, states/JP, theirs",
        "/consultedStates/7/denialRefs/0, states, consultedStates",
        "/nationalAnnex/currency, own, nationalAnnex/currency",
        "/internalRef, own, internalRef"
    })
    void a_pointer_leads_to_the_part_and_the_input_where_it_is_typed(String pointer, String part, String input) {
        Draft.Typed typed = draft().typed(pointer).orElseThrow();

        assertEquals(part, typed.place().part().path());
        assertEquals(input, typed.input());
    }

    @org.junit.jupiter.api.Test
    void what_no_part_asks_for_is_typed_nowhere() {
        assertEquals(Optional.empty(), draft().typed("/nothing"));
    }
}
