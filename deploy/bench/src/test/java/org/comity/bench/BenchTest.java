package org.comity.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BenchTest {

    private final List<PostOptions> run = new ArrayList<>();
    private final List<ImportOptions> imported = new ArrayList<>();
    private final List<AbuseOptions> abused = new ArrayList<>();
    private final List<FeedsOptions> fed = new ArrayList<>();
    private String said = "";

    private int bench(String... arguments) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream to = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        PrintStream out = System.out;
        PrintStream err = System.err;
        System.setOut(to);
        System.setErr(to);
        try {
            return new Bench(run::add, imported::add, abused::add, fed::add).execute(arguments);
        } finally {
            System.setOut(out);
            System.setErr(err);
            said = bytes.toString(StandardCharsets.UTF_8);
        }
    }

    @Test
    void without_options_the_benchmark_has_its_full_size() {
        assertEquals(0, bench("post"));
        assertEquals(List.of(new PostOptions(20, 50, 100_000, 8, 2, Optional.empty())), run);
        assertEquals(Duration.ofSeconds(60), run.getFirst().fixedRate());
    }

    @Test
    void every_option_changes_its_own_size() {
        assertEquals(
                0,
                bench(
                        "post",
                        "--seconds",
                        "3",
                        "--rate=10",
                        "--records",
                        "5000",
                        "--concurrency",
                        "4",
                        "--rounds",
                        "1",
                        "--json",
                        "figures.json"));
        assertEquals(List.of(new PostOptions(3, 10, 5_000, 4, 1, Optional.of(Path.of("figures.json")))), run);
    }

    @Test
    void an_import_has_its_full_size_or_the_one_that_is_asked_for() {
        assertEquals(0, bench("import"));
        assertEquals(0, bench("import", "--rows=500", "--sample=50", "--concurrency=4", "--json", "figures.json"));
        assertEquals(
                List.of(
                        new ImportOptions(10_000, 500, 8, Optional.empty()),
                        new ImportOptions(500, 50, 4, Optional.of(Path.of("figures.json")))),
                imported);
    }

    @Test
    void an_abuse_has_its_full_size_or_the_one_that_is_asked_for() {
        assertEquals(0, bench("abuse"));
        assertEquals(0, bench("abuse", "--times=2", "--rate=5", "--quiet=3"));
        assertEquals(
                List.of(new AbuseOptions(10, 10, 10, Optional.empty()), new AbuseOptions(2, 5, 3, Optional.empty())),
                abused);
        assertEquals(1, bench("abuse", "--times=101"));
        assertTrue(said.contains("--times wants a number from"), said);
    }

    @Test
    void feeds_have_their_full_size_or_the_one_that_is_asked_for() {
        assertEquals(0, bench("feeds"));
        assertEquals(
                0,
                bench(
                        "feeds",
                        "--bulletins=2000",
                        "--pages=50",
                        "--objects=1000",
                        "--publications=10",
                        "--batch=50",
                        "--json=figures.json"));
        assertEquals(
                List.of(
                        new FeedsOptions(100_000, 300, 20_000, 60, 200, Optional.empty()),
                        new FeedsOptions(2_000, 50, 1_000, 10, 50, Optional.of(Path.of("figures.json")))),
                fed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--bulletins=99",
                "--bulletins=1000001",
                "--pages=9",
                "--pages=10001",
                "--objects=99",
                "--objects=1000001",
                "--publications=4",
                "--publications=1001",
                "--batch=9",
                "--batch=10001"
            })
    void feeds_out_of_bounds_are_refused_with_the_bounds(String option) {
        assertEquals(1, bench("feeds", option));
        assertTrue(fed.isEmpty());
        assertTrue(said.contains(option.substring(0, option.indexOf('=')) + " wants a number from"), said);
    }

    @Test
    void a_hostile_workbook_is_small_and_what_it_unpacks_to_is_not() throws Exception {
        for (HostileRequest request : HostileRequest.all("http://127.0.0.1:8080")) {
            if (request.name().startsWith("a workbook")) {
                assertTrue(request.body().length < 5_000_000, request.name() + " " + request.body().length);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"--rows=0", "--rows=10001", "--sample=0", "--sample=10001", "--concurrency=0"})
    void a_file_out_of_bounds_is_refused_with_the_bounds(String option) {
        assertEquals(1, bench("import", option));
        assertTrue(imported.isEmpty());
        assertTrue(said.contains(option.substring(0, option.indexOf('=')) + " wants a number from"), said);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--seconds=0",
                "--seconds=601",
                "--rate=0",
                "--rate=1001",
                "--records=99",
                "--records=1000001",
                "--concurrency=0",
                "--concurrency=65",
                "--rounds=0",
                "--rounds=21"
            })
    void a_size_out_of_bounds_is_refused_with_the_bounds(String option) {
        assertEquals(1, bench("post", option));
        assertTrue(run.isEmpty());
        assertTrue(said.contains(option.substring(0, option.indexOf('=')) + " wants a number from"), said);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--seconds=1",
                "--seconds=600",
                "--rate=1",
                "--rate=1000",
                "--records=100",
                "--records=1000000",
                "--concurrency=1",
                "--concurrency=64",
                "--rounds=1",
                "--rounds=20"
            })
    void a_size_at_its_bound_is_taken(String option) {
        assertEquals(0, bench("post", option));
        assertEquals(1, run.size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"--seconds=soon", "--second=3", "more"})
    void what_is_not_an_option_runs_nothing(String argument) {
        assertEquals(2, bench("post", argument));
        assertTrue(run.isEmpty());
    }

    @Test
    void an_unknown_benchmark_is_refused() {
        assertEquals(2, bench("bake"));
        assertTrue(run.isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"help", "--help", "-h"})
    void help_tells_the_benchmarks_and_their_targets(String argument) {
        assertEquals(0, bench(argument));
        for (String expected : List.of(
                "post",
                "at least 0.25",
                "below 100 ms",
                "below 50 ms",
                "import",
                "below 60 s",
                "feeds",
                "at least 500")) {
            assertTrue(said.contains(expected), expected);
        }
        assertEquals(0, bench());
        assertTrue(said.contains("below 50 ms"));
        assertTrue(run.isEmpty());
    }

    @Test
    void a_benchmark_tells_its_options() {
        assertEquals(0, bench("post", "--help"));
        assertTrue(said.contains("--concurrency"));
        assertTrue(run.isEmpty());
    }
}
