package org.comity.denials.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.comity.denials.content.ControlList;
import org.comity.denials.content.Criterion;
import org.comity.denials.content.DenialBasis;
import org.comity.denials.content.DenialKind;
import org.comity.denials.content.DeniedItem;
import org.comity.denials.content.DraftDenial;
import org.comity.denials.content.DraftDenialExamples;
import org.comity.denials.content.EntityType;
import org.comity.denials.content.ExternalRef;
import org.comity.denials.content.ExternalSystem;
import org.comity.denials.content.Identifier;
import org.comity.denials.content.NationalAnnex;
import org.comity.denials.content.Party;
import org.comity.denials.content.PartyRole;
import org.comity.denials.content.Reason;
import org.comity.denials.content.Sensitivity;
import org.comity.denials.content.ValidityPolicy;
import org.comity.denials.content.Withheld;
import org.comity.denials.content.WithheldField;
import org.comity.denials.content.WithheldGround;
import org.comity.denials.exchange.table.UnreadableFile;
import org.comity.kernel.caller.StateCode;
import org.comity.sharing.code.MisuseType;
import org.comity.sharing.release.PermittedUse;
import org.comity.sharing.release.Provenance;
import org.comity.sharing.release.Releasability;
import org.comity.sharing.release.ReleaseMode;
import org.comity.sharing.release.Tlp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a file changes of a draft that is there. All parties are invented. */
class ChangedDraftTest {

    private static final String ROW = "NL/1,R-1,Korund OOO,Street 2,NL,KZ,4D004,Software,Police,New risk,end_user";
    private static final LocalDate OLD_DAY = LocalDate.of(2026, 1, 31);
    private static final LocalDate NEW_DAY = LocalDate.of(2026, 3, 31);
    private static final Releasability NARROW =
            new Releasability(ReleaseMode.LIST, List.of(new StateCode("DE")), List.of(), null);

    private static final Party KORUND = party(PartyRole.END_USER, "Korund OOO", EntityType.TELECOM, null);

    private static Party party(PartyRole role, String name, EntityType type, Boolean person) {
        return new Party(
                role,
                name,
                List.of("Korund Telecom"),
                "Корунд",
                "Street 1",
                new StateCode("KG"),
                List.of(new Identifier("tax", "000"), new Identifier("regime_reg_ref", "R-0")),
                type,
                person);
    }

    private static ImportSettings settings(Criterion criterion, Provenance provenance, CountryMeaning country) {
        return new ImportSettings(
                DenialKind.REFUSAL,
                NEW_DAY,
                DenialBasis.NATIONAL_LIST,
                country,
                criterion,
                null,
                null,
                Tlp.GREEN,
                provenance,
                List.of(PermittedUse.POLICY),
                new Releasability(ReleaseMode.ALL, List.of(), List.of(), null));
    }

    private static final ImportSettings SETTINGS = settings(null, null, CountryMeaning.PARTY);

    private static DraftDenial changed(DraftDenial there, ImportSettings settings, String... rows) {
        String headings = "reference,regime_reg_ref,name,address,notifying_government,country,denial_cle,"
                + "item_description,end_use,reason_for_refusal,entity_type,natural_person\n";
        byte[] file = (headings + String.join("\n", rows)).getBytes(StandardCharsets.UTF_8);
        try {
            FileCheck.Checked checked = new FileCheck(
                            new StateCode("NL"), new States(Map.of()), settings, draft -> List.of())
                    .check(FileReader.rows(file, FileFormat.CSV));
            assertEquals(List.of(), checked.faults());
            return ChangedDraft.of(there, checked.denials().getFirst(), settings);
        } catch (UnreadableFile e) {
            throw new IllegalStateException(e);
        }
    }

