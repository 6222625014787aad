package org.comity.kernel.test;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Each rule of {@code docs/rules.md} has an id of its own, stands in the code that holds it, and the tests that it names are
 * there.
 */
class RulesFileTest {

    private static final Path ROOT = Path.of(System.getProperty("comity.root"));
    private static final Pattern ID = Pattern.compile("(?m)^\\| (R-\\d+) \\|");
    private static final Pattern NAMED = Pattern.compile("`(\\w+(?:Test|IT))(?:\\.(\\w+)(…?))?`");
    private static final Pattern METHOD = Pattern.compile("void (\\w+)\\(");

    @Test
    void every_rule_has_an_id_of_its_own_and_tests_that_there_are() throws IOException {
        assertEquals(List.of(), faults(Files.readString(ROOT.resolve("docs/rules.md")), tests()));
    }

    @Test
    void an_id_that_stands_twice_and_a_test_that_is_gone_are_found() {
        Map<String, Set<String>> tests = Map.of("ATest", Set.of("R1_a", "R1_b"));
        assertEquals(List.of(), faults("| R-1 | x | `ATest.R1_…`, `ATest.R1_a` |\n| R-2 | y | `ATest` |", tests));
        assertEquals(
                List.of("R-1 stands twice", "there is no ATest.R2_…", "there is no ATest.R1_", "there is no BTest"),
                faults("| R-1 | x | `ATest.R2_…` |\n| R-1 | y | `ATest.R1_`, `BTest` |", tests));
    }

    @Test
    void every_rule_stands_in_the_code_that_holds_it() throws IOException {
        String code = code();
        assertEquals(
                List.of(),
                ID.matcher(Files.readString(ROOT.resolve("docs/rules.md")))
                        .results()
                        .map(id -> id.group(1))
                        .filter(id -> !Pattern.compile(id + "\\b").matcher(code).find())
                        .toList());
    }

    /** What is built of the services and of the programs around them. */
    private static String code() throws IOException {
        StringBuilder code = new StringBuilder();
        for (Path sources : modules("src/main")) {
            try (Stream<Path> files = Files.walk(sources)) {
                for (Path file : files.filter(it -> it.toString().matches(".*\\.(java|sql|properties|html)"))
                        .toList()) {
                    code.append(Files.readString(file));
                }
            }
        }
        return code.toString();
    }

    /** This folder of each module that has it. */
    private static List<Path> modules(String folder) throws IOException {
        List<Path> folders = new ArrayList<>();
        for (String part : List.of("services", "deploy")) {
            try (Stream<Path> modules = Files.list(ROOT.resolve(part))) {
                modules.map(it -> it.resolve(folder)).filter(Files::isDirectory).forEach(folders::add);
            }
        }
        return folders;
    }

    private static List<String> faults(String rules, Map<String, Set<String>> tests) {
        List<String> faults = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        ID.matcher(rules)
                .results()
                .map(id -> id.group(1))
                .filter(id -> !ids.add(id))
                .forEach(id -> faults.add(id + " stands twice"));
        for (MatchResult named : NAMED.matcher(rules).results().toList()) {
            Set<String> methods = tests.get(named.group(1));
            if (methods == null) {
                faults.add("there is no " + named.group(1));
            } else if (named.group(2) != null
                    && !isThere(named.group(2), !named.group(3).isEmpty(), methods)) {
                faults.add("there is no " + named.group(1) + "." + named.group(2) + named.group(3));
            }
        }
        return faults;
    }

    private static boolean isThere(String name, boolean beginning, Set<String> methods) {
        return beginning ? methods.stream().anyMatch(method -> method.startsWith(name)) : methods.contains(name);
    }

    /** The methods of all test classes of the project, by the name of the class. */
    private static Map<String, Set<String>> tests() throws IOException {
        Map<String, Set<String>> tests = new HashMap<>();
        for (Path sources : modules("src/test/java")) {
            addTo(tests, sources);
        }
        return tests;
    }

    private static void addTo(Map<String, Set<String>> tests, Path sources) throws IOException {
        try (Stream<Path> files = Files.walk(sources)) {
            for (Path file : files.filter(it -> it.toString().endsWith(".java")).toList()) {
                String name = file.getFileName().toString().replaceFirst("\\.java$", "");
                METHOD.matcher(Files.readString(file)).results().forEach(method -> tests.computeIfAbsent(
                                name, any -> new HashSet<>())
                        .add(method.group(1)));
            }
        }
    }
}
