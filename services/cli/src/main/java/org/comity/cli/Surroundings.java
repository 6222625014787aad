package org.comity.cli;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a command runs.
 *
 * @param environment variables
 * @param home the folder that keeps the session
 * @param out for what was asked for
 * @param bytes the standard output again, for bytes that are no text
 * @param isTerminal whether somebody looks at it
 * @param err for what is said beside it
 */
record Surroundings(
        Map<String, String> environment,
        Path home,
        PrintWriter out,
        OutputStream bytes,
        boolean isTerminal,
        PrintWriter err) {

    /** Those of this process. */
    static Surroundings ofProcess() {
        return new Surroundings(
                System.getenv(),
                Path.of(System.getProperty("user.home")),
                new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                new FileOutputStream(FileDescriptor.out),
                showsToSomebody(System.console()),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8));
    }

    /** Java 21 has a console on a terminal alone; later ones may have one always, and can be asked. */
    private static boolean showsToSomebody(@Nullable Console console) {
        if (console == null) {
            return false;
        }
        try {
            return (Boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }

    Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }

    /** The address of the denials service. */
    String denials() {
        return address("COMITY_DENIALS_URL", "http://127.0.0.1:8082") + "/denials/v1";
    }

    /** Where tokens come from. */
    String realm() {
        String realm = variable("COMITY_REALM").orElse("comity");
        if (!realm.matches("[\\w.-]+")) {
            throw new Failure(ExitCode.USAGE, "COMITY_REALM is no name of a realm.");
        }
        return address("COMITY_KEYCLOAK_URL", "http://127.0.0.1:8180") + "/realms/" + realm
                + "/protocol/openid-connect";
    }

    private String address(String variable, String otherwise) {
        String text = variable(variable).orElse(otherwise).strip();
        try {
            URI address = new URI(text);
            if (Set.of("http", "https").contains(String.valueOf(address.getScheme()))
                    && address.getHost() != null
                    && address.getRawQuery() == null
                    && address.getRawFragment() == null) {
                return text.replaceFirst("/+$", "");
            }
        } catch (URISyntaxException e) {
            throw noAddress(variable);
        }
        throw noAddress(variable);
    }

    private static Failure noAddress(String variable) {
        return new Failure(ExitCode.USAGE, variable + " is no address of a server, such as https://comity.example.");
    }
}
