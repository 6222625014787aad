package org.comity.generator.texts;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The texts of one English file.
 *
 * @param file its name, such as {@code denial.properties}
 * @param type the interface, with its package
 * @param imports the types that parameters need
 */
record Bundle(String file, String about, String type, List<String> imports, List<Text> texts) {

    String packageName() {
        return type.substring(0, type.lastIndexOf('.'));
    }

    String simpleName() {
        return type.substring(type.lastIndexOf('.') + 1);
    }

    /** The interface. A template names the bundle as the file is named. */
    String java() {
        TreeSet<String> imported = new TreeSet<>(imports);
        imported.add("io.quarkus.qute.i18n.Message");
        imported.add("io.quarkus.qute.i18n.MessageBundle");
        return "package " + packageName() + ";\n\n"
                + imported.stream().map(it -> "import " + it + ";\n").collect(Collectors.joining())
                + "\n/** " + about + " Generated from {@code messages/" + file + "}: change that. */\n"
                + "@MessageBundle(\"" + file.substring(0, file.indexOf('.')) + "\")\n"
                + "public interface " + simpleName() + " {\n\n"
                + texts.stream().map(Text::java).collect(Collectors.joining("\n"))
                + "}\n";
    }
}
