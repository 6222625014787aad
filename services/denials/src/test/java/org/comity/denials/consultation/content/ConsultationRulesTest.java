package org.comity.denials.consultation.content;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.comity.denials.consultation.thread.ConsultationType;
import org.comity.denials.content.DeniedItem;
import org.comity.denials.content.NationalAnnex;
import org.comity.denials.content.PartyRole;
import org.comity.denials.content.RemovedPerson;
import org.comity.kernel.caller.StateCode;
import org.comity.kernel.problem.FieldError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ConsultationRulesTest {

    private static final StateCode NL = new StateCode("NL");
    private static final StateCode EE = new StateCode("EE");
    private static final StateCode JP = new StateCode("JP");

    private static DeniedItem item(String code, String description, BigDecimal quantity) {
        return new DeniedItem(code, null, null, description, List.of(), quantity, null, null);
    }

    private static DraftConsultation draft(
            ConsultationType type, List<DeniedItem> items, PartyRole role, ConsultedState... consulted) {
        return new DraftConsultation(
                type,
                new CandidateTransaction(
                        items,
                        new StateCode("KZ"),
                        List.of(new CandidateParty(role, "Korund Svyaz OOO", null, new StateCode("KZ"), null)),
                        null),
                "Is it identical?",
                List.of(consulted),
                null,
                null,
                null);
    }

    private static ConsultedState citing(StateCode state, String... refs) {
        return new ConsultedState(state, List.of(refs));
    }

    private static List<String> pointers(List<FieldError> errors) {
        return errors.stream().map(FieldError::pointer).toList();
    }

    private static List<String> wrong(DraftConsultation draft) {
        return pointers(ConsultationRules.wrong(draft, NL, Set.of(NL, EE, JP)));
    }

    @Test
    void R105_a_no_undercut_consultation_cites_a_denial_to_each_state_and_the_other_types_need_none() {
        List<DeniedItem> items = List.of(item("5A001.f.2", null, null));
        assertEquals(
                List.of("/consultedStates/1/denialRefs"),
                pointers(ConsultationRules.missing(
                        draft(ConsultationType.NO_UNDERCUT, items, PartyRole.END_USER, citing(EE, "DN"), citing(JP)))));
        for (ConsultationType other : List.of(ConsultationType.LOCATION, ConsultationType.ESSENTIAL_INTEREST)) {
            assertEquals(
                    List.of(),
                    pointers(ConsultationRules.missing(draft(other, items, PartyRole.CONSIGNEE, citing(JP)))));
        }
    }

    @Test
    void R140_a_person_who_was_removed_is_missing_and_another_name_is_not() {
        DraftConsultation draft =
                draft(ConsultationType.LOCATION, List.of(item("4D004", null, null)), PartyRole.END_USER, citing(EE));
        CandidateTransaction transaction = draft.transactionOrEmpty();
        CandidateParty removed = new CandidateParty(PartyRole.AGENT, RemovedPerson.NAME, null, null, true);
        CandidateParty named = new CandidateParty(PartyRole.AGENT, "Invented Person Sigrid", null, null, true);
        CandidateParty first = transaction.parties().getFirst();
        assertEquals(
                List.of("/candidateTransaction/parties/1/name"),
                pointers(ConsultationRules.missing(
                        draft.withTransaction(transaction.withParties(List.of(first, removed))))));
        assertEquals(
                List.of(),
                pointers(ConsultationRules.missing(
                        draft.withTransaction(transaction.withParties(List.of(first, named))))));
    }

    @ParameterizedTest
    @EnumSource(PartyRole.class)
    void R105_an_end_user_or_a_consignee_is_named(PartyRole role) {
        boolean enough = role != PartyRole.AGENT && role != PartyRole.INTERMEDIATE;
        assertEquals(
                enough ? List.of() : List.of("/candidateTransaction/parties"),
                pointers(ConsultationRules.missing(
                        draft(ConsultationType.LOCATION, List.of(item("4D004", null, null)), role, citing(EE)))));
    }

    @Test
    void R105_an_item_has_an_entry_or_a_description() {
        assertEquals(
                List.of("/candidateTransaction/items/1/description"),
                pointers(ConsultationRules.missing(draft(
                        ConsultationType.LOCATION,
                        List.of(item(null, "Interception suite", null), item(null, null, null)),
                        PartyRole.END_USER,
                        citing(EE)))));
    }

    @Test
    void R106_a_state_is_consulted_once_subscribes_and_is_another_one() {
        List<DeniedItem> items = List.of(item("4D004", null, null));
        assertEquals(
                List.of(), wrong(draft(ConsultationType.LOCATION, items, PartyRole.END_USER, citing(EE), citing(JP))));
        assertEquals(
                List.of("/consultedStates/1/state", "/consultedStates/2/state", "/consultedStates/3/state"),
                wrong(draft(
                        ConsultationType.LOCATION,
                        items,
                        PartyRole.END_USER,
                        citing(EE),
                        citing(EE),
                        citing(NL),
                        citing(new StateCode("CN")))));
    }

    @Test
    void a_number_has_at_most_thirty_places() {
        assertEquals(List.of(), quantity(BigDecimal.valueOf(1, 30)));
        assertEquals(List.of("/candidateTransaction/items/0/quantity"), quantity(BigDecimal.valueOf(1, 31)));
    }

    private static List<String> quantity(BigDecimal number) {
        return wrong(draft(ConsultationType.LOCATION, List.of(item("4D004", null, number)), PartyRole.END_USER));
    }

    @Test
    void numbers_and_values_are_held_to_what_they_are_for_denials() {
        assertEquals(
                List.of("/candidateTransaction/items/0/quantity"),
                wrong(draft(
                        ConsultationType.LOCATION,
                        List.of(item("4D004", null, new BigDecimal("1E+900000000"))),
                        PartyRole.END_USER)));
        assertEquals(
                List.of("/nationalAnnex/currency"),
                wrong(new DraftConsultation(
                        null,
                        null,
                        null,
                        List.of(),
                        null,
                        null,
                        new NationalAnnex(null, null, BigDecimal.ONE, null, null))));
    }
}
