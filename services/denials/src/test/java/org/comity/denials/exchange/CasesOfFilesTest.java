package org.comity.denials.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.comity.denials.content.ContentRules;
import org.comity.denials.content.ControlList;
import org.comity.denials.content.Criterion;
import org.comity.denials.content.DenialBasis;
import org.comity.denials.content.DenialKind;
import org.comity.denials.content.DraftDenial;
import org.comity.denials.content.NoDuty;
import org.comity.denials.content.Party;
import org.comity.denials.exchange.table.HostileFiles;
import org.comity.denials.exchange.table.UnreadableFile;
import org.comity.kernel.caller.StateCode;
import org.comity.kernel.text.PlainText;
import org.comity.sharing.release.Releasability;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files as programs and people make them: src/test/resources/cases. */
class CasesOfFilesTest {

    private static final String HEADINGS =
            "reference,regime_reg_ref,name,address,notifying_government,country,denial_cle,item_description,end_use,"
                    + "reason_for_refusal,entity_type";
    private static final String ROW =
            "NL/1,,Case 1 Invented Ltd,Dock Road 8,Netherlands,KZ,5A001.f.2,Catcher,Tests,Risk,end_user";

    private static ImportSettings settings() {
        return new ImportSettings(
                DenialKind.REFUSAL,
                LocalDate.of(2026, 11, 20),
                DenialBasis.LISTED,
                CountryMeaning.PARTY,
                Criterion.COC_HR,
                ControlList.EU_ANNEX_I,
                null,
                null,
                null,
                List.of(),
                Releasability.NOBODY_ELSE);
    }

    private static FileCheck.Checked check(byte[] file, FileFormat format) throws UnreadableFile {
        return new FileCheck(
                        new StateCode("NL"),
                        new States(Map.of(new StateCode("NL"), "Netherlands")),
                        settings(),
                        draft -> Stream.concat(
                                        ContentRules.wrong(draft, LocalDate.of(2026, 11, 30)).stream(),
                                        ContentRules.missing(draft).stream())
                                .toList())
                .check(FileReader.read(file, format));
    }

