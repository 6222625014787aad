package org.comity.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.comity.backing.ProcessMark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

    @TempDir
    Path folder;

    @Test
    void a_folder_that_comity_did_not_make_is_left_alone() throws IOException {
        Path letter = Files.writeString(folder.resolve("letter.txt"), "dear reader");

        assertThrows(LaunchException.class, () -> DataFolder.open(folder));

        assertEquals(List.of(letter), Files.list(folder).toList());
    }

    @Test
    void emptying_keeps_the_marker_and_deletes_the_rest() throws IOException {
        try (DataFolder data = DataFolder.open(folder.resolve("data"))) {
            Files.createDirectories(data.postgres().resolve("base"));
            Files.writeString(data.demoLoaded("denials"), "yes");

            data.empty();

            assertTrue(DataFolder.isOurs(data.path()));
            assertFalse(Files.exists(data.postgres()));
            assertFalse(Files.exists(data.demoLoaded("denials")));
        }
    }

    @Test
    void the_folder_is_for_its_owner_alone() throws IOException {
        try (DataFolder data = DataFolder.open(folder.resolve("data"))) {
            assertEquals("rwx------", permissions(data.path()));
        }
    }

    @Test
    void a_secret_is_random_kept_and_for_its_owner_alone() throws IOException {
        try (DataFolder data = DataFolder.open(folder.resolve("data"))) {
            String secret = data.secrets().get("one");

            assertTrue(secret.matches("[0-9a-f]{64}"));
            assertEquals(secret, data.secrets().get("one"));
            assertNotEquals(secret, data.secrets().get("two"));
            assertEquals("rw-------", permissions(data.path().resolve("secrets.properties")));
        }
    }

    @Test
    void a_process_that_an_earlier_launcher_left_is_stopped_and_its_note_deleted() throws IOException {
        Process left = new ProcessBuilder("sleep", "60").start();
        try (DataFolder data = DataFolder.open(folder.resolve("data"))) {
            ProcessMark.of(left.toHandle()).write(data.pidFile("registry"));

            assertEquals(List.of("registry"), DataFolder.stopLeftovers(data.path()));

            assertFalse(left.isAlive());
            assertFalse(Files.exists(data.pidFile("registry")));
            assertEquals(List.of(), DataFolder.stopLeftovers(data.path()));
        } finally {
            left.destroyForcibly();
        }
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
