package org.comity.portal.denial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.comity.portal.PortalServers;
import org.comity.portal.api.Codes;
import org.comity.portal.api.DenialContent;
import org.comity.portal.api.Json;
import org.comity.portal.api.Reference;
import org.comity.portal.draft.Draft;
import org.comity.portal.draft.Part;
import org.comity.portal.page.Form;
import org.comity.portal.page.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The description of a denial's form: where a pointer is typed, and what is read and shown. */
@QuarkusTest
@QuarkusTestResource(PortalServers.class)
class DenialFormTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 31);

    @Inject
    Reference reference;

    private static Page page() {
        return new Page(Optional.empty(), Locale.UK, ZoneOffset.UTC, TODAY, TODAY, "/denials", false, List.of(), "");
    }

    private Draft draft(DenialContent content) {
        return new Draft("/draft", DenialForm.parts(page(), reference), Json.tree(content), page());
    }

    private Part part(String path) {
        return DenialForm.parts(page(), reference).stream()
                .filter(it -> it.path().equals(path))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "/kind, decision, 0, kind",
        "/decisionDate, decision, 0, decisionDate-day",
        "/suspensionEndsOn, decision, 0, suspensionEndsOn-day",
        "/transitStates/1, decision, 0, transitStates/1",
        "/externalRefs/1/system, decision, 0, externalRefs/1/system",
        "/externalRefs/0/ref, decision, 0, externalRefs/0/ref",
        "/externalRefs, decision, 0, externalRefs",
        "/supersedes, decision, 0, supersedes",
        "/items, items, -1, ''",
        "/items/0, items, 0, ''",
        "/items/2/controlCode, items, 2, controlCode",
        "/items/0/keyParameters/1/value, items, 0, keyParameters/1/value",
        "/items/0/keyParameters, items, 0, keyParameters",
        "/parties/1/aliases/0, parties, 1, aliases",
        "/parties/0/identifiers/0/type, parties, 0, identifiers/0/type",
        "/statedEndUse, end-use, 0, statedEndUse",
        "/reasons/0/misuseTypes/3, reasons, 0, misuseTypes",
        "/releasability, release, 0, releasability/mode",
        "/releasability/states/4, release, 0, releasability/states",
        "/contact, release, 0, contact",
        "/withheld/0/field, release, 0, withheld",
        "/nationalAnnex/currency, annex, 0, nationalAnnex/currency",
        "/nationalAnnex, annex, 0, nationalAnnex/exporter",
        "/nationalRef, annex, 0, nationalRef",
    })
    void a_pointer_leads_to_the_input_where_it_is_typed(String pointer, String part, int at, String input) {
        Draft.Typed typed = draft(DenialContent.empty()).typed(pointer).orElseThrow();

        assertEquals(part, typed.place().part().path());
        assertEquals(input, typed.input());
        assertEquals(at, typed.place().at());
        assertFalse(typed.label().isEmpty(), "it has a name in a list of faults");
    }

    @Test
    void a_regime_is_mended_where_it_was_asked_for() {
        Form derived = Form.of(Map.of("provenance", List.of("REGIME_DERIVED"), "releasability/mode", List.of("LIST")));
        Form members = Form.of(Map.of("releasability/mode", List.of("REGIME")));

        assertEquals("derivedFrom", regime(derived));
        assertEquals("releasability/regime", regime(members));
    }

    private String regime(Form form) {
        return org.comity.portal.step.Faults.field(part("release").fields(), form, "releasability/regime")
                .orElseThrow()
                .name();
    }

    @Test
    void a_pointer_that_no_part_asks_for_is_typed_nowhere() {
        assertEquals(Optional.empty(), draft(DenialContent.empty()).typed("/somethingNew"));
    }

    @Test
    void a_control_list_entry_is_written_as_the_lists_write_it() {
        assertEquals("5A001.f.2", TransactionForm.code("5a001.F.2"));
        assertEquals("4D004", TransactionForm.code("4d004"));
    }

    @Test
    void what_is_shown_is_read_back_and_what_no_part_asks_for_stays() {
        ObjectNode said = Json.tree(DenialContent.empty());
        said.put("renewalGrounds", "Kept").put("decisionDate", "2026-03-02").put("kind", "SUSPENSION");
        said.put("suspensionEndsOn", "2026-05-01")
                .put("finalAssessment", "It stands")
                .put("nationalRef", "NL/7");
        said.putObject("nationalAnnex").put("value", new BigDecimal("125000")).put("currency", "EUR");
        said.putArray("transitStates").add("AE").add("KZ");
        said.putArray("withheld").addObject().put("field", "items").put("ground", "SECURITY");
        said.putArray("items")
                .addObject()
                .put("quantity", new BigDecimal("1.5"))
                .putArray("keyParameters")
                .addObject()
                .put("name", "Bands")
                .put("value", "4");
        DenialContent before = Json.content(said, DenialContent.class);
        ObjectNode content = Json.tree(before);

        for (Part part : DenialForm.parts(page(), reference)) {
            content = part.read(content, 0, part.show(content, 0), page());
        }

        // a part that there are several of begins its first one, which then says nothing
        assertEquals(before.items(), Json.content(content, DenialContent.class).items());
        assertEquals(before.renewalGrounds(), Json.text(content, "renewalGrounds"));
        assertEquals(
                "125000", Json.at(content, "nationalAnnex/value").decimalValue().toPlainString());
        assertEquals(List.of("AE", "KZ"), Json.texts(content, "transitStates"));
        assertEquals(
                before.withheld(), Json.content(content, DenialContent.class).withheld());
        assertEquals(
                Codes.DenialKind.SUSPENSION,
                Json.content(content, DenialContent.class).kind());
    }

    @Test
    void rows_that_are_left_empty_are_closed_up_and_a_row_says_what_was_typed() {
        Form form = Form.of(Map.of(
                "keyParameters/2/name", List.of("Bands"), "quantity", List.of("3"), "controlCode", List.of("5a001")));

        ObjectNode content = part("items").read(Json.tree(DenialContent.empty()), 0, form, page());

        DenialContent.Item item =
                Json.content(content, DenialContent.class).items().getFirst();
        assertEquals(List.of(new DenialContent.KeyParameter("Bands", "", null)), item.keyParameters());
        assertEquals("5A001", item.controlCode());
        assertEquals("Bands", form.value("keyParameters/0/name"));
        assertEquals("", form.value("keyParameters/2/name"));
    }

    @Test
    void the_parts_that_differ_are_told_and_an_order_of_ticks_is_no_difference() {
        ObjectNode before = Json.tree(DenialContent.empty());
        before.putArray("permittedUse").add("POLICY").add("LICENSING");
        ObjectNode after = before.deepCopy();
        after.putArray("permittedUse").add("LICENSING").add("POLICY");
        after.put("statedEndUse", "Other");

        assertEquals(
                Set.of("end-use"),
                draft(Json.content(after, DenialContent.class)).changed(before));
    }

    @Test
    void every_input_of_a_part_has_its_own_name() {
        for (Part part : DenialForm.parts(page(), reference)) {
            List<String> names = part.fields().stream()
                    .flatMap(org.comity.portal.form.Field::all)
                    .map(org.comity.portal.form.Field::name)
                    .filter(it -> !it.isEmpty())
                    .toList();
            assertEquals(names.size(), Set.copyOf(names).size(), part.path() + names);
            assertTrue(!names.isEmpty(), part.path());
        }
    }
}
