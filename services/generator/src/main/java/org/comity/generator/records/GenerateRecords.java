package org.comity.generator.records;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.comity.generator.GeneratedSources;

/** Writes a Java type for each schema that a module lists, and for the schemas that those need. */
public final class GenerateRecords {

    private GenerateRecords() {}

    /**
     * Starts the generator.
     *
     * @param arguments the folder that the types are written to, their package, and then for each contract its file and the
     *     file that lists what the module takes from it
     */
    public static void main(String[] arguments) throws IOException {
        JavaTypes types = new JavaTypes();
        for (int at = 2; at < arguments.length; at += 2) {
            Path contract = Path.of(arguments[at]);
            Path list = Path.of(arguments[at + 1]);
            types.add(
                    Contract.read(contract.getFileName().toString(), Files.readString(contract)),
                    ListedType.list(list.getFileName().toString(), Files.readAllLines(list)));
        }
        write(types, arguments[1], Path.of(arguments[0]));
    }

    private static void write(JavaTypes types, String packageName, Path folder) throws IOException {
        GeneratedSources sources = new GeneratedSources(folder);
        List<String> outermost = types.outermost();
        for (String name : outermost) {
            sources.write(packageName, name, new JavaSource(types).file(packageName, name));
        }
        sources.deleteTheRest();
    }
}