    /** With something in every field. */
    private static DraftDenial full(LocalDate validFrom) {
        return new DraftDenial(
                DenialKind.SUSPENSION,
                OLD_DAY,
                DenialBasis.LISTED,
                List.of(
                        new DeniedItem(
                                "4D004",
                                ControlList.EU_ANNEX_I,
                                Sensitivity.SENSITIVE,
                                "Tool",
                                List.of(),
                                new BigDecimal(3),
                                "piece",
                                null),
                        new DeniedItem("5D001.e", null, null, "Another", List.of(), null, null, null)),
                new StateCode("KG"),
                List.of(new StateCode("TR")),
                List.of(KORUND, party(PartyRole.AGENT, "Almera LLC", null, null)),
                "Border",
                "Surveillance",
                List.of(new Reason(
                        Criterion.ART15_A, List.of(MisuseType.CENSORSHIP), List.of(), "In short", "Old risk")),
                List.of(new ExternalRef(ExternalSystem.WA, "WA-1")),
                ValidityPolicy.EXPIRES,
                validFrom,
                null,
                LocalDate.of(2026, 12, 31),
                null,
                Tlp.RED,
                List.of(PermittedUse.LICENSING),
                Provenance.PARTNER,
                List.of("Not for onward release"),
                "Licensing office",
                List.of(new Withheld(WithheldField.STATED_END_USE, WithheldGround.SECURITY)),
                "DN-NL-2025-2222222222",
                NARROW,
                "NL/1",
                new NationalAnnex("Exporter B.V.", null, null, null, null));
    }

    @Test
    void R270_what_the_file_says_nothing_of_stays_as_the_desk_left_it() {
        DraftDenial before = full(LocalDate.of(2026, 6, 1));
        DraftDenial after = changed(before, SETTINGS, ROW);
        assertEquals(before.transitStates(), after.transitStates());
        assertEquals(before.assessedEndUse(), after.assessedEndUse());
        assertEquals(before.externalRefs(), after.externalRefs());
        assertEquals(before.validityPolicy(), after.validityPolicy());
        assertEquals(before.validFrom(), after.validFrom());
        assertEquals(before.caveats(), after.caveats());
        assertEquals(before.contact(), after.contact());
        assertEquals(before.withheld(), after.withheld());
        assertEquals(before.supersedes(), after.supersedes());
        assertEquals(before.nationalAnnex(), after.nationalAnnex());
        assertEquals(Provenance.PARTNER, after.provenance(), "the settings choose none");
        assertEquals(NARROW, after.releasability());
        assertEquals(Tlp.RED, after.tlp());
        assertEquals(List.of(PermittedUse.LICENSING), after.permittedUse());
    }

    @Test
    void R270_a_final_assessment_stays() {
        DraftDenial before = DraftDenialExamples.with(b -> b.finalAssessment = "Upheld");
        assertEquals("Upheld", changed(before, SETTINGS, ROW).finalAssessment());
    }

    @Test
    void R270_what_the_file_and_its_settings_say_is_taken() {
        DraftDenial after =
                changed(full(OLD_DAY), settings(Criterion.SANCTION, Provenance.OWN, CountryMeaning.PARTY), ROW);
        assertEquals(DenialKind.REFUSAL, after.kind());
        assertEquals(NEW_DAY, after.decisionDate());
        assertEquals(DenialBasis.NATIONAL_LIST, after.basis());
        assertEquals(Provenance.OWN, after.provenance());
        assertNull(after.suspensionEndsOn());
        assertNull(after.validFrom(), "nobody chose another day than that of the decision");
        assertEquals(new StateCode("KZ"), after.destinationState());
        assertEquals("Police", after.statedEndUse());
        assertEquals(Criterion.SANCTION, after.reasons().getFirst().criterion());
        assertEquals(1, after.items().size());
        assertEquals(1, after.parties().size());
        Party party = after.parties().getFirst();
        assertEquals("Street 2", party.address());
        assertEquals(new StateCode("KZ"), party.country());
    }

