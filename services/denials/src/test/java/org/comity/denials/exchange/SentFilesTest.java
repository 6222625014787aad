package org.comity.denials.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.comity.denials.content.PartyRole;
import org.comity.denials.exchange.table.HostileFiles;
import org.comity.denials.exchange.table.UnreadableFile;
import org.comity.kernel.problem.FieldError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that people send by mistake, or as their program writes them: what is read is what is meant, or why not. */
class SentFilesTest {

    private static final String HEADINGS =
            "reference,regime_reg_ref,name,address,notifying_government,country,denial_cle,item_description,end_use,"
                    + "reason_for_refusal,entity_type";
    private static final String ROW =
            "NL/1,,Café Invented Ltd,Dock Road 8,Netherlands,KZ,5A001.f.2,Catcher,Tests,Risk,end_user";

    private static List<FileRow> rows(String text) throws UnreadableFile {
        return FileReader.rows(text.getBytes(StandardCharsets.UTF_8), FileFormat.CSV);
    }

    private static String why(byte[] file, FileFormat format) {
        return assertThrows(UnreadableFile.class, () -> FileReader.read(file, format))
                .getMessage();
    }

    private static byte[] sheet(String more) {
        return HostileFiles.sheet(HostileFiles.text(more));
    }

    private static FileRow last(byte[] workbook) throws UnreadableFile {
        return FileReader.rows(workbook, FileFormat.XLSX).getLast();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "x-UTF-16LE-BOM", "windows-1252", "UTF-32"})
    void R185_CSV_in_another_encoding_is_refused_with_what_to_do(String charset) {
        byte[] file = (HEADINGS + "\n" + ROW).getBytes(Charset.forName(charset));
        String why = why(file, FileFormat.CSV);
        assertTrue(charset.equals("UTF-32") || why.contains("CSV UTF-8"), why);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
    void R185_CSV_in_another_encoding_that_does_not_say_so_is_refused(String charset) {
        why((HEADINGS + "\n" + ROW).getBytes(Charset.forName(charset)), FileFormat.CSV);
    }

    @Test
    void R185_a_file_of_the_other_format_is_refused_with_what_to_do() {
        assertTrue(why(HostileFiles.good(), FileFormat.CSV).contains(".xlsx"));
        assertTrue(why((HEADINGS + "\n" + ROW).getBytes(StandardCharsets.UTF_8), FileFormat.XLSX)
                .contains("workbook"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\uFEFF", "\n\n", ",,,,", "\"\"", "sep=;", "sep=;\n"})
    void R185_a_file_without_headings_is_refused(String text) {
        assertTrue(why(text.getBytes(StandardCharsets.UTF_8), FileFormat.CSV).contains("No row heads"));
        assertTrue(why(new byte[0], FileFormat.XLSX).contains("workbook"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "\r\n\r\n", "\n,,,\n"})
    void R185_headings_alone_are_no_file(String below) {
        assertTrue(why((HEADINGS + below).getBytes(StandardCharsets.UTF_8), FileFormat.CSV)
                .contains("no row below"));
    }

    @Test
    void R284_a_heading_that_stands_twice_is_refused() {
        assertTrue(why((HEADINGS + ",Name\n" + ROW + ",x").getBytes(StandardCharsets.UTF_8), FileFormat.CSV)
                .contains("name stands in the file twice"));
        assertTrue(why(HEADINGS.replace("country", "country:").getBytes(StandardCharsets.UTF_8), FileFormat.CSV)
                .contains("did you mean country?"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"\"5,5 kW; \"\"new\"\"\"|5,5 kW; \"new\"", "5.5\t|5.5"})
    void R185_semicolons_part_cells_with_decimal_commas(String written, String meant) throws UnreadableFile {
        String row = ROW.replace(',', ';').replace("Catcher", written);
        assertEquals(
                meant, rows(HEADINGS.replace(',', ';') + "\n" + row).getFirst().get(Column.ITEM_DESCRIPTION));
    }

    @Test
    void R185_tabs_part_cells_with_commas_and_semicolons() throws UnreadableFile {
        String row = ROW.replace(',', '\t').replace("Catcher", "A, b; c");
        FileRow read = rows(HEADINGS.replace(',', '\t') + "\r" + row + "\r").getFirst();
        assertEquals("A, b; c", read.get(Column.ITEM_DESCRIPTION));
    }

    @Test
    void R185_a_text_in_runs_is_one_text_without_how_it_is_spoken() throws UnreadableFile {
        String runs = "<r><rPr><b/></rPr><t>Tok</t></r><r><t xml:space=\"preserve\">yo </t></r><r><t>KK</t></r>"
                + "<rPh sb=\"0\" eb=\"1\"><t>toukyou</t></rPh><phoneticPr fontId=\"1\"/>";
        assertEquals(
                "Tokyo KK",
                last(sheet("<row><c t=\"inlineStr\"><is>" + runs + "</is></c></row>"))
                        .get(Column.REFERENCE));
    }

    @ParameterizedTest
    @CsvSource({
        "'<c t=\"b\"><v>1</v></c>', TRUE, false",
        "'<c><f>A1</f><v>5</v></c>', =A1, true",
        "'<c t=\"str\"><f t=\"shared\" si=\"0\"/><v>x</v></c>', =, true",
        "'<c t=\"e\"><v>#REF!</v></c>', #REF!, true",
        "'<c><v>20260001</v></c>', 20260001, false",
        "'<c><v>1.50E+3</v></c>', 1500, false",
        "'<c t=\"d\"><v>2026-03-31T00:00:00</v></c>', 2026-03-31, true",
        "'<c t=\"str\"><v>0012</v></c>', 0012, false",
        "'<c s=\"99999999999\" t=\"str\"><v>x</v></c>', x, false"
    })
    void R287_a_cell_of_a_workbook_is_read_as_it_is_or_a_fault(String cell, String text, boolean isFault)
            throws UnreadableFile {
        FileRow row = last(sheet("<row>" + cell + "</row>"));
        assertEquals(text, row.get(Column.REFERENCE));
        assertEquals(isFault, row.misread().containsKey(Column.REFERENCE));
    }

    @ParameterizedTest
    @CsvSource({
        "00000, 42, 00042",
        "00000, 123456, 123456",
        "00000, 4.5, 4.5",
        "00000, -42, -42",
        "0, 42, 42",
        "00.00, 42, 42",
        "'#,##0', 1200, 1200"
    })
    void R287_a_number_keeps_the_zeros_that_its_format_shows_before_it(String code, String number, String text)
            throws UnreadableFile {
        assertEquals(text, last(HostileFiles.styled(code, number)).get(Column.REFERENCE));
    }

    @ParameterizedTest
    @CsvSource({"A1:K1, true", "B2:B3, false", "A1:A2, false", "A3, true", "A1, true"})
    void R287_merged_cells_below_the_headings_are_refused(String range, boolean read) throws UnreadableFile {
        byte[] file = HostileFiles.sheet(HostileFiles.text(
                "</sheetData><mergeCells count=\"1\"><mergeCell ref=\"" + range + "\"/></mergeCells><sheetData>"));
        if (read) {
            assertEquals(1, FileReader.rows(file, FileFormat.XLSX).size());
        } else {
            assertTrue(why(file, FileFormat.XLSX).contains("The cells " + range + " are merged"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"<c r=\"A3\" t=\"str\"><v>y</v></c>", "<c r=\"A3\"/>"})
    void R185_two_cells_in_the_same_place_are_refused(String second) {
        assertTrue(why(sheet("<row r=\"3\"><c r=\"A3\" t=\"str\"><v>x</v></c>" + second + "</row>"), FileFormat.XLSX)
                .contains("same place"));
    }

    @ParameterizedTest
    @CsvSource({"2026-03-31, true", "+12026-03-31, false", "-999999999-01-01, false", "-0044-03-15, false"})
    void R285_a_date_is_one_that_the_database_has(String date, boolean good) throws UnreadableFile {
        FileRow row = rows(HEADINGS + ",decision_date\n" + ROW + "," + date).getFirst();
        assertEquals(good, DecisionCells.faults(row).isEmpty());
    }

    @Test
    void R280_a_fault_of_each_row_of_a_denial_is_told_at_once() throws UnreadableFile {
        String rows = Stream.iterate(1, i -> i + 1)
                .limit(10_000)
                .map(i -> ROW.replace(",,", ",R-" + i + ",").replace("5A001.f.2", "x" + i))
                .collect(Collectors.joining("\n"));
        RowsToDraft made = new RowsToDraft(
                "NL/1",
                rows(HEADINGS + "\n" + rows),
                HostileFilesTest.settings(),
                new States(Map.of()),
                row -> PartyRole.END_USER);
        long begin = System.nanoTime();
        for (int i = 0; i < 10_000; i++) {
            assertEquals(
                    i + 2,
                    made.rows(new FieldError("/parties/0/identifiers/" + i + "/value", "Long."))
                            .getFirst()
                            .number());
        }
        assertTrue(System.nanoTime() - begin < 2_000_000_000L);
    }
}
