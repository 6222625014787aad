package org.comity.generator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The folder of generated Java of one generator. A file that says the same as before stays untouched, so that the compiler
 * has nothing to do for it.
 */
public final class GeneratedSources {

    private final Path folder;
    private final Set<Path> written = new HashSet<>();

    public GeneratedSources(Path folder) {
        this.folder = folder;
    }

    /** Writes the source of one type. */
    public void write(String packageName, String typeName, String source) throws IOException {
        Path file = folder.resolve(packageName.replace('.', '/')).resolve(typeName + ".java");
        written.add(file);
        if (!Files.exists(file) || !Files.readString(file).equals(source)) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, source);
        }
    }

    /** Deletes what an earlier build wrote and this one did not. */
    public void deleteTheRest() throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            if (!written.contains(file)) {
                Files.delete(file);
            }
        }
    }
}
