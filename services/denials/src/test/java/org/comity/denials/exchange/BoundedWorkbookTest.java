package org.comity.denials.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Workbooks that would cost their reader all its memory or hours, made of one that is good. */
class BoundedWorkbookTest {

    private static final String SHEET = "xl/worksheets/sheet1.xml";
    private static final String SHARED = "xl/sharedStrings.xml";

    @ParameterizedTest
    @CsvSource({"XFD, true", "AAAA, false", "ZZZZZZ, false"})
    void R185_a_column_that_there_is_not_is_refused_before_it_is_given_a_place(String column, boolean read)
            throws IOException {
        assertEquals(read, isRead(with(SHEET, "</sheetData>", "<row r=\"3\"><c r=\"" + column + "3\"/></row>")));
    }

    @ParameterizedTest
    @CsvSource({"99998, true", "99999, false"})
    void R185_rows_in_which_nothing_stands_are_bounded(int more, boolean read) throws IOException {
        String rows = IntStream.range(3, 3 + more)
                .mapToObj(number -> "<row r=\"" + number + "\"/>")
                .collect(Collectors.joining());

        assertEquals(read, isRead(with(SHEET, "</sheetData>", rows)));
    }

    @ParameterizedTest
    @CsvSource({"32767, true", "32768, false"})
    void R185_a_text_is_as_long_as_a_cell_can_have_it(int length, boolean read) throws IOException {
        assertEquals(read, isRead(with(SHARED, "</sst>", "<si><t>" + "x".repeat(length) + "</t></si>")));
    }

    @ParameterizedTest
    @CsvSource({"1500, true", "1600, false"})
    void R185_a_text_that_many_cells_share_counts_in_each(int cells, boolean read) throws IOException {
        Map<String, String> parts = with(SHARED, "</sst>", "<si><t>" + " ".repeat(32_000) + "</t></si>");
        int last = parts.get(SHARED).split("<si>", -1).length - 2;
        String rows = IntStream.range(3, 3 + cells)
                .mapToObj(number ->
                        "<row r=\"%d\"><c r=\"A%d\" t=\"s\"><v>%d</v></c></row>".formatted(number, number, last))
                .collect(Collectors.joining());
        parts.compute(SHEET, (name, xml) -> xml.replace("</sheetData>", rows + "</sheetData>"));

        assertEquals(read, isRead(parts));
    }

    @Test
    void R185_a_part_that_was_not_looked_at_is_not_read() throws IOException {
        Map<String, String> hidden = new HashMap<>();
        good().forEach((name, text) ->
                hidden.put(name.replace("sheet1.xml", "sheet1.bin"), text.replace("sheet1.xml", "sheet1.bin")));

        assertFalse(isRead(hidden));
        assertTrue(isRead(good()));
    }

    private static Map<String, String> with(String part, String before, String more) throws IOException {
        Map<String, String> parts = good();
        parts.compute(part, (name, xml) -> {
            assertTrue(xml.contains(before), xml);
            return xml.replace(before, more + before);
        });
        return parts;
    }

    private static Map<String, String> good() throws IOException {
        List<String> headings =
                Arrays.stream(Column.values()).map(Column::header).toList();
        byte[] file = FileWriter.file(headings, List.of(Collections.nCopies(headings.size(), "x")), FileFormat.XLSX);
        Map<String, String> parts = new HashMap<>();
        try (ZipFile zip = ZipFile.builder().setByteArray(file).get()) {
            for (ZipArchiveEntry part : Collections.list(zip.getEntries())) {
                parts.put(part.getName(), new String(zip.getInputStream(part).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return parts;
    }

    private static boolean isRead(Map<String, String> parts) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        try {
            return FileReader.rows(out.toByteArray(), FileFormat.XLSX).size() == 1;
        } catch (UnreadableFile e) {
            return false;
        }
    }
}
