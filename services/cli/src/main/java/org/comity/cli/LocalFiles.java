package org.comity.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Files that a command is told to read or to write; what is wrong with them is said in one sentence. */
final class LocalFiles {

    private LocalFiles() {}

    static byte[] bytes(Path file) {
        if (Files.isDirectory(file)) {
            throw unusable(file + " is a folder, and no file.");
        }
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw unusable("There is no file " + file);
        } catch (IOException e) {
            throw unusable(file + " cannot be read.");
        }
    }

    static String text(Path file) {
        return new String(bytes(file), StandardCharsets.UTF_8);
    }

    /** Refuses a file that cannot be written, before anything is asked for that is to go into it. */
    static void requireWritable(Path file, boolean force) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw unusable("There is no folder for " + file);
        }
        if (Files.isDirectory(file)) {
            throw unusable(file + " is a folder, and no file.");
        }
        if (Files.exists(file) && !force) {
            throw unusable(file + " is there already. Say --force to write over it.");
        }
        if (!Files.isWritable(Files.exists(file) ? file : folder)) {
            throw unusable(file + " cannot be written.");
        }
    }

    static void write(Path file, byte[] content, boolean force) {
        try {
            if (force) {
                Files.write(file, content);
            } else {
                Files.write(file, content, StandardOpenOption.CREATE_NEW);
            }
        } catch (IOException e) {
            throw new Failure(ExitCode.UNAVAILABLE, file + " cannot be written.");
        }
    }

    static Failure unusable(String sentence) {
        return new Failure(ExitCode.USAGE, sentence);
    }
}
