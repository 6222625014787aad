package org.comity.denials.exchange;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.comity.denials.content.ContentRules;
import org.comity.denials.content.DenialBasis;
import org.comity.denials.content.DenialKind;
import org.comity.denials.exchange.table.HostileFiles;
import org.comity.denials.exchange.table.UnreadableFile;
import org.comity.kernel.caller.StateCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that would cost their reader all its memory or hours, read with the memory that is for them. */
class HostileFilesTest {

    private static final String SHEET = "xl/worksheets/sheet1.xml";
    private static final int TIMES = 10;

    /** What a read may cost a processor; the median counts. A busy machine changes it less than the time that passes. */
    private static final long LONGEST_MILLIS = 1_000;

    /** What the service has for files, a little for the program, and the file that the test itself holds. */
    private static final String HEAP = "-Xmx72m";

    /** Reads each of them ten times; a heap that is full ends it. */
    public static void main(String[] arguments) {
        Map<String, Supplier<byte[]>> files = new LinkedHashMap<>(HostileFiles.refused());
        files.putAll(HostileFiles.harmless());
        files.forEach((name, made) -> {
            byte[] file = made.get();
            time(name, () -> isRead(name, file));
        });
        HostileFiles.slow().forEach((name, made) -> {
            byte[] file = made.get();
            time(name, () -> checked(file).denials().size() == 1);
        });
        FileCheck.Checked checked = checked(HostileFiles.faulty());
        System.out.printf(
                "%d faults, %d kept%n",
                checked.found().count(), checked.faults().size());
    }

    private static void time(String name, BooleanSupplier read) {
        ThreadMXBean thread = ManagementFactory.getThreadMXBean();
        boolean isRead = false;
        long[] millis = new long[TIMES];
        for (int i = 0; i < TIMES; i++) {
            long begin = thread.getCurrentThreadCpuTime();
            isRead = read.getAsBoolean();
            millis[i] = TimeUnit.NANOSECONDS.toMillis(thread.getCurrentThreadCpuTime() - begin);
        }
        java.util.Arrays.sort(millis);
        System.out.printf("%s|%s|%d%n", name, isRead, millis[TIMES / 2]);
    }

    private static boolean isRead(String name, byte[] file) {
        try {
            return FileReader.read(file, FileFormat.ofName(name).orElseThrow())
                            .rows()
                            .size()
                    == 1;
        } catch (UnreadableFile e) {
            return false;
        }
    }

    static ImportSettings settings() {
        return new ImportSettings(
                DenialKind.REFUSAL,
                LocalDate.of(2026, 3, 31),
                DenialBasis.LISTED,
                CountryMeaning.PARTY,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                null);
    }

