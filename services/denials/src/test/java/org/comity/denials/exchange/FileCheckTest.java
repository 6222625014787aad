package org.comity.denials.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.comity.denials.content.ContentRules;
import org.comity.denials.content.DenialBasis;
import org.comity.denials.content.DenialKind;
import org.comity.denials.content.DraftDenial;
import org.comity.denials.content.PartyRole;
import org.comity.denials.exchange.table.UnreadableFile;
import org.comity.kernel.caller.StateCode;
import org.comity.kernel.text.TextForm;
import org.comity.sharing.release.Releasability;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reading and checking of files, on the samples and on what is made here. All companies are invented. */
class FileCheckTest {

    private static final String HEADINGS =
            "reference,regime_reg_ref,name,address,notifying_government,country,denial_cle,item_description,end_use,"
                    + "reason_for_refusal,entity_type\n";
    private static final String ROW =
            "NL/1,R-1,Korund Svyaz OOO,Street 1,Netherlands,KZ,4D004,Software,Border,Risk,end_user\n";

    private static ImportSettings settings(CountryMeaning countryMeans) {
        return new ImportSettings(
                DenialKind.REFUSAL,
                LocalDate.of(2026, 3, 31),
                DenialBasis.LISTED,
                countryMeans,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                Releasability.NOBODY_ELSE);
    }

    private static FileCheck.Checked check(String state, byte[] file, CountryMeaning meaning) throws UnreadableFile {
        States states = new States(Map.of(new StateCode("KR"), "Republic of Korea"));
        return new FileCheck(new StateCode(state), states, settings(meaning), draft -> Stream.concat(
                                ContentRules.wrong(draft, LocalDate.of(2026, 6, 1)).stream(),
                                ContentRules.missing(draft).stream())
                        .toList())
                .check(FileReader.rows(file, FileFormat.CSV));
    }

    private static List<String> cells(FileCheck.Checked checked) {
        return checked.faults().stream()
                .map(fault -> fault.row() + " " + fault.column())
                .toList();
    }

    private static FileCheck.Checked check(String rows) throws UnreadableFile {
        return check("NL", (HEADINGS + rows).getBytes(StandardCharsets.UTF_8), CountryMeaning.PARTY);
    }

