package org.comity.generator.records;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.lang.model.SourceVersion;
import org.comity.generator.Comments;
import org.comity.generator.records.Definition.Codes;
import org.comity.generator.records.Definition.Field;
import org.comity.generator.records.Definition.Fields;

/**
 * Writes the types as Java: immutable records, whose lists are never null, and enums.
 *
 * <p>Rules: R-278.
 */
final class JavaSource {

    private static final String INDENT = "    ";

    private final JavaTypes types;

    JavaSource(JavaTypes types) {
        this.types = types;
    }

    /** The file of an outermost type. */
    String file(String packageName, String name) {
        String body = type(name);
        String imports = types.imports().stream()
                .filter(it -> isNamed(it.substring(it.lastIndexOf('.') + 1), body))
                .map(it -> "import " + it + ";\n")
                .collect(Collectors.joining());
        return "package " + packageName + ";\n\n" + imports + (imports.isEmpty() ? "" : "\n") + body;
    }

    private static boolean isNamed(String simpleName, String body) {
        return Pattern.compile("\\b" + simpleName + "\\b").matcher(body).find();
    }

    private String type(String name) {
        String simpleName = name.substring(name.lastIndexOf('.') + 1);
        return switch (types.definition(name)) {
            case Codes codes ->
                comment(codes.about(), List.of())
                        + "public enum " + simpleName + implemented(codes) + " {\n"
                        + indented(String.join(",\n", codes.codes()) + "\n") + "}\n";
            case Fields fields ->
                comment(fields.about(), fields.fields())
                        + "@JsonInclude(JsonInclude.Include.NON_EMPTY)\n"
                        + "public record " + simpleName + "(" + components(fields) + ")" + implemented(fields) + " {\n"
                        + indented(lists(simpleName, fields) + empty(simpleName, fields)) + within(name) + "}\n";
            case null ->
                comment("Types of the contracts.", List.of()) + "public final class " + simpleName + " {\n\n"
                        + indented("private " + simpleName + "() {}\n") + within(name) + "}\n";
        };
    }

    private String within(String name) {
        return types.within(name).stream().map(it -> "\n" + indented(type(it))).collect(Collectors.joining());
    }

    private static String implemented(Definition type) {
        return type.implemented() == null ? "" : " implements " + type.implemented();
    }

    private static String components(Fields fields) {
        return fields.fields().stream().map(JavaSource::component).collect(Collectors.joining(","));
    }

    private static String component(Field field) {
        String name = name(field);
        // Jackson takes isThis() for a getter of "this", and a keyword of Java is no name
        boolean renamed = name.matches("is[A-Z].*") || !name.equals(field.name());
        String type = field.required() || field.isList() ? field.type() : nullable(field.type());
        return "\n" + INDENT + INDENT + (renamed ? "@JsonProperty(\"" + field.name() + "\") " : "") + type + " " + name;
    }

    private static String name(Field field) {
        return SourceVersion.isKeyword(field.name()) ? field.name() + "_" : field.name();
    }

    private static String nullable(String type) {
        int simpleName = type.lastIndexOf('.') + 1;
        return type.substring(0, simpleName) + "@Nullable " + type.substring(simpleName);
    }

    /** A list that an answer leaves out is read as an empty one. */
    private static String lists(String simpleName, Fields fields) {
        String lists = fields.fields().stream()
                .filter(Field::isList)
                .map(it -> INDENT + "%1$s = %1$s == null ? List.of() : List.copyOf(%1$s);\n".formatted(name(it)))
                .collect(Collectors.joining());
        return lists.isEmpty() ? "" : "\npublic " + simpleName + " {\n" + lists + "}\n";
    }

    /** What may be said bit by bit begins with nothing. */
    private static String empty(String simpleName, Fields fields) {
        if (fields.fields().isEmpty() || fields.fields().stream().anyMatch(Field::required)) {
            return "";
        }
        String nothing = fields.fields().stream().map(it -> "null").collect(Collectors.joining(", "));
        return "\n/** Nothing said yet. */\npublic static " + simpleName + " empty() {\n" + INDENT + "return new "
                + simpleName + "(" + nothing + ");\n}\n";
    }

    private static String comment(String about, List<Field> fields) {
        String fieldsAbout = fields.stream()
                .filter(it -> !it.about().isEmpty())
                .map(it -> " * @param " + name(it) + " " + Comments.escaped(it.about()) + "\n")
                .collect(Collectors.joining());
        return "/**\n * " + Comments.escaped(about.isEmpty() ? "As the contract has it." : about) + "\n"
                + (fieldsAbout.isEmpty() ? "" : " *\n" + fieldsAbout) + " */\n";
    }

    private static String indented(String lines) {
        return lines.lines().map(it -> it.isEmpty() ? "\n" : INDENT + it + "\n").collect(Collectors.joining());
    }
}
