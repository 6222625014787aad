package org.comity.portal.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.comity.portal.access.AccessTexts;
import org.comity.portal.consultation.ConsultationTexts;
import org.comity.portal.consultation.DraftTexts;
import org.comity.portal.consultation.NoticeTexts;
import org.comity.portal.denial.CitingTexts;
import org.comity.portal.denial.ColumnTexts;
import org.comity.portal.denial.DenialTexts;
import org.comity.portal.denial.StandingTexts;
import org.comity.portal.figures.FigureTexts;
import org.comity.portal.history.HistoryTexts;
import org.comity.portal.home.HomeTexts;
import org.comity.portal.imports.ImportTexts;
import org.comity.portal.onward.OnwardTexts;
import org.comity.portal.proposal.ProposalTexts;
import org.comity.portal.returns.ReturnTexts;
import org.comity.portal.statistics.StatisticsTexts;
import org.comity.portal.tearline.TearlineTexts;
import org.junit.jupiter.api.Test;

/** Every text is there, in every language, and none is left over. */
class MessageFilesTest {

    private static final Path MESSAGES = Path.of("src/main/resources/messages");
    private static final Map<String, Class<?>> BUNDLES = Map.ofEntries(
            Map.entry("msg", Texts.class),
            Map.entry("code", CodeTexts.class),
            Map.entry("denial", DenialTexts.class),
            Map.entry("standing", StandingTexts.class),
            Map.entry("proposal", ProposalTexts.class),
            Map.entry("history", HistoryTexts.class),
            Map.entry("imports", ImportTexts.class),
            Map.entry("returns", ReturnTexts.class),
            Map.entry("home", HomeTexts.class),
            Map.entry("columns", ColumnTexts.class),
            Map.entry("figures", FigureTexts.class),
            Map.entry("statistics", StatisticsTexts.class),
            Map.entry("onward", OnwardTexts.class),
            Map.entry("tearline", TearlineTexts.class),
            Map.entry("citing", CitingTexts.class),
            Map.entry("access", AccessTexts.class),
            Map.entry("consultation", ConsultationTexts.class),
            Map.entry("notice", NoticeTexts.class),
            Map.entry("consulting", DraftTexts.class));
    private static final Pattern ARGUMENT = Pattern.compile("(?<!%\\\\)\\{(\\w+)}");

    @Test
    void every_text_is_there_and_not_empty() throws IOException {
        for (var bundle : BUNDLES.entrySet()) {
            Map<String, String> texts = read(bundle.getKey() + ".properties");
            assertEquals(keys(bundle.getValue()), new TreeSet<>(texts.keySet()), bundle.getKey());
            texts.forEach((key, text) -> assertFalse(text.isBlank(), bundle.getKey() + ":" + key));
        }
    }

    @Test
    void every_other_language_has_the_same_texts_with_the_same_arguments() throws IOException {
        for (Path file : files()) {
            String name = file.getFileName().toString();
            Matcher localized =
                    Pattern.compile("([a-z]+)_[a-z]{2}\\.properties").matcher(name);
            if (localized.matches()) {
                assertSameTexts(read(localized.group(1) + ".properties"), read(name), name);
            }
        }
    }

    @Test
    void a_language_that_lacks_a_text_or_an_argument_is_found() {
        Map<String, String> english = Map.of("a", "Hello {name}", "b", "Bye");

        assertEquals(List.of("b is missing"), faults(english, Map.of("a", "Salut {name}")));
        assertEquals(List.of("a has other arguments"), faults(english, Map.of("a", "Salut", "b", "Au revoir")));
        assertEquals(
                List.of("c is too many"), faults(english, Map.of("a", "Salut {name}", "b", "Au revoir", "c", "!")));
        assertEquals(List.of(), faults(english, Map.of("a", "Salut {name}", "b", "Au revoir")));
    }

    @Test
    void no_text_is_left_over() throws IOException {
        StringBuilder sources = new StringBuilder();
        for (Path root : List.of(TemplateTextTest.TEMPLATES, Path.of("src/main/java"))) {
            try (Stream<Path> files = Files.walk(root)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    if (!file.toString().endsWith("Texts.java")) {
                        sources.append(Files.readString(file));
                    }
                }
            }
        }
        // all that is called on something, in one pass: with a search for each text this took longer than all else
        Set<String> called = new TreeSet<>();
        List<String> words = Pattern.compile("\\w+|::|[^\\s\\w]")
                .matcher(sources)
                .results()
                .map(MatchResult::group)
                .toList();
        for (int at = 2; at < words.size(); at++) {
            if (Set.of(".", ":", "::").contains(words.get(at - 1))) {
                boolean onTexts = Set.of(")", "texts", "ConsultationTexts").contains(words.get(at - 2));
                called.add((onTexts ? "" : words.get(at - 2)) + ":" + words.get(at));
            }
        }
        List<String> unused = new ArrayList<>();
        for (var bundle : BUNDLES.entrySet()) {
            for (Method method : bundle.getValue().getDeclaredMethods()) {
                if (!called.contains(":" + method.getName())
                        && !called.contains(bundle.getKey() + ":" + method.getName())) {
                    unused.add(bundle.getKey() + ":" + method.getName());
                }
            }
        }
        assertEquals(List.of(), unused);
    }

    private static void assertSameTexts(Map<String, String> english, Map<String, String> other, String name) {
        assertEquals(List.of(), faults(english, other), name);
    }

    private static List<String> faults(Map<String, String> english, Map<String, String> other) {
        List<String> faults = new ArrayList<>();
        new TreeSet<>(english.keySet()).forEach(key -> {
            if (!other.containsKey(key)) {
                faults.add(key + " is missing");
            } else if (!arguments(english.get(key)).equals(arguments(other.get(key)))) {
                faults.add(key + " has other arguments");
            }
        });
        new TreeSet<>(other.keySet())
                .stream().filter(key -> !english.containsKey(key)).forEach(key -> faults.add(key + " is too many"));
        return faults;
    }

    private static Set<String> arguments(String text) {
        Set<String> arguments = new TreeSet<>();
        Matcher matcher = ARGUMENT.matcher(text);
        while (matcher.find()) {
            arguments.add(matcher.group(1));
        }
        return arguments;
    }

    /** A method of one code list stands for one key of each of its codes. */
    private static Set<String> keys(Class<?> bundle) {
        Set<String> keys = new TreeSet<>();
        for (Method method : bundle.getDeclaredMethods()) {
            if (method.getParameterCount() == 1 && method.getParameterTypes()[0].isEnum()) {
                List<String> codes = Arrays.stream(method.getParameterTypes()[0].getEnumConstants())
                        .map(it -> ((Enum<?>) it).name())
                        .toList();
                String separator = codes.stream().anyMatch(it -> it.contains("_")) ? "_$" : "_";
                codes.forEach(code -> keys.add(method.getName() + separator + code));
            } else {
                keys.add(method.getName());
            }
        }
        return keys;
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(MESSAGES)) {
            return files.toList();
        }
    }

    private static Map<String, String> read(String name) throws IOException {
        Map<String, String> texts = new LinkedHashMap<>();
        for (String line : Files.readAllLines(MESSAGES.resolve(name))) {
            if (!line.isBlank() && !line.startsWith("#")) {
                int split = line.indexOf('=');
                assertTrue(split > 0, name + ": " + line);
                String before = texts.put(line.substring(0, split), line.substring(split + 1));
                assertEquals(null, before, name + " says twice: " + line);
            }
        }
        return texts;
    }
}