    static byte[] sample(String name) {
        try (InputStream file = FileCheckTest.class.getResourceAsStream("/samples/" + name)) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @CsvSource({"sample-nl.csv, NL, 120, 68", "sample-de.csv, DE, 60, 33"})
    void the_samples_have_no_fault(String file, String state, int rows, int denials) throws UnreadableFile {
        assertEquals(rows, FileReader.rows(sample(file), FileFormat.CSV).size());
        FileCheck.Checked checked = check(state, sample(file), CountryMeaning.PARTY);
        assertEquals(List.of(), checked.faults());
        assertEquals(denials, checked.denials().size());
    }

    @Test
    void R187_the_faulty_sample_has_exactly_its_eight_faults() throws UnreadableFile {
        assertEquals(
                List.of(
                        "3 country",
                        "5 denial_cle",
                        "6 name",
                        "8 entity_type",
                        "10 regime_reg_ref",
                        "11 name",
                        "12 notifying_government",
                        "13 notifying_government"),
                cells(check("NL", sample("sample-with-errors.csv"), CountryMeaning.PARTY)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                ",KZ, | ,, | 2 country",
                "4D004 | '' | 2 denial_cle",
                "4D004,Software | , | 2 denial_cle",
                ",Risk, | ,, | 2 reason_for_refusal",
                "end_user | agent | 2 entity_type"
            })
    void R256_what_could_not_be_submitted_is_a_fault_of_its_cell(String text, String other, String cell)
            throws UnreadableFile {
        assertEquals(List.of(cell), cells(check(ROW.replace(text, other))));
    }

    @Test
    void R256_what_another_row_of_the_denial_says_is_not_missing() throws UnreadableFile {
        assertEquals(List.of(), cells(check(ROW + "NL/1,R-2,Almera LLC,,NL,,,,,,agent\n")));
    }

    @Test
    void R256_each_row_without_an_entry_is_named_and_the_row_that_gives_the_destination() throws UnreadableFile {
        String bare = ROW.replace("4D004", "");
        assertEquals(
                List.of("2 denial_cle", "3 country", "3 denial_cle"),
                cells(check(bare.replace("end_user", "agent")
                        + bare.replace("R-1", "R-2").replace(",KZ,", ",,"))));
    }

    @Test
    void R257_a_faulty_cell_hides_nothing_that_is_wrong_with_the_whole() throws UnreadableFile {
        String other = ROW.replace("R-1", "R-2").replace("Svyaz", "Telecom").replace("KZ", "AE");
        FileCheck.Checked checked = check(
                "NL",
                (HEADINGS + ROW.replace("Netherlands", "Ruritania").replace("Risk", "") + other.replace("Risk", ""))
                        .getBytes(StandardCharsets.UTF_8),
                CountryMeaning.DESTINATION);
        assertEquals(List.of("2 notifying_government", "2 reason_for_refusal", "3 country"), cells(checked));
        assertFalse(checked.denials().getFirst().isRight());
    }

    @ParameterizedTest
    @CsvSource({"KZ, Atlantis, 2 country", "end_user, buyer, 2 entity_type", "NL/1, '', 2 reference"})
    void R257_what_follows_from_a_faulty_cell_is_not_told_beside_it(String text, String other, String cell)
            throws UnreadableFile {
        assertEquals(List.of(cell), cells(check(ROW.replace(text, other))));
    }

    @Test
    void R257_a_row_without_a_reference_is_checked_by_itself() throws UnreadableFile {
        String nameless = ROW.replace("NL/1", "").replace("Risk", "");
        assertEquals(
                List.of("2 reference", "3 reference", "3 denial_cle"),
                cells(check(nameless + nameless.replace("R-1", "R-2").replace("4D004", ""))));
    }

    private static FileCheck.Checked checkWithPersons(String... rows) throws UnreadableFile {
        return check(
                "NL",
                (HEADINGS.replace("\n", ",natural_person\n") + String.join("\n", rows))
                        .getBytes(StandardCharsets.UTF_8),
                CountryMeaning.PARTY);
    }

    @ParameterizedTest
    @CsvSource({"yes, true", "YES, true", "no,", "No,", "'',"})
    void R258_a_file_says_who_is_a_natural_person(String cell, Boolean person) throws UnreadableFile {
        FileCheck.Checked checked = checkWithPersons(ROW.strip() + "," + cell);
        assertEquals(List.of(), checked.faults());
        assertEquals(
                person,
                checked.denials().getFirst().content().parties().getFirst().isNaturalPerson());
    }

    @Test
    void R258_a_file_that_gains_the_column_has_not_changed() throws UnreadableFile {
        assertEquals(
                check(ROW).denials().getFirst().content(),
                checkWithPersons(ROW.strip() + ",no").denials().getFirst().content());
    }

    @ParameterizedTest
    @ValueSource(strings = {"y", "true", "1", "maybe"})
    void R258_what_is_neither_yes_nor_no_is_a_fault(String cell) throws UnreadableFile {
        assertEquals(List.of("2 natural_person"), cells(checkWithPersons(ROW.strip() + "," + cell)));
    }

    @Test
    void R258_rows_of_a_denial_agree_on_who_is_a_natural_person() throws UnreadableFile {
        String other = ROW.strip().replace("R-1", "R-2").replace("4D004", "5D001.e");
        FileCheck.Checked checked = checkWithPersons(ROW.strip() + ",yes", other + ",");
        assertEquals(List.of("3 natural_person"), cells(checked));
        assertFalse(checked.faults().getFirst().detail().contains("Korund"), "faults are kept in clear");
        assertEquals(List.of(), cells(checkWithPersons(ROW.strip() + ",yes", other + ",yes")));
        assertEquals(
                List.of(),
                cells(checkWithPersons(ROW.strip() + ",yes", other.replace("NL/1", "NL/2") + ",no")),
                "a company may be called as a person is");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[natural person]", "[Natural Person]"})
    void R258_what_an_export_puts_in_the_place_of_a_person_is_no_name(String name) throws UnreadableFile {
        assertEquals(List.of("2 name"), cells(check(ROW.replace("Korund Svyaz OOO", name))));
    }

    @Test
    void R186_rows_that_share_a_reference_are_one_denial() throws UnreadableFile {
        DraftDenial denial = check(
                        ROW
                                + "NL/1,R-2,Korund Svyaz OOO,Street 1,Netherlands,KZ,4D004,Software,Border,Risk,end_user\n"
                                + "NL/1,R-3,Almera LLC,Dock 8,NL,United Arab Emirates,5D001.e,Analysis,Police,Risk,third_party\n")
                .denials()
                .getFirst()
                .content();
        assertEquals("NL/1", denial.nationalRef());
        assertEquals(new StateCode("KZ"), denial.destinationState());
        assertEquals(2, denial.items().size());
        assertEquals(
                List.of(PartyRole.END_USER, PartyRole.INTERMEDIATE),
                denial.parties().stream().map(party -> party.role()).toList());
        assertEquals(2, denial.parties().getFirst().identifiers().size());
        assertEquals(new StateCode("AE"), denial.parties().getLast().country());
        assertEquals("Border\nPolice", denial.statedEndUse());
        assertEquals(1, denial.reasons().size());
    }

    @Test
    void R186_a_row_that_stands_twice_counts_once() throws UnreadableFile {
        FileCheck.Checked checked = check(ROW + ROW);
        assertEquals(List.of(), checked.faults());
        assertEquals(1, checked.denials().getFirst().rows().size());
    }

    @Test
    void a_country_that_means_the_destination_is_one_for_each_denial() throws UnreadableFile {
        String other = ROW.replace("R-1", "R-2").replace("Svyaz", "Telecom");
        FileCheck.Checked same =
                check("NL", (HEADINGS + ROW + other).getBytes(StandardCharsets.UTF_8), CountryMeaning.DESTINATION);
        assertEquals(List.of(), same.faults());
        assertEquals(new StateCode("KZ"), same.denials().getFirst().content().destinationState());
        assertEquals(
                null, same.denials().getFirst().content().parties().getFirst().country());

        FileCheck.Checked apart = check(
                "NL",
                (HEADINGS + ROW + other.replace("KZ", "AE")).getBytes(StandardCharsets.UTF_8),
                CountryMeaning.DESTINATION);
        assertEquals(
                List.of("3 country"),
                apart.faults().stream().map(f -> f.row() + " " + f.column()).toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "@SUM(A1)",
                "+cmd|' /C calc'!A0",
                "-2+3+cmd|' /C calc'!A0",
                "+SUM(A1)",
                "-Sheet1!A1",
                "+cmd|x",
                "\u200B=HYPERLINK(1)",
                "\u00A0=HYPERLINK(1)",
                "\u2060 \uFEFF-SUM(A1)",
                "+1+A1.B(2)",
                "+1!$A1"
            })
    void R188_a_formula_is_refused(String formula) throws UnreadableFile {
        assertEquals(
                List.of("2 name"),
                check(ROW.replace("Korund Svyaz OOO", "\"" + formula + "\"")).faults().stream()
                        .map(fault -> fault.row() + " " + fault.column())
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+49 Trading",
                "-",
                "-5",
                "3 = 3",
                "A@B",
                "Almera (Gulf)",
                "Hurra!",
                "A|B",
                "+A(1)",
                "+1A(b)",
                "+ab(c)",
                "+a!b"
            })
    void R188_what_is_no_formula_is_good(String name) throws UnreadableFile {
        assertEquals(List.of(), check(ROW.replace("Korund Svyaz OOO", name)).faults());
    }

    @ParameterizedTest
    @ValueSource(strings = {"=a", "+a", "-a", "@a"})
    void R188_what_goes_out_is_defused(String text) {
        assertEquals("'" + text, Formula.defused(text));
        assertEquals("a" + text, Formula.defused("a" + text));
    }

    static Stream<Arguments> parted() {
        return Stream.of(
                Arguments.of("Camera;=cmd|'/C calc'!A0;x", "Camera;'=cmd|'/C calc'!A0;x"),
                Arguments.of("Camera; \"+1", "Camera; \"'+1"),
                Arguments.of("One\n=1+1", "One\n'=1+1"),
                Arguments.of("One;\r\n@A", "One;\r\n'@A"),
                Arguments.of("One, -2", "One, -2"),
                Arguments.of("One\nTwo, -2", "One\nTwo, '-2"),
                Arguments.of("\t=1", "\t'=1"),
                Arguments.of("'=1;''-1;'a", "''=1;'''-1;'a"),
                Arguments.of("=1;=1", "'=1;'=1"),
                Arguments.of("5; 6", "5; 6"),
                Arguments.of("a=b", "a=b"));
    }

    @ParameterizedTest
    @MethodSource("parted")
    void R188_no_cell_is_a_formula_however_a_program_parts_the_lines(String text, String written) {
        assertEquals(written, Formula.defused(text));
    }

    /** Texts in the form in which they are kept, of what could go wrong on the way. */
    static Stream<String> texts() {
        List<String> parts = List.of(
                "=",
                "+",
                "-",
                "@",
                "'",
                "''",
                "\"",
                ";",
                ",",
                "\t",
                "\n",
                "\r",
                "\r\n",
                " ",
                "a",
                "A1",
                "SUM(A1)",
                "5 dB",
                "_x000D_",
                "_x005F_",
                "_x0041",
                "x0041_",
                "_",
                "\uFF1D",
                "\u00E9",
                "\uD83D\uDE00",
                "<&>",
                "]]>");
        Random random = new Random(15);
        Stream<String> made = Stream.generate(() -> random.ints(1 + random.nextInt(8), 0, parts.size())
                        .mapToObj(parts::get)
                        .collect(Collectors.joining()))
                .map(TextForm::of)
                .filter(text -> !text.isEmpty())
                .distinct()
                .limit(9_000);
        return Stream.concat(Stream.of("Border; -5 dB", "First line\nsecond line", "'=1", "'+49 30", "=A1"), made);
    }

    @ParameterizedTest
    @EnumSource(FileFormat.class)
    void R188_what_goes_out_comes_in_as_it_was(FileFormat format) throws UnreadableFile {
        List<String> texts = texts().toList();
        List<FileRow> rows = new ArrayList<>();
        texts.forEach(text -> rows.add(new FileRow(rows.size() + 2, Map.of(Column.NAME, "x", Column.END_USE, text))));

        List<FileRow> read = FileReader.rows(FileWriter.annotated(rows, List.of(), 0, format), format);

        assertEquals(texts.size(), read.size());
        for (int i = 0; i < texts.size(); i++) {
            assertEquals(texts.get(i), read.get(i).get(Column.END_USE));
        }
        assertTrue(read.stream().allMatch(row -> row.misread().isEmpty()));
    }

    @Test
    void R188_no_line_and_no_cell_parted_otherwise_begins_as_a_formula_does() {
        texts().map(Formula::defused)
                .flatMap(text -> Stream.of(text.split("[;\t\n\r]")))
                .map(cell -> cell.replace("\"", "").strip())
                .forEach(cell -> assertTrue(cell.isEmpty() || "=+-@\uFF1D".indexOf(cell.charAt(0)) < 0, cell));
    }

    @Test
    void R188_each_cell_of_CSV_is_quoted() {
        String file = new String(FileWriter.template(FileFormat.CSV), StandardCharsets.UTF_8);
        assertTrue(file.lines().allMatch(line -> line.replace("\uFEFF", "").matches("\"[^\"]*\"(,\"[^\"]*\")*")), file);
    }

    @Test
    void a_rule_of_the_draft_is_told_by_row_and_column() throws UnreadableFile {
        FileCheck.Checked checked = new FileCheck(
                        new StateCode("NL"),
                        new States(Map.of()),
                        settings(CountryMeaning.PARTY),
                        draft -> List.of(new org.comity.kernel.problem.FieldError("/parties/1/address", "Too long.")))
                .check(FileReader.rows(
                        (HEADINGS + ROW + ROW.replace("R-1", "R-2").replace("Svyaz", "Telecom"))
                                .getBytes(StandardCharsets.UTF_8),
                        FileFormat.CSV));
        assertEquals(List.of(new Fault(3, Column.ADDRESS, "Too long.")), checked.faults());
    }

    @ParameterizedTest
    @ValueSource(strings = {";", "\t"})
    void semicolons_and_tabs_are_understood(String mark) throws UnreadableFile {
        String text = "\uFEFF" + (HEADINGS + ROW).replace(",", mark).toUpperCase(java.util.Locale.ROOT);
        assertEquals(
                1,
                FileReader.rows(text.getBytes(StandardCharsets.UTF_8), FileFormat.CSV)
                        .size());
    }

    @Test
    void a_row_in_whose_columns_nothing_stands_is_passed_over() throws UnreadableFile {
        String text = HEADINGS.replace("\n", ",notice\n") + ROW + ",,,,,,,,,,,A denial creates no duty to deny.\n";
        assertEquals(
                1,
                FileReader.rows(text.getBytes(StandardCharsets.UTF_8), FileFormat.CSV)
                        .size());
    }

    @ParameterizedTest
    @EnumSource(FileFormat.class)
    void R250_a_template_and_an_annotated_file_keep_their_layout(FileFormat format) throws Exception {
        List<FileRow> rows = FileReader.rows(FileWriter.template(format), format);
        assertEquals(1, rows.size());
        byte[] annotated = FileWriter.annotated(rows, List.of(new Fault(2, "name", "Wrong.")), 1, format);
        FileRow again = FileReader.rows(annotated, format).getFirst();
        for (Column column : Column.values()) {
            assertEquals(rows.getFirst().get(column), again.get(column), column.name());
        }
        if (format == FileFormat.XLSX) {
            for (byte[] file : List.of(FileWriter.template(format), annotated)) {
                try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file))) {
                    assertEquals(
                            "A denial creates no duty to deny.",
                            workbook.findSheet("Notice")
                                    .orElseThrow()
                                    .read()
                                    .getFirst()
                                    .getCell(0)
                                    .getText());
                }
            }
        }
    }

