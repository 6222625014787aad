package org.comity.backing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;

/**
 * Addresses and passwords of the servers that the tests of one Maven run share.
 *
 * @param postgres {@code host:port}
 * @param postgresPassword password of the superuser {@code postgres}
 * @param kafka {@code host:port}
 * @param keycloak address without a path, such as {@code http://127.0.0.1:34567}
 * @param keycloakPassword password of {@link KeycloakServer#ADMIN}
 * @param rolePassword password that every database role gets in tests: roles belong to the server, not to a database,
 *     so modules that run at the same time must agree on it
 */
public record Backing(
        String postgres,
        String postgresPassword,
        String kafka,
        String keycloak,
        String keycloakPassword,
        String rolePassword) {

    /** Provisions databases and roles. */
    public Databases databases() {
        return new Databases(postgres, postgresPassword);
    }

    /** Waits until Keycloak serves, which is later than PostgreSQL and Kafka do. */
    public Backing awaitKeycloak() {
        if (!Waiting.until(Duration.ofMinutes(4), Duration.ofMillis(250), () -> KeycloakServer.isReady(keycloak))) {
            throw new BackingException(
                    "Keycloak at " + keycloak + " is not ready after four minutes. Its log is under target/backing.");
        }
        return this;
    }

    /** Keycloak's admin API. */
    public KeycloakAdmin keycloakAdmin() {
        return new KeycloakAdmin(keycloak, keycloakPassword);
    }

    void write(Path file) {
        Properties properties = new Properties();
        properties.put("postgres", postgres);
        properties.put("postgres.password", postgresPassword);
        properties.put("kafka", kafka);
        properties.put("keycloak", keycloak);
        properties.put("keycloak.password", keycloakPassword);
        properties.put("role.password", rolePassword);
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        try {
            try (Writer writer = Files.newBufferedWriter(draft)) {
                properties.store(writer, "servers shared by the tests of this checkout; gone when Maven ends");
            }
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Optional<Backing> read(Path file) {
        Properties properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException e) {
            return Optional.empty();
        }
        return Optional.of(new Backing(
                properties.getProperty("postgres"),
                properties.getProperty("postgres.password"),
                properties.getProperty("kafka"),
                properties.getProperty("keycloak"),
                properties.getProperty("keycloak.password"),
                properties.getProperty("role.password")));
    }

    /** Whether PostgreSQL and Kafka accept connections. */
    boolean answers() {
        return Ports.answers(postgres) && Ports.answers(kafka);
    }
}
