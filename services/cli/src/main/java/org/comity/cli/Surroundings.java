package org.comity.cli;

import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Where a command runs.
 *
 * @param environment variables
 * @param home the folder that keeps the session
 * @param out for what was asked for
 * @param err for what is said beside it
 */
record Surroundings(Map<String, String> environment, Path home, InputStream in, PrintWriter out, PrintWriter err) {

    /** Those of this process. */
    static Surroundings ofProcess() {
        return new Surroundings(
                System.getenv(),
                Path.of(System.getProperty("user.home")),
                System.in,
                new PrintWriter(System.out, true, java.nio.charset.StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, java.nio.charset.StandardCharsets.UTF_8));
    }

    Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }

    /** The address of the denials service. */
    String denials() {
        return variable("COMITY_DENIALS_URL").orElse("http://127.0.0.1:8082") + "/denials/v1";
    }

    /** Where tokens come from. */
    String realm() {
        return variable("COMITY_KEYCLOAK_URL").orElse("http://127.0.0.1:8180") + "/realms/"
                + variable("COMITY_REALM").orElse("comity") + "/protocol/openid-connect";
    }
}
