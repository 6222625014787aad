package org.comity.kernel.test;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.comity.kernel.problem.ProblemType;

/**
 * Holds the problems in the code against those in docs/rules.md, to which the API sends its users: a title in bold, the
 * names of the enums in brackets, then a table with slug and status.
 */
public final class ListedProblems {

    private static final Pattern TITLE = Pattern.compile("\\*\\*[^*]+\\*\\* \\((`\\w+`(?:, `\\w+`)*)\\)");
    private static final Pattern ROW = Pattern.compile("\\| (`[a-z-]+`(?:, `[a-z-]+`)*) \\| (\\d{3}) \\|.*");
    private static final Pattern NAME = Pattern.compile("`([\\w-]+)`");

    /** A table of the file: of which enums, and what it lists. */
    private record Table(Set<String> enums, Set<String> problems) {}

    private ListedProblems() {}

    /** What differs between the file and the enums below a package; nothing where they agree. */
    public static List<String> faults(Path rules, String packageName) throws IOException {
        return faults(Files.readAllLines(rules), packageName);
    }

    static List<String> faults(List<String> rules, String packageName) {
        List<Table> tables = tables(rules);
        Map<String, Set<String>> code = code(packageName);
        List<String> faults = new ArrayList<>();
        code.forEach((name, problems) -> tables.stream()
                .filter(table -> table.enums().contains(name))
                .findFirst()
                .ifPresentOrElse(
                        table -> problems.stream()
                                .filter(problem -> !table.problems().contains(problem))
                                .forEach(problem -> faults.add(name + " " + problem + " is not listed")),
                        () -> faults.add(name + " has no table")));
        for (Table table : tables) {
            if (table.enums().stream().anyMatch(code::containsKey)) {
                Set<String> left = new LinkedHashSet<>(table.problems());
                table.enums().forEach(name -> left.removeAll(code.getOrDefault(name, Set.of())));
                left.forEach(problem -> faults.add(problem + " is listed of " + table.enums() + " and does not exist"));
            }
        }
        return faults;
    }

    private static List<Table> tables(List<String> rules) {
        List<Table> tables = new ArrayList<>();
        for (String line : rules) {
            Matcher title = TITLE.matcher(line);
            Matcher row = ROW.matcher(line);
            if (title.matches()) {
                tables.add(new Table(names(title.group(1)), new LinkedHashSet<>()));
            } else if (row.matches() && !tables.isEmpty()) {
                names(row.group(1)).forEach(slug -> tables.getLast().problems().add(slug + " " + row.group(2)));
            } else if (line.startsWith("#")) {
                tables.add(new Table(Set.of(), new LinkedHashSet<>()));
            }
        }
        return tables;
    }

    private static Set<String> names(String text) {
        Set<String> names = new LinkedHashSet<>();
        Matcher name = NAME.matcher(text);
        while (name.find()) {
            names.add(name.group(1));
        }
        return names;
    }

    private static Map<String, Set<String>> code(String packageName) {
        Map<String, Set<String>> code = new TreeMap<>();
        for (JavaClass type : new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(packageName)) {
            if (type.isEnum() && type.isAssignableTo(ProblemType.class)) {
                Set<String> problems = new TreeSet<>();
                for (Object constant : type.reflect().getEnumConstants()) {
                    ProblemType problem = (ProblemType) constant;
                    problems.add(problem.slug() + " " + problem.status());
                }
                code.put(type.getSimpleName(), problems);
            }
        }
        return code;
    }
}
