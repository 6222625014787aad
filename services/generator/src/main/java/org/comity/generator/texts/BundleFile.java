package org.comity.generator.texts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.comity.generator.SourceFault;
import org.jspecify.annotations.Nullable;

/**
 * Reads an English file of texts.
 *
 * <pre>
 * # What the texts are about.
 * # interface org.comity.portal.denial.StandingTexts
 * # import org.comity.portal.api.Denial
 *
 * expires=Expires
 * saysOverdue=It was due {when}
 * # inDays(long count)
 * inDays=in {#if count == 1}1 day{#else}{count} days{/if}
 * # proposed(Denial.ProposalKind kind)
 * proposed_RENEWAL=Renewal proposed
 * proposed_REVOCATION=Revocation proposed
 * </pre>
 *
 * <p>A text needs no declaration when it has no argument or says one string. Any other text has its parameters in the line
 * above, as in Java, so that an argument keeps its place when the words change. A declaration of one enum stands above a
 * text for each constant.
 */
final class BundleFile {

    private static final Pattern DECLARATION = Pattern.compile("# (\\w+)\\((\\S+ \\w+(?:, \\S+ \\w+)*)\\)");
    private static final Pattern TEXT = Pattern.compile("([\\w$]+)=(.*)");
    /** The argument in {@code {day}} or {@code {#if count == 1}}; {@code %\{count}} is for the browser. */
    private static final Pattern ARGUMENT = Pattern.compile("(?<!\\\\)\\{(?:#(?:if|else if) )?(\\w+)");

    private final String name;
    private final Map<String, Text> texts = new LinkedHashMap<>();
    private final List<String> imports = new ArrayList<>();
    private String about = "";
    private String type = "";
    private @Nullable Text declared;

    private BundleFile(String name) {
        this.name = name;
    }

    /**
     * The texts of a file.
     *
     * @throws SourceFault if the file is not as described above
     */
    static Bundle read(String name, List<String> lines) {
        BundleFile file = new BundleFile(name);
        lines.forEach(file::line);
        file.endDeclaration();
        if (file.type.isEmpty()) {
            throw file.fault("name the interface: # interface org.comity…Texts");
        }
        return new Bundle(name, file.about, file.type, file.imports, List.copyOf(file.texts.values()));
    }

    private void line(String line) {
        Matcher declaration = DECLARATION.matcher(line);
        Matcher text = TEXT.matcher(line);
        if (line.startsWith("# interface ")) {
            type = line.substring("# interface ".length());
        } else if (line.startsWith("# import ")) {
            imports.add(line.substring("# import ".length()));
        } else if (declaration.matches()) {
            endDeclaration();
            declared = new Text(declaration.group(1), Parameter.list(declaration.group(2)), "");
        } else if (text.matches()) {
            text(text.group(1), text.group(2));
        } else if (line.startsWith("#")) {
            about = type.isEmpty() ? line.substring(1).strip() : about;
        } else if (!line.isBlank()) {
            throw fault("neither a comment nor a text: " + line);
        }
    }

    private void text(String key, String words) {
        Text above = declared;
        if (above != null && key.startsWith(above.key() + "_")) {
            texts.putIfAbsent(above.key(), above);
        } else if (above != null && key.equals(above.key())) {
            check(above, words);
            add(new Text(key, above.parameters(), words));
            declared = null;
        } else {
            endDeclaration();
            add(undeclared(key, words));
        }
    }

    private Text undeclared(String key, String words) {
        Set<String> arguments = arguments(words);
        if (key.contains("_") || arguments.size() > 1 || words.contains("{#if")) {
            throw fault("declare the parameters above: # " + key.replaceAll("_.*", "") + "(…)");
        }
        return new Text(
                key, arguments.stream().map(it -> new Parameter("String", it)).toList(), words);
    }

    private void add(Text text) {
        if (texts.put(text.key(), text) != null) {
            throw fault(text.key() + " is said twice");
        }
    }

    private void check(Text declaration, String words) {
        Set<String> names = new TreeSet<>();
        declaration.parameters().forEach(it -> names.add(it.name()));
        if (!names.equals(arguments(words))) {
            throw fault(declaration.key() + " declares " + names + " and says " + arguments(words));
        }
    }

    private void endDeclaration() {
        if (declared != null && !texts.containsKey(declared.key())) {
            throw fault(declared.key() + " is declared, and its text does not follow");
        }
        declared = null;
    }

    private static Set<String> arguments(String words) {
        Set<String> arguments = new TreeSet<>();
        ARGUMENT.matcher(words).results().forEach(it -> arguments.add(it.group(1)));
        return arguments;
    }

    private SourceFault fault(String what) {
        return new SourceFault(name + ": " + what);
    }
}
