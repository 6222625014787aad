package org.comity.portal.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.yaml.snakeyaml.Yaml;

/** The portal speaks of the same codes and the same fields as the services' contracts. */
class CodesContractTest {

    private static final Map<String, Map<String, Object>> DENIALS = schemas("denials.yaml");
    private static final Map<String, Map<String, Object>> REGISTRY = schemas("registry.yaml");

    @TestFactory
    Stream<DynamicTest> every_code_list_is_that_of_the_contract() {
        return Map.ofEntries(
                        Map.entry("DenialStatus", Codes.DenialStatus.class),
                        Map.entry("DenialKind", Codes.DenialKind.class),
                        Map.entry("DenialBasis", Codes.DenialBasis.class),
                        Map.entry("ControlList", Codes.ControlList.class),
                        Map.entry("Sensitivity", Codes.Sensitivity.class),
                        Map.entry("ProductType", Codes.ProductType.class),
                        Map.entry("PartyRole", Codes.PartyRole.class),
                        Map.entry("EntityType", Codes.EntityType.class),
                        Map.entry("Criterion", Codes.Criterion.class),
                        Map.entry("MisuseType", Codes.MisuseType.class),
                        Map.entry("Right", Codes.Right.class),
                        Map.entry("ValidityPolicy", Codes.ValidityPolicy.class),
                        Map.entry("Tlp", Codes.Tlp.class),
                        Map.entry("ReleaseMode", Codes.ReleaseMode.class),
                        Map.entry("Regime", Codes.Regime.class),
                        Map.entry("PermittedUse", Codes.PermittedUse.class),
                        Map.entry("Provenance", Codes.Provenance.class),
                        Map.entry("AccessDecision", Codes.AccessDecision.class),
                        Map.entry("ImportStatus", Imports.Status.class),
                        Map.entry("CountryMeaning", Imports.CountryMeaning.class),
                        Map.entry("ReturnKind", Returns.Kind.class),
                        Map.entry("WithheldGround", Codes.WithheldGround.class),
                        Map.entry("ConsultationType", ConsultationCodes.Type.class),
                        Map.entry("ConsultationStatus", ConsultationCodes.Status.class),
                        Map.entry("ConsultationRole", ConsultationCodes.Role.class),
                        Map.entry("ConsultationAnswer", ConsultationCodes.Answer.class),
                        Map.entry("ConsultationAwaits", ConsultationCodes.Awaits.class),
                        Map.entry("ThreadStatus", ConsultationCodes.ThreadStatus.class))
                .entrySet()
                .stream()
                .map(it -> DynamicTest.dynamicTest(
                        it.getKey(), () -> assertEquals(DENIALS.get(it.getKey()).get("enum"), names(it.getValue()))));
    }

    @Test
    void the_statuses_of_a_state_are_those_of_the_registry() {
        assertEquals(REGISTRY.get("StateStatus").get("enum"), names(Codes.StateStatus.class));
    }

    @Test
    void what_the_portal_sends_has_every_field_of_the_contract_and_no_other() {
        assertEquals(properties(DENIALS.get("DraftDenial")), components(DenialContent.class));
        assertEquals(properties(DENIALS.get("Party")), components(DenialContent.Party.class));
        assertEquals(properties(DENIALS.get("DeniedItem")), components(DenialContent.Item.class));
        assertEquals(properties(DENIALS.get("Reason")), components(DenialContent.Reason.class));
        assertEquals(properties(DENIALS.get("Releasability")), components(DenialContent.Releasability.class));
        assertEquals(properties(DENIALS.get("NationalAnnex")), components(DenialContent.NationalAnnex.class));
        assertEquals(properties(DENIALS.get("ApproveDenial")), components(Steps.Release.class));
        assertEquals(properties(DENIALS.get("ReturnDenial")), components(Steps.Return.class));
        assertEquals(properties(DENIALS.get("RenewDenial")), components(Steps.Renew.class));
        assertEquals(properties(DENIALS.get("RevokeDenial")), components(Steps.Revoke.class));
        assertEquals(properties(DENIALS.get("DraftConsultation")), components(ConsultationContent.class));
        assertEquals(
                properties(DENIALS.get("CandidateTransaction")), components(ConsultationContent.Transaction.class));
        assertEquals(
                properties(property(DENIALS.get("CandidateTransaction"), "parties", "items")),
                components(ConsultationContent.Party.class));
        assertEquals(
                properties(property(DENIALS.get("DraftConsultation"), "consultedStates", "items")),
                components(ConsultationContent.Consulted.class));
        assertEquals(properties(DENIALS.get("ConsultationText")), components(ConsultationSteps.Text.class));
        assertEquals(properties(DENIALS.get("ReplyToConsultation")), components(ConsultationSteps.Reply.class));
        assertEquals(properties(DENIALS.get("ExtendThread")), components(ConsultationSteps.Extend.class));
        assertEquals(properties(DENIALS.get("DecideConsultation")), components(ConsultationSteps.Decide.class));
        assertEquals(properties(DENIALS.get("NotifyGrant")), components(ConsultationSteps.Notice.class));
    }

