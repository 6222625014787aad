package org.comity.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/** A person's refresh token, in a file that its owner alone may read. */
final class Session {

    private final Path file;

    Session(Path home) {
        this.file = home.resolve(".comity-cli").resolve("session");
    }

    Optional<String> refreshToken() {
        try {
            return Optional.of(Files.readString(file).strip());
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw unusable("read");
        }
    }

    private Failure unusable(String done) {
        return LocalFiles.unusable("The session in %s cannot be %s.".formatted(file, done));
    }

    void keep(String refreshToken) {
        Path draft = file.resolveSibling("session.new");
        try {
            Files.createDirectories(file.getParent());
            Files.deleteIfExists(draft);
            Files.createFile(draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(draft, refreshToken, StandardCharsets.UTF_8);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw unusable("kept");
        }
    }

    void forget() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw unusable("removed");
        }
    }
}