    private static FileCheck.Checked checked(byte[] file) {
        try {
            return new FileCheck(
                            new StateCode("NL"),
                            new States(Map.of()),
                            settings(),
                            draft -> ContentRules.wrong(draft, LocalDate.of(2026, 6, 1)))
                    .check(FileReader.read(file, FileFormat.CSV));
        } catch (UnreadableFile e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    @Tag("long")
    void R280_a_hostile_file_is_read_or_refused_within_its_memory_and_at_once() throws Exception {
        String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        Process reader = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        HEAP,
                        "-XX:+UseSerialGC",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-cp",
                        path,
                        HostileFilesTest.class.getName())
                .redirectErrorStream(true)
                .redirectOutput(new File("target/hostile-files.txt"))
                .start();
        assertTrue(reader.waitFor(8, TimeUnit.MINUTES), "it hangs");
        String said = java.nio.file.Files.readString(Path.of("target/hostile-files.txt"));
        assertEquals(0, reader.exitValue(), said);

        Map<String, String[]> results = said.lines()
                .map(line -> line.split("\\|"))
                .filter(parts -> parts.length == 3)
                .collect(Collectors.toMap(parts -> parts[0], parts -> parts));
        HostileFiles.refused().keySet().forEach(name -> assertEquals("false", results.get(name)[1], name));
        HostileFiles.harmless().keySet().forEach(name -> assertEquals("true", results.get(name)[1], name));
        HostileFiles.slow().keySet().forEach(name -> assertEquals("true", results.get(name)[1], name));
        results.values()
                .forEach(result ->
                        assertTrue(Long.parseLong(result[2]) < LONGEST_MILLIS, result[0] + " takes " + result[2]));
    }

    @ParameterizedTest
    @CsvSource({"256, true", "257, false"})
    void R185_columns_are_bounded_by_what_stands_in_them(int column, boolean read) {
        String far = letters(column - 1);
        assertEquals(
                read,
                isRead(
                        "x.xlsx",
                        row("<c r=\"" + far
                                + "3\" t=\"str\"><v> </v></c>".replace("> <", column > 256 ? ">x<" : "> <"))));
    }

    private static String letters(int place) {
        String last = String.valueOf((char) ('A' + place % 26));
        return place < 26 ? last : letters(place / 26 - 1) + last;
    }

    @ParameterizedTest
    @CsvSource({"XFD, true", "XFE, false", "AAAA, false", "ZZZZZZ, false"})
    void R185_a_column_that_there_is_not_is_refused(String column, boolean read) {
        assertEquals(read, isRead("x.xlsx", row("<c r=\"" + column + "3\"/>")));
    }

    @ParameterizedTest
    @CsvSource({"1048576, true", "1048577, false"})
    void R185_a_row_that_there_is_not_is_refused(int row, boolean read) {
        assertEquals(read, isRead("x.xlsx", sheet("<row r=\"" + row + "\"/>")));
    }

    @ParameterizedTest
    @CsvSource({"99998, true", "99999, false"})
    void R185_rows_in_which_nothing_stands_are_bounded(int more, boolean read) {
        assertEquals(read, isRead("x.xlsx", sheet("<row/>".repeat(more))));
        String csv = new String(HostileFiles.faulty(), StandardCharsets.UTF_8)
                .lines()
                .limit(2)
                .collect(Collectors.joining("\n"));
        assertEquals(read, isRead("x.csv", (csv + "\n" + ",\n".repeat(more)).getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @CsvSource({"32767, true", "32768, false"})
    void R185_a_text_is_as_long_as_a_cell_can_have_it(int length, boolean read) throws IOException {
        String text = "x".repeat(length);
        assertEquals(
                read,
                isRead(
                        "x.xlsx",
                        HostileFiles.with(
                                "xl/sharedStrings.xml", HostileFiles.text("<sst><si><t>" + text + "</t></si></sst>"))));
        String csv = new String(HostileFiles.faulty(), StandardCharsets.UTF_8)
                .lines()
                .limit(1)
                .collect(Collectors.joining());
        assertEquals(read, isRead("x.csv", (csv + "\n" + text + ",,,,,,,,,,\n").getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @CsvSource({"520, true", "530, false"})
    void R185_a_text_that_many_cells_share_counts_in_each(int cells, boolean read) {
        // 16 MB are for texts; 32,000 bytes and 56 for a string of 32,000 characters go into that 523 times
        String rows = IntStream.range(0, cells)
                .mapToObj(i -> "<row><c t=\"str\"><v>" + " ".repeat(32_000) + "</v></c></row>")
                .collect(Collectors.joining());
        assertEquals(read, isRead("x.xlsx", sheet(rows)));
    }

    @ParameterizedTest
    @CsvSource({"990, true", "1010, false"})
    void R185_parts_are_counted_before_they_are_kept(int parts, boolean read) {
        assertEquals(read, isRead("x.xlsx", HostileFiles.many(parts)));
    }

    @ParameterizedTest
    @CsvSource({"60, true", "64, false"})
    void R185_elements_are_bounded_in_depth(int deep, boolean read) {
        assertEquals(read, isRead("x.xlsx", sheet("<a>".repeat(deep) + "</a>".repeat(deep))));
    }

    @ParameterizedTest
    @CsvSource({"980, true", "1010, false"})
    void R185_names_of_elements_are_counted(int names, boolean read) {
        String many = IntStream.range(0, names).mapToObj(i -> "<n" + i + "/>").collect(Collectors.joining());
        assertEquals(read, isRead("x.xlsx", sheet(many)));
    }

    @Test
    void R282_the_words_of_a_thousand_faults_are_kept_and_all_are_counted() {
        FileCheck.Checked checked = checked(HostileFiles.faulty());

        assertEquals(FoundFaults.MOST, checked.faults().size());
        assertTrue(checked.found().count() > 100_000, checked.found().count() + " faults");
        assertTrue(checked.denials().stream().noneMatch(DenialInFile::isRight));
    }

    @Test
    void R282_an_annotated_file_says_how_many_faults_it_does_not_tell() throws UnreadableFile {
        FileRow row = new FileRow(2, Map.of(Column.NAME, "x"));
        String all = annotated(row, 1);
        String some = annotated(row, 1_001);

        assertTrue(!all.contains("more faults"), all);
        assertTrue(some.contains("And 1,000 more faults."), some);
        assertEquals(
                1,
                FileReader.rows(some.getBytes(StandardCharsets.UTF_8), FileFormat.CSV)
                        .size());
    }

    private static String annotated(FileRow row, int count) {
        return new String(
                FileWriter.annotated(List.of(row), List.of(new Fault(2, "name", "Wrong.")), count, FileFormat.CSV),
                StandardCharsets.UTF_8);
    }

    @Test
    void R282_the_words_of_a_fault_are_cut() {
        assertEquals(300, new Fault(1, "name", "x".repeat(300)).detail().length());
        assertTrue(new Fault(1, "name", "x".repeat(301)).detail().endsWith("x…"));
        assertEquals("a\uFFFDb\uFFFDc\n", new Fault(1, "name", "a\0b\uD83Dc\n").detail(), "no database takes them");
        assertTrue(
                new Fault(1, "name", "x".repeat(298) + "\uD83D\uDE00!").detail().endsWith("x\uFFFD…"));
    }

    @Test
    void R280_a_workbook_is_read_with_its_parts_in_folders_and_letters_of_their_own() {
        assertDoesNotThrow(() -> FileReader.read(HostileFiles.good(), FileFormat.XLSX));
        assertThrows(UnreadableFile.class, () -> FileReader.read(new byte[22], FileFormat.XLSX));
    }

    private static byte[] row(String cells) {
        return sheet("<row r=\"3\">" + cells + "</row>");
    }

    private static byte[] sheet(String more) {
        return HostileFiles.sheet(HostileFiles.text(more));
    }
}