    @Test
    void what_is_no_such_file_is_refused_with_a_reason() {
        for (byte[] file : List.of(
                new byte[0],
                HEADINGS.getBytes(StandardCharsets.UTF_8),
                "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8),
                (HEADINGS + "\"open").getBytes(StandardCharsets.UTF_8),
                (HEADINGS + "\u00e9").getBytes(StandardCharsets.ISO_8859_1),
                HEADINGS.replace("name", "reference").getBytes(StandardCharsets.UTF_8))) {
            assertThrows(UnreadableFile.class, () -> FileReader.rows(file, FileFormat.CSV));
        }
        for (byte[] file : List.of(new byte[0], ROW.getBytes(StandardCharsets.UTF_8))) {
            assertThrows(UnreadableFile.class, () -> FileReader.rows(file, FileFormat.XLSX));
        }
    }

    @Test
    void R185_a_file_has_at_most_10000_rows() throws UnreadableFile {
        byte[] most = (HEADINGS + ROW.repeat(10_000)).getBytes(StandardCharsets.UTF_8);
        assertEquals(10_000, FileReader.rows(most, FileFormat.CSV).size());
        byte[] more = (HEADINGS + ROW.repeat(10_001)).getBytes(StandardCharsets.UTF_8);
        assertThrows(UnreadableFile.class, () -> FileReader.rows(more, FileFormat.CSV));
    }