    @Test
    void what_the_portal_reads_of_a_consultation_is_in_the_contract() {
        Map<String, Object> whole = DENIALS.get("Consultation");
        Map<String, Object> thread = DENIALS.get("ConsultationThread");
        assertRead(Consultation.class, whole);
        assertRead(Consultation.Procedure.class, property(whole, "procedure"));
        assertRead(Consultation.Decided.class, property(whole, "outcome"));
        assertRead(Consultation.Notice.class, DENIALS.get("NoticeOfGrant"));
        assertRead(Consultation.ThreadView.class, thread);
        assertRead(Consultation.Cited.class, property(thread, "denials", "items"));
        assertRead(Consultation.Due.class, property(thread, "clock"));
        assertRead(Consultation.Proposal.class, property(property(thread, "clock"), "proposal"));
        assertRead(Consultation.Reply.class, property(thread, "reply"));
        assertRead(Consultation.Deemed.class, property(thread, "deemed"));
        assertRead(Consultation.Exchange.class, property(thread, "exchanges", "items"));
        assertRead(Consultation.Summary.class, property(DENIALS.get("ConsultationPage"), "items", "items"));
        assertRead(Consultation.Note.class, DENIALS.get("ConsultationNote"));
        assertEquals(
                property(property(thread, "exchanges", "items"), "kind").get("enum"),
                names(ConsultationCodes.Said.class));
        assertEquals(
                property(property(whole, "outcome"), "outcome").get("enum"), names(ConsultationCodes.Outcome.class));
        assertEquals(property(DENIALS.get("ExtendThread"), "move").get("enum"), names(ConsultationCodes.Move.class));
    }

    private static void assertRead(Class<?> read, Map<String, Object> schema) {
        Set<String> notThere = components(read);
        notThere.removeAll(properties(schema));
        assertEquals(Set.of(), notThere, read.getSimpleName());
    }

    @Test
    void what_the_portal_reads_is_in_the_contract() {
        Set<String> notThere = components(Denial.class);
        notThere.removeAll(properties(DENIALS.get("Denial")));
        assertEquals(Set.of(), notThere);

        assertEquals(property(DENIALS.get("Denial"), "shown").get("enum"), names(Denial.Shown.class));

        Set<String> notInSummary = components(DenialSummary.class);
        notInSummary.removeAll(properties(DENIALS.get("DenialSummary")));
        assertEquals(Set.of(), notInSummary);

        assertEquals(properties(DENIALS.get("Proposal")), components(Denial.Proposal.class));
        assertEquals(properties(DENIALS.get("Receipt")), components(History.Receipt.class));
        assertEquals(properties(entry("DenialVersions")), components(History.Version.class));
        assertEquals(properties(entry("VersionChanges")), components(History.Change.class));

        assertEquals(properties(DENIALS.get("Warning")), components(Warnings.Warning.class));
        assertEquals(properties(DENIALS.get("ImportSettings")), components(Imports.Settings.class));
        assertEquals(properties(DENIALS.get("Import")), components(Imports.Import.class));
        assertEquals(properties(DENIALS.get("ImportFault")), components(Imports.Fault.class));
        assertEquals(properties(DENIALS.get("ImportRecord")), components(Imports.Item.class));
        assertEquals(properties(DENIALS.get("GiveReturn")), components(Returns.Give.class));
        assertEquals(properties(DENIALS.get("ReturnLine")), components(Returns.Line.class));
        Set<String> notInReturn = components(Returns.Return.class);
        notInReturn.removeAll(properties(DENIALS.get("DenialReturn")));
        assertEquals(Set.of(), notInReturn);

        assertRead(Tearline.class, DENIALS.get("Tearline"));
        assertRead(Onward.Request.class, DENIALS.get("OnwardRequest"));
        assertRead(Statistics.Counted.class, DENIALS.get("Statistics"));
        assertRead(Statistics.Figures.class, DENIALS.get("Figures"));
        assertRead(Statistics.YearlyTable.class, DENIALS.get("YearlyTable"));
        assertRead(Statistics.Cell.class, property(DENIALS.get("YearlyTable"), "cells", "items"));
        assertEquals(properties(DENIALS.get("ProposeFigures")), components(Statistics.Propose.class));

        Set<String> notInState = components(State.class);
        notInState.removeAll(properties(REGISTRY.get("State")));
        assertEquals(Set.of(), notInState);
    }

    @Test
    void all_that_the_contract_counts_by_is_counted_by_but_all_in_one() {
        assertEquals(
                DENIALS.get("CountedBy").get("enum"),
                Stream.concat(names(Dimension.class).stream(), Stream.of("ALL")).toList());
    }

    @Test
    void the_contract_was_read() {
        assertFalse(properties(DENIALS.get("Denial")).isEmpty());
    }

    /** What there is several of in a list of that schema. */
    @SuppressWarnings("unchecked")
    private static Map<String, Object> entry(String list) {
        Map<String, Object> properties = (Map<String, Object>) DENIALS.get(list).get("properties");
        return (Map<String, Object>) ((Map<String, Object>) properties.get("items")).get("items");
    }

    /** The schema of a property, or of the items of one. */
    @SuppressWarnings("unchecked")
    private static Map<String, Object> property(Map<String, Object> schema, String... path) {
        Map<String, Object> found = ((Map<String, Map<String, Object>>) schema.get("properties")).get(path[0]);
        for (int at = 1; at < path.length; at++) {
            found = (Map<String, Object>) found.get(path[at]);
        }
        return found;
    }

    private static List<String> names(Class<? extends Enum<?>> codes) {
        return Arrays.stream(codes.getEnumConstants()).map(Enum::name).toList();
    }

    private static Set<String> components(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @SuppressWarnings("unchecked")
    private static Set<String> properties(Map<String, Object> schema) {
        return new TreeSet<>(((Map<String, Object>) schema.get("properties")).keySet());
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Map<String, Object>> schemas(String file) {
        Path path = Path.of(System.getProperty("comity.root"), "openapi", file);
        try (var reader = Files.newBufferedReader(path)) {
            Map<String, Map<String, Object>> contract = new Yaml().load(reader);
            return (Map<String, Map<String, Object>>) contract.get("components").get("schemas");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