    @Test
    void R270_an_item_a_reason_and_a_party_keep_what_no_column_is_for() {
        DraftDenial after = changed(full(OLD_DAY), SETTINGS, ROW);
        assertEquals(
                List.of(new DeniedItem(
                        "4D004",
                        ControlList.EU_ANNEX_I,
                        Sensitivity.SENSITIVE,
                        "Software",
                        List.of(),
                        new BigDecimal(3),
                        "piece",
                        null)),
                after.items());
        assertEquals(
                List.of(new Reason(
                        Criterion.ART15_A, List.of(MisuseType.CENSORSHIP), List.of(), "In short", "New risk")),
                after.reasons());
        assertEquals(
                List.of(new Party(
                        PartyRole.END_USER,
                        "Korund OOO",
                        List.of("Korund Telecom"),
                        "Корунд",
                        "Street 2",
                        new StateCode("KZ"),
                        List.of(new Identifier("regime_reg_ref", "R-1"), new Identifier("tax", "000")),
                        EntityType.TELECOM,
                        null)),
                after.parties());
    }

    @Test
    void R270_an_empty_cell_says_nothing() {
        DraftDenial after = changed(
                full(OLD_DAY),
                settings(null, null, CountryMeaning.DESTINATION),
                "NL/1,,Korund OOO,,NL,KZ,4D004,,,New risk,end_user");
        assertEquals("Border", after.statedEndUse());
        assertEquals("Tool", after.items().getFirst().description());
        assertEquals(List.of(KORUND), after.parties(), "its country is asked for nowhere in the file");
    }

    @Test
    void R270_of_items_and_reasons_that_could_be_several_none_lends_to_another() {
        DraftDenial before = DraftDenialExamples.with(b -> {
            b.items = List.of(item("One"), item("Two"));
            b.reasons = List.of(reason("One"), reason("Two"));
        });
        DraftDenial after = changed(before, SETTINGS, ROW);
        assertNull(after.items().getFirst().sensitivity());
        assertNull(after.reasons().getFirst().tearline());
        DraftDenial alike =
                changed(before, SETTINGS, ROW.replace("Software", "Two").replace("New risk", "Two"));
        assertEquals(List.of(item("Two")), alike.items());
        assertEquals(List.of(reason("Two")), alike.reasons());
    }

    private static DeniedItem item(String description) {
        return new DeniedItem("4D004", null, Sensitivity.BASIC, description, List.of(), null, null, null);
    }

    private static Reason reason(String narrative) {
        return new Reason(Criterion.DIVERSION, List.of(), List.of(), "Short", narrative);
    }

    @ParameterizedTest
    @CsvSource({
        "END_USER, Ivan Invented, , true, '', true, ",
        "END_USER, Ivan Invented, , true, yes, true, ",
        "END_USER, IVAN INVENTED, , true, '', true, ",
        "END_USER, Ivan Invented, INDIVIDUAL, , '', , INDIVIDUAL",
        "END_USER, Ivan Invented, INDIVIDUAL, , no, false, ",
        "END_USER, Ivan Invented, TELECOM, true, No, false, TELECOM",
        "END_USER, Ivan Invented, , false, yes, true, ",
        "END_USER, Ivan Invented, , false, '', false, ",
        "AGENT, Ivan Invented, , true, '', , ",
        "END_USER, Another, , true, '', , "
    })
    void R270_a_person_stays_marked_unless_the_file_says_no(
            PartyRole role,
            String name,
            EntityType type,
            Boolean marked,
            String cell,
            Boolean after,
            EntityType typeAfter) {
        DraftDenial before = DraftDenialExamples.with(b -> b.parties = List.of(party(role, name, type, marked)));
        Party party = changed(before, SETTINGS, ROW.replace("Korund OOO", "Ivan Invented") + "," + cell)
                .parties()
                .getFirst();
        assertEquals(after, party.isNaturalPerson());
        assertEquals(typeAfter, party.entityType());
    }

    @Test
    void R270_of_two_that_are_called_alike_the_person_is_found() {
        DraftDenial before = DraftDenialExamples.with(
                b -> b.parties = List.of(KORUND, party(PartyRole.END_USER, "Korund OOO", EntityType.INDIVIDUAL, null)));
        assertEquals(
                EntityType.INDIVIDUAL,
                changed(before, SETTINGS, ROW).parties().getFirst().entityType());
    }
}