    private static FileCheck.Checked check(String name) throws UnreadableFile {
        try (InputStream file = CasesOfFilesTest.class.getResourceAsStream("/cases/" + name)) {
            return check(file.readAllBytes(), FileFormat.ofName(name).orElseThrow());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static FileCheck.Checked checkText(String... lines) throws UnreadableFile {
        return check(String.join("\n", lines).getBytes(StandardCharsets.UTF_8), FileFormat.CSV);
    }

    private static List<String> cells(FileCheck.Checked checked) {
        return checked.faults().stream()
                .map(fault -> fault.row() + " " + fault.column())
                .toList();
    }

    private static DraftDenial first(FileCheck.Checked checked) {
        return checked.denials().getFirst().content();
    }

    private static Party party(FileCheck.Checked checked) {
        return first(checked).parties().getFirst();
    }

    @Test
    void R284_columns_that_are_not_understood_are_refused_with_the_nearest_that_is() {
        String why = assertThrows(UnreadableFile.class, () -> check("unknown-columns.csv"))
                .getMessage();

        assertTrue(why.contains("adress (did you mean address?)"), why);
        assertTrue(why.contains("natural_persons (did you mean natural_person?)"), why);
    }

    @ParameterizedTest
    @CsvSource({
        "decision date, ''",
        "Desicion_date, decision_date",
        "entity-type, entity_type",
        "colour, none",
        "remarks, none"
    })
    void R284_the_nearest_column_is_named_and_none_where_none_is_near(String heading, String nearest)
            throws UnreadableFile {
        if (nearest.isEmpty()) {
            assertEquals(List.of(), cells(checkText(HEADINGS + "," + heading, ROW + ",2026-05-07")));
            return;
        }
        String headings =
                nearest.equals("entity_type") ? HEADINGS.replace("entity_type", heading) : HEADINGS + "," + heading;
        String why = assertThrows(UnreadableFile.class, () -> checkText(headings, ROW + ","))
                .getMessage();

        assertTrue(why.contains(heading), why);
        assertEquals(!nearest.equals("none"), why.contains("did you mean " + nearest), why);
    }

    @Test
    void R284_what_stands_below_no_heading_is_refused() throws UnreadableFile {
        assertEquals(List.of(), cells(checkText(HEADINGS + ",", ROW + ", ")));
        String why = assertThrows(UnreadableFile.class, () -> checkText(HEADINGS, ROW + ",more"))
                .getMessage();
        assertEquals("Row 2 has text in column L, which has no heading.", why);
        assertThrows(UnreadableFile.class, () -> checkText(HEADINGS + ",", ROW + ",more"));
    }

    @ParameterizedTest
    @CsvSource({
        "originator_state, NL, true",
        "originator_state, DE, false",
        "tlp, AMBER, true",
        "tlp, RED, false",
        "status, '', true",
        "status, NOTIFIED, false",
        "ref, DN-NL-2026-7KQ4M2, false",
        "caveats, Handle with care, false",
        "faults, whatever, true"
    })
    void R284_a_column_of_an_export_says_what_the_import_does_or_is_refused(String column, String value, boolean taken)
            throws UnreadableFile {
        assertEquals(
                taken ? List.of() : List.of("2 " + column),
                cells(checkText(
                        HEADINGS + "," + column, ROW + "," + value, ROW.replace("NL/1", "NL/2") + "," + value)));
    }

    @Test
    void R284_the_notice_of_an_export_is_passed_over() throws UnreadableFile {
        assertEquals(List.of(), cells(checkText(HEADINGS + ",notice", ROW + "," + NoDuty.THIS)));
    }

    @Test
    void R284_each_value_of_a_column_of_an_export_counts_and_each_row() throws UnreadableFile {
        String notices = Stream.of(NoDuty.THIS, NoDuty.THESE, NoDuty.ANY, "Deny all")
                .map(notice -> "\n" + ROW.replace("NL/1", "NL/" + notice.length()) + ",\"" + notice + "\"")
                .collect(Collectors.joining());
        assertEquals(List.of("5 notice"), cells(checkText(HEADINGS + ",notice" + notices)));
        assertEquals(
                List.of("3 caveats"),
                cells(checkText(HEADINGS + ",caveats", ROW + ",", ",,,,,,,,,,,Handle with care")));
        assertEquals(List.of(), cells(checkText(HEADINGS + ",faults", ROW + ",", ",,,,,,,,,,,And 3 more faults.")));
    }

    @Test
    void R285_kind_basis_day_and_destination_of_a_row_are_taken() throws UnreadableFile {
        FileCheck.Checked checked = check("dates-in-columns.csv");

        assertEquals(List.of(), cells(checked));
        assertEquals(DenialKind.TRANSIT_PROHIBITION, first(checked).kind());
        assertEquals(DenialBasis.LISTED, first(checked).basis());
        assertEquals(LocalDate.of(2026, 5, 7), first(checked).decisionDate());
        assertEquals(new StateCode("TM"), first(checked).destinationState());
        assertEquals(new StateCode("KZ"), party(checked).country());
    }

    @Test
    void R285_an_empty_cell_leaves_what_the_settings_say() throws UnreadableFile {
        FileCheck.Checked checked = checkText(HEADINGS + ",kind,basis,decision_date,destination_state", ROW + ",,,,");

        assertEquals(List.of(), cells(checked));
        assertEquals(DenialKind.REFUSAL, first(checked).kind());
        assertEquals(LocalDate.of(2026, 11, 20), first(checked).decisionDate());
        assertEquals(new StateCode("KZ"), first(checked).destinationState());
    }

    @ParameterizedTest
    @CsvSource({
        "kind, REFUSE",
        "basis, ANNEX",
        "decision_date, 07/05/2026",
        "decision_date, 2026-02-30",
        "decision_date, 2027-05-07",
        "destination_state, Ruritania"
    })
    void R285_what_cannot_be_read_of_the_decision_is_a_fault_of_its_cell(String column, String value)
            throws UnreadableFile {
        assertEquals(List.of("2 " + column), cells(checkText(HEADINGS + "," + column, ROW + "," + value)));
    }

    @Test
    void R285_rows_of_a_denial_agree_on_its_decision() throws UnreadableFile {
        String other = ROW.replace("Case 1", "Case 2") + ",";
        assertEquals(
                List.of("3 decision_date"),
                cells(checkText(HEADINGS + ",decision_date", ROW + ",2026-05-07", other + "2026-05-08")));
        assertEquals(
                List.of(),
                cells(checkText(HEADINGS + ",decision_date", ROW + ",2026-05-07", other, other + "2026-05-07")));
    }

    @Test
    void R283_a_name_shows_and_looks_like_no_other() throws UnreadableFile {
        FileCheck.Checked checked = check("zero-width-name.csv");

        assertEquals(List.of("3 name"), cells(checked));
        assertEquals("Case 6 Invented Ltd", party(checked).name());
        assertEquals(
                "\u0634\u0631\u06A9\u062A \u0645\u06CC\u200C\u0631\u0648\u062F \u0633\u0627\u062E\u062A\u06AF\u06CC",
                checked.denials().getLast().content().parties().getFirst().name());
    }

    @Test
    void R283_a_no_break_space_is_a_blank() throws UnreadableFile {
        FileCheck.Checked checked = check("nbsp.csv");

        assertEquals(List.of(), cells(checked));
        assertEquals(1, checked.denials().size());
        assertEquals("Case 5 Invented Ltd", party(checked).name());
        assertEquals(new StateCode("KZ"), party(checked).country());
    }

    @ParameterizedTest
    @CsvSource({"sep-line.csv, 2", "blank-first-line.csv, 1", "title-row.csv, 1", "strict-open-xml.xlsx, 1"})
    void R286_the_headings_are_found_where_a_program_puts_them(String file, int denials) throws UnreadableFile {
        FileCheck.Checked checked = check(file);

        assertEquals(List.of(), cells(checked));
        assertEquals(denials, checked.denials().size());
    }

    @ParameterizedTest
    @CsvSource({"20, true", "21, false"})
    void R286_the_headings_are_among_the_first_rows(int above, boolean found) {
        String file = "Title,,\n".repeat(above) + HEADINGS + "\n" + ROW;
        try {
            check(file.getBytes(StandardCharsets.UTF_8), FileFormat.CSV);
            assertTrue(found);
        } catch (UnreadableFile e) {
            assertFalse(found, e.getMessage());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sep=;\n", "SEP=;\r\n", "\uFEFFsep=;\n"})
    void R286_a_first_line_says_what_parts_the_cells(String line) throws UnreadableFile {
        FileCheck.Checked checked = checkText(line + HEADINGS.replace(',', ';'), ROW.replace(',', ';'), ";;,;;");

        assertEquals("3 reference", cells(checked).getFirst(), "rows count from the headings, as a spreadsheet does");
    }

    @Test
    void R286_a_sheet_that_is_hidden_is_not_read() throws UnreadableFile {
        FileCheck.Checked checked = check("hidden-first-sheet.xlsx");

        assertEquals(List.of(), cells(checked));
        assertFalse(party(checked).name().contains("Hidden"), party(checked).name());
    }

    @Test
    void R287_a_cell_that_is_no_text_is_a_fault() throws UnreadableFile {
        FileCheck.Checked checked = check("cells-that-are-no-text.xlsx");

        assertEquals(List.of("2 name", "3 reference", "4 denial_cle"), cells(checked));
        assertTrue(checked.faults().getFirst().detail().contains("#N/A"));
        assertTrue(checked.faults().get(1).detail().contains("2026-03-31"));
        assertTrue(checked.faults().getLast().detail().contains("was it 5E001?"));
    }

    @ParameterizedTest
    @CsvSource({
        "50, 5E001",
        "5, 5E000",
        "5.00E+02, 5E002",
        "5E+02, 5E002",
        "6E101, 6E101",
        "51, ''",
        "0, ''",
        "0.5, ''",
        "05.0E2, 5E002",
        "0.5E3, 5E002"
    })
    void R287_a_number_tells_the_entry_that_a_spreadsheet_made_it_of(String number, String entry)
            throws UnreadableFile {
        FileCheck.Checked checked = checkText(HEADINGS, ROW.replace("5A001.f.2", number));
        if (number.equals("6E101")) {
            assertEquals(List.of(), cells(checked), "an entry as it is typed");
            return;
        }
        assertEquals(List.of("2 denial_cle"), cells(checked));
        assertEquals(!entry.isEmpty(), checked.faults().getFirst().detail().contains("was it " + entry + "?"));
    }

    @Test
    void R188_what_only_begins_as_a_formula_does_is_text() throws UnreadableFile {
        FileCheck.Checked checked = check("plain-text-that-starts-like-a-formula.csv");

        assertEquals(List.of(), cells(checked));
        assertEquals("+49 (0)30 123456", party(checked).address());
        assertEquals("'\uFF1DA1 Invented Ltd", Formula.defused("\uFF1DA1 Invented Ltd"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"'+49 30", "'- spare", "'@Home", "'=A1"})
    void R188_what_an_export_defused_comes_in_as_it_was(String written) throws UnreadableFile {
        // also where a spreadsheet saved the CSV as a workbook
        byte[] workbook = HostileFiles.sheet(HostileFiles.text("<row><c t=\"str\"><v>" + written + "</v></c></row>"));
        assertEquals(
                written.substring(1),
                FileReader.rows(workbook, FileFormat.XLSX).getLast().get(Column.REFERENCE));
        FileCheck.Checked checked = checkText(HEADINGS, ROW.replace("Dock Road 8", written));

        assertEquals(List.of(), cells(checked));
        assertEquals(written.substring(1), party(checked).address());
    }

    @ParameterizedTest
    @CsvSource({
        "Street_x0020_1, Street 1",
        "Street_x005F_x0041_, Street_x0041_",
        "First_x000D__x000A_second, first",
        "_xD83D__xDE00_, \uD83D\uDE00",
        "_x41_ _xGGGG_ x0041_, _x41_ _xGGGG_ x0041_"
    })
    void R283_a_character_that_Open_XML_writes_by_its_number_is_that_character(String written, String text)
            throws UnreadableFile {
        String meant = text.equals("first") ? "First\r\nsecond" : text;
        byte[] file = HostileFiles.sheet(
                HostileFiles.text("<row><c t=\"str\"><v>NL/2</v></c><c/><c t=\"inlineStr\"><is><r><t>" + written
                        + "</t></r><rPh><t>_x0041_</t></rPh></is></c></row>"));

        assertEquals(meant, FileReader.rows(file, FileFormat.XLSX).getLast().get(Column.NAME));
    }

    @Test
    void R283_a_character_that_does_not_show_is_refused_however_it_is_written() throws UnreadableFile {
        byte[] hidden = HostileFiles.sheet(
                HostileFiles.text("<row><c t=\"str\"><v>NL/2</v></c><c/><c t=\"str\"><v>a_x0000_b</v></c></row>"));
        String name = FileReader.rows(hidden, FileFormat.XLSX).getLast().get(Column.NAME);
        assertEquals("a\0b", name);
        assertNotNull(PlainText.Check.fault(name, 500, false));
    }

    @Test
    void R186_a_party_that_stands_in_two_rows_keeps_its_one_reference() throws UnreadableFile {
        FileCheck.Checked checked = check("own-export-shape.csv");

        assertEquals(List.of(), cells(checked));
        assertEquals(1, checked.denials().size());
        assertEquals(2, first(checked).items().size());
        assertEquals(1, first(checked).parties().size());
        assertEquals("WA-70-1", party(checked).identifiers().getFirst().value());
        assertEquals(1, party(checked).identifiers().size());
        assertEquals(
                "First line\nsecond line", first(checked).reasons().getFirst().narrative());
        assertNull(party(checked).isNaturalPerson());
    }

    @Test
    void R290_a_state_has_the_names_that_files_give_it() throws UnreadableFile {
        FileCheck.Checked checked = check("country-names.csv");

        assertEquals(List.of(), cells(checked));
        assertEquals(
                List.of("VN", "RU", "CI", "CI", "TR", "HK", "SY", "CZ", "BA", "US", "KZ"),
                checked.denials().stream()
                        .map(denial ->
                                denial.content().parties().getFirst().country().value())
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({
        "Türkiye, TR",
        "T\u00FCrkiye, TR",
        "Cote dIvoire, CI",
        "The Netherlands, NL",
        "netherlands, NL",
        "nld, NL",
        "Bosnia & Herzegovina, BA",
        "U.S.A., US",
        "'Korea, Republic of', KR",
        "xk, XK",
        "Hong Kong SAR China, HK",
        "Ruritania, ''",
        "Q, ''"
    })
    void R290_case_accents_and_marks_make_no_other_name(String name, String code) {
        assertEquals(
                code, new States(Map.of()).named(name).map(StateCode::value).orElse(""));
    }

    @Test
    void R291_an_entry_is_read_in_the_notations_that_files_have() throws UnreadableFile {
        FileCheck.Checked checked = check("control-list-notations.csv");

        assertEquals(
                List.of("5D001.e", "5A001.f.2", "5A001.f.2", "5A001.f.2", "6A005.d.1.d.1.a"),
                checked.denials().stream()
                        .limit(5)
                        .map(denial -> denial.content().items().getFirst().controlCode())
                        .toList());
        assertEquals(List.of("7 denial_cle", "8 denial_cle", "9 denial_cle"), cells(checked));
        List<String> why = checked.faults().stream().map(Fault::detail).toList();
        assertTrue(why.getFirst().contains("EU_ANNEX_I"), why.getFirst());
        assertTrue(why.getLast().contains("two rows"), why.getLast());
    }

    @ParameterizedTest
    @CsvSource({
        "5D001e, 5D001.e",
        "5 A 001 f 2, 5A001.f.2",
        "5A001.F.2., 5A001.f.2",
        "5A001f2b, 5A001.f.2.b",
        "5A001, 5A001",
        "6a005d1d1a, 6A005.d.1.d.1.a",
        "5A001-f-2, 5A001.f.2",
        "5Z99, ''",
        "5A001.2, ''",
        "ML10.a, ''",
        "5A001.f.2.b.1.c.d, ''",
        "5 A 001.f.22.b.11.a., 5A001.f.22.b.11.a",
        "50, ''"
    })
    void R291_marks_and_case_make_no_other_entry(String written, String code) {
        assertEquals(code, org.comity.sharing.code.ControlCode.written(written).orElse(""));
    }
}
