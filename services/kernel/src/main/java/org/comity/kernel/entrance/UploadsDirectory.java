package org.comity.kernel.entrance;

import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Where a file lies while it is received: a directory of this service alone, which nobody else may enter. What a
 * request leaves goes with its answer; what a killed service left goes when the next one starts.
 *
 * <p>Rules: R-272.
 */
@Startup
@Singleton
class UploadsDirectory {

    private static final Set<PosixFilePermission> OURS_ALONE = PosixFilePermissions.fromString("rwx------");

    UploadsDirectory(@ConfigProperty(name = "quarkus.http.body.uploads-directory") Path directory) throws IOException {
        empty(directory);
    }

    /**
     * Makes the directory, or takes out all that is in it.
     *
     * @throws IOException also where it is a link, or somebody else's
     */
    static void empty(Path directory) throws IOException {
        if (!Files.exists(directory, LinkOption.NOFOLLOW_LINKS)) {
            Files.createDirectories(directory.toAbsolutePath().getParent());
            Files.createDirectory(directory, PosixFilePermissions.asFileAttribute(OURS_ALONE));
            return;
        }
        if (!Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)) {
            throw new IOException(directory + " is no directory of our own");
        }
        Files.setPosixFilePermissions(directory, OURS_ALONE);
        Files.walkFileTree(directory, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path left, @Nullable IOException failed) throws IOException {
                if (failed != null) {
                    throw failed;
                }
                if (!left.equals(directory)) {
                    Files.delete(left);
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
