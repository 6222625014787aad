package org.comity.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * Where a download goes.
 *
 * <p>Rules.
 */
final class Target {

    @Option(names = "--out", description = "The file; standard output if not said.")
    private @Nullable Path file;

    @Option(names = "--force", description = "Write over a file that is there.")
    private boolean force;

    /**
     * Refuses what cannot be written, before anything is asked for: opening a denial leaves a receipt with its
     * originator.
     *
     * @param binary whether a terminal would show it as something else than text
     */
    void require(Surroundings around, boolean binary) {
        if (file != null) {
            LocalFiles.requireWritable(file, force);
        } else if (binary && around.isTerminal()) {
            throw new Failure(ExitCode.USAGE, "That is no text to show on a terminal. Say --out FILE.");
        }
    }

    /** Writes the bytes as they are. */
    void write(Surroundings around, byte[] content) {
        if (file == null) {
            try {
                around.out().flush();
                around.bytes().write(content);
                around.bytes().flush();
            } catch (IOException e) {
                throw new Failure(ExitCode.UNAVAILABLE, "Standard output cannot be written.");
            }
            return;
        }
        LocalFiles.write(file, content, force);
        around.err().println("Written to " + file);
    }
}
