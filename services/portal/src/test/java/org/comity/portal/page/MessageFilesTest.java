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
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every text is there, in every language, and none is left over. */
class MessageFilesTest {

    private static final Path MESSAGES = Path.of("src/main/resources/messages");
    private static final Map<String, Class<?>> BUNDLES = bundles();
    private static final Set<String> SAME_EVERYWHERE = Set.of(
            "Comity",
            "CSV",
            "XLSX",
            "JSON",
            "SHA-256",
            "Traffic Light Protocol 2.0",
            "Webhooks",
            "English",
            "Français",
            "Español");
    private static final Map<String, Set<String>> SAME = Map.of(
            "fr",
            Set.of(
                    "Agent",
                    "Bulletin",
                    "Bulletins",
                    "client",
                    "Consultation",
                    "consultations",
                    "Consultations",
                    "Description",
                    "Destination",
                    "Destinations",
                    "Important",
                    "Interception",
                    "Menu",
                    "Non-discrimination",
                    "Note",
                    "Objection",
                    "Parties",
                    "Police",
                    "Question",
                    "Sanctions",
                    "Type",
                    "Version",
                    ", version",
                    "Versions"),
            "es",
            Set.of("Error:", "No", "roles"));
    private static final Pattern ARGUMENT = Pattern.compile("(?<!%\\\\)\\{(\\w+)}");

    @Test
    void every_text_is_there_and_not_empty() throws IOException {
        for (var bundle : BUNDLES.entrySet()) {
            Map<String, String> texts = read(bundle.getKey() + ".properties");
            assertEquals(keys(bundle.getValue()), new TreeSet<>(texts.keySet()), bundle.getKey());
            texts.forEach((key, text) -> assertFalse(text.isBlank(), bundle.getKey() + ":" + key));
        }
    }

    /** As the portal's setting says, so that no language can be switched on without its texts. */
    private static List<String> languages() throws IOException {
        return Files.readAllLines(Path.of("src/main/resources/application.properties")).stream()
                .filter(it -> it.startsWith("quarkus.locales="))
                .flatMap(it -> Arrays.stream(it.substring(it.indexOf('=') + 1).split(",")))
                .filter(it -> !it.equals("en"))
                .toList();
    }

    @Test
    void every_other_language_has_every_bundle_with_the_same_texts_and_arguments() throws IOException {
        Set<String> expected = new TreeSet<>();
        for (String bundle : BUNDLES.keySet()) {
            expected.add(bundle + ".properties");
            for (String language : languages()) {
                String name = bundle + "_" + language + ".properties";
                expected.add(name);
                assertSameTexts(read(bundle + ".properties"), read(name), name);
                read(name).forEach((key, text) -> assertFalse(text.isBlank(), name + ":" + key));
            }
        }
        assertEquals(List.of("fr", "es"), languages());
        assertEquals(
                expected,
                files().stream().map(it -> it.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new)));
    }

    /** A text that reads like English was forgotten, unless its words are the same. */
    @Test
    void no_text_of_another_language_is_still_english() throws IOException {
        List<String> found = new ArrayList<>();
        for (String bundle : BUNDLES.keySet()) {
            Map<String, String> english = read(bundle + ".properties");
            for (String language : languages()) {
                read(bundle + "_" + language + ".properties").forEach((key, text) -> {
                    if (text.equals(english.get(key)) && !sameWords(language, text)) {
                        found.add(bundle + "_" + language + ":" + key + "=" + text);
                    }
                });
            }
        }
        assertEquals(List.of(), found);
    }

    @Test
    void an_english_text_among_others_is_found() {
        assertFalse(sameWords("fr", "Denials"));
        assertFalse(sameWords("es", "Destination"), "the same in French alone");
        assertTrue(sameWords("fr", "Destination"));
        assertTrue(sameWords("es", "{name}, {when}"), "says nothing of its own");
    }

    private static boolean sameWords(String language, String text) {
        String words = ARGUMENT.matcher(text).replaceAll("").strip();
        return words.chars().noneMatch(Character::isLetter)
                || SAME_EVERYWHERE.contains(words)
                || SAME.get(language).contains(words);
    }

    /** In French, what stands before ; : ! ? and within the quotation marks is a space that does not break. */
    @Test
    void french_is_set_as_french_is() throws IOException {
        Pattern wrong = Pattern.compile("[^\\u202f][;!?](?!\\S)|[^\\u00a0]:(?!\\S)|«[^\\u00a0О]|[^\\u00a0с]»|'");
        List<String> found = new ArrayList<>();
        for (String bundle : BUNDLES.keySet()) {
            read(bundle + "_fr.properties").forEach((key, text) -> {
                if (wrong.matcher(text.replaceAll("\\{[#/][^}]*}", "")).find()) {
                    found.add(bundle + ":" + key + "=" + text);
                }
            });
        }
        assertEquals(List.of(), found);
    }

    /** In French, nothing is counted in the singular. */
    @Test
    void french_counts_none_as_one() throws IOException {
        for (String bundle : BUNDLES.keySet()) {
            read(bundle + "_fr.properties")
                    .forEach((key, text) -> assertFalse(
                            text.contains(" == 1}") && !text.contains(" == 0}"), bundle + "_fr:" + key + "=" + text));
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
        Pattern called = Pattern.compile("[.:](\\w+)");
        Map<String, Set<String>> sources = new TreeMap<>();
        StringBuilder templates = new StringBuilder();
        for (Path root : List.of(TemplateTextTest.TEMPLATES, Path.of("src/main/java"))) {
            try (Stream<Path> files = Files.walk(root)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    String source = Files.readString(file);
                    if (file.toString().endsWith(".java")) {
                        sources.put(source, calls(called, source));
                    } else {
                        templates.append(source);
                    }
                }
            }
        }
        Set<String> inTemplates = calls(Pattern.compile("(\\w+:\\w+)"), templates.toString());
        List<String> unused = new ArrayList<>();
        for (var bundle : BUNDLES.entrySet()) {
            String texts = bundle.getValue().getSimpleName();
            // a class that names the texts of a bundle may call them, and so may one that asks a denial's words for
            // them
            Set<String> inJava = new TreeSet<>();
            sources.forEach((source, calls) -> {
                if (source.contains(texts) || source.contains("words.")) {
                    inJava.addAll(calls);
                }
            });
            for (Method method : bundle.getValue().getDeclaredMethods()) {
                if (!inTemplates.contains(bundle.getKey() + ":" + method.getName())
                        && !inJava.contains(method.getName())) {
                    unused.add(bundle.getKey() + ":" + method.getName());
                }
            }
        }
        assertEquals(List.of(), unused);
    }

    private static Set<String> calls(Pattern call, String source) {
        return call.matcher(source).results().map(it -> it.group(1)).collect(Collectors.toSet());
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

    /** The interface that each English file names. */
    private static Map<String, Class<?>> bundles() {
        Map<String, Class<?>> bundles = new LinkedHashMap<>();
        try {
            for (Path file : files()) {
                for (String line : Files.readAllLines(file)) {
                    if (line.startsWith("# interface ")) {
                        String name = file.getFileName().toString().replace(".properties", "");
                        bundles.put(name, Class.forName(line.substring("# interface ".length())));
                    }
                }
            }
        } catch (IOException | ClassNotFoundException e) {
            throw new ExceptionInInitializerError(e);
        }
        return bundles;
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
