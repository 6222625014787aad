package org.comity.generator.texts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.comity.generator.GeneratedSources;

/** Writes an interface of Qute's type-safe messages for each English file of a folder. */
public final class GenerateTexts {

    private static final String ENDING = ".properties";

    private GenerateTexts() {}

    /**
     * Starts the generator.
     *
     * @param arguments the folder of the texts, and the folder that the interfaces are written to
     */
    public static void main(String[] arguments) throws IOException {
        generate(Path.of(arguments[0]), Path.of(arguments[1]));
    }

    static void generate(Path messages, Path folder) throws IOException {
        GeneratedSources sources = new GeneratedSources(folder);
        for (Path file : englishFiles(messages)) {
            String name = file.getFileName().toString();
            Bundle bundle = BundleFile.read(name, Files.readAllLines(file));
            sources.write(bundle.packageName(), bundle.simpleName(), bundle.java());
        }
        sources.deleteTheRest();
    }

    /** {@code denial.properties}, and not {@code denial_fr.properties}. */
    private static List<Path> englishFiles(Path messages) throws IOException {
        try (Stream<Path> files = Files.list(messages)) {
            return files.filter(it -> it.toString().endsWith(ENDING))
                    .filter(it -> !it.getFileName().toString().contains("_"))
                    .sorted()
                    .toList();
        }
    }
}
