package org.comity.kernel.test;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ListedProblemsTest {

    private static final String KERNEL = "org.comity.kernel.problem";

    private static List<String> rules() throws IOException {
        return new ArrayList<>(Files.readAllLines(Path.of(System.getProperty("comity.root"), "docs", "rules.md")));
    }

    @Test
    void the_problems_of_every_service_are_listed() throws IOException {
        assertEquals(List.of(), ListedProblems.faults(rules(), KERNEL));
    }

    @Test
    void a_problem_that_is_missing_or_has_another_status_is_found() throws IOException {
        List<String> rules = rules();
        rules.removeIf(line -> line.startsWith("| `stale` "));
        rules.replaceAll(line -> line.replace("| `too-large` | 413 |", "| `too-large` | 400 |"));
        assertEquals(
                List.of(
                        "KernelProblem stale 412 is not listed",
                        "KernelProblem too-large 413 is not listed",
                        "too-large 400 is listed of [KernelProblem] and does not exist"),
                ListedProblems.faults(rules, KERNEL));
    }

    @Test
    void an_enum_without_a_table_is_found() throws IOException {
        List<String> rules = rules();
        rules.removeIf(line -> line.contains("(`KernelProblem`)"));
        assertEquals(List.of("KernelProblem has no table"), ListedProblems.faults(rules, KERNEL));
    }
}