    @Test
    void a_workbook_reads_as_the_same_rows() throws Exception {
        List<FileRow> csv = FileReader.rows(sample("sample-nl.csv"), FileFormat.CSV);
        assertEquals(csv, FileReader.rows(workbook(csv), FileFormat.XLSX));
    }

    /** Whatever was damaged: rows, or a reason that a person understands. */
    @Test
    void a_damaged_workbook_is_read_or_refused_with_a_reason() throws Exception {
        byte[] whole = workbook(FileReader.rows((HEADINGS + ROW).getBytes(StandardCharsets.UTF_8), FileFormat.CSV));
        Random random = new Random(7);
        int refused = 0;
        for (int time = 0; time < 600; time++) {
            byte[] damaged = Arrays.copyOf(whole, time % 3 == 0 ? random.nextInt(whole.length) : whole.length);
            for (int at = 0; at < time % 5 + 1 && damaged.length > 0; at++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            }
            try {
                FileReader.rows(damaged, FileFormat.XLSX);
            } catch (UnreadableFile e) {
                refused++;
            }
        }
        assertTrue(refused > 300, refused + " refused");
    }

    @Test
    void a_workbook_without_a_sheet_is_refused() throws Exception {
        byte[] file = parts(Map.of(
                "xl/workbook.xml",
                "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheets/></workbook>",
                "[Content_Types].xml",
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"));
        assertThrows(UnreadableFile.class, () -> FileReader.rows(file, FileFormat.XLSX));
        assertThrows(UnreadableFile.class, () -> FileReader.rows(parts(Map.of()), FileFormat.XLSX));
    }

    private static byte[] parts(Map<String, String> parts) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return out.toByteArray();
    }

    private static byte[] workbook(List<FileRow> rows) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("Denials");
            for (Column column : Column.values()) {
                sheet.value(0, column.ordinal(), column.header());
            }
            for (FileRow row : rows) {
                row.cells().forEach((column, text) -> sheet.value(row.number() - 1, column.ordinal(), text));
            }
        }
        return out.toByteArray();
    }

    @Test
    void R188_a_formula_of_a_workbook_is_seen() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("Denials");
            for (Column column : Column.values()) {
                sheet.value(0, column.ordinal(), column.header());
                sheet.value(1, column.ordinal(), "x");
            }
            sheet.formula(1, Column.NAME.ordinal(), "1+1");
        }
        FileRow row = FileReader.rows(out.toByteArray(), FileFormat.XLSX).getFirst();
        assertTrue(Formula.is(row.get(Column.NAME)), row.get(Column.NAME));
    }

    @ParameterizedTest
    @CsvSource({"32767, false", "32768, true"})
    void a_text_that_no_cell_has_room_for_is_cut_and_says_so(int length, boolean cut) throws Exception {
        List<String> line = new ArrayList<>(Collections.nCopies(Column.values().length, "x"));
        line.set(Column.REASON_FOR_REFUSAL.ordinal(), "y".repeat(length));
        List<String> headings =
                Arrays.stream(Column.values()).map(Column::header).toList();
        String read = FileReader.rows(FileWriter.file(headings, List.of(line), FileFormat.XLSX), FileFormat.XLSX)
                .getFirst()
                .get(Column.REASON_FOR_REFUSAL);
        assertEquals(32_767, read.length());
        assertEquals(cut, read.endsWith("[cut: a cell has no room for more]"));
    }

    @Test
    void a_workbook_that_unpacks_to_too_much_is_refused() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 101; i++) {
                zip.write(zeros);
            }
        }
        assertThrows(UnreadableFile.class, () -> FileReader.rows(out.toByteArray(), FileFormat.XLSX));
    }

    @Test
    void R192_an_export_has_at_most_five_thousand() {
        assertEquals(5_000, ExportResource.MOST);
    }
}
