package org.comity.kernel.entrance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The directory of files that are being received. */
class UploadsDirectoryTest {

    @TempDir
    private Path temporary;

    private static void isOursAndEmpty(Path directory) throws IOException {
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(directory)));
        try (Stream<Path> files = Files.list(directory)) {
            assertEquals(List.of(), files.toList());
        }
    }

    @Test
    void R272_a_directory_is_made_for_us_alone() throws IOException {
        Path directory = temporary.resolve("new/uploads");
        UploadsDirectory.empty(directory);
        isOursAndEmpty(directory);
    }

    @Test
    void R272_what_a_killed_service_left_is_gone_after_a_start() throws IOException {
        Path outside = Files.writeString(temporary.resolve("outside"), "not an upload");
        Path directory = Files.createDirectories(temporary.resolve("uploads"));
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.writeString(directory.resolve("left-over.csv"), "NL/1");
        Files.writeString(Files.createDirectories(directory.resolve("deeper")).resolve("another.csv"), "NL/2");
        Files.createSymbolicLink(directory.resolve("link"), outside);
        UploadsDirectory.empty(directory);
        isOursAndEmpty(directory);
        assertTrue(Files.exists(outside), "a link is removed, and not what it leads to");
    }

    @Test
    void R272_a_link_or_a_file_in_its_place_is_refused() throws IOException {
        Path target = Files.createDirectories(temporary.resolve("target"));
        Files.writeString(target.resolve("mine"), "stays");
        Path link = Files.createSymbolicLink(temporary.resolve("link"), target);
        assertThrows(IOException.class, () -> UploadsDirectory.empty(link));
        assertTrue(Files.exists(target.resolve("mine")));
        Path file = Files.writeString(temporary.resolve("file"), "stays");
        assertThrows(IOException.class, () -> UploadsDirectory.empty(file));
        assertTrue(Files.exists(file));
    }
}
