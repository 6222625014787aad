package org.comity.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Why a command ends before it is done, in words for the person who gave it. */
final class Failure extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final int SERVER_ERRORS = 500;

    private final int exitCode;

    Failure(int exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    /** Of a problem (RFC 9457): what it says, each fault with the field that it names, and what to ask for help with. */
    static Failure of(int status, JsonNode problem) {
        List<String> lines = new ArrayList<>();
        String detail = problem.path("detail").asText("");
        lines.add(detail.isEmpty() ? problem.path("title").asText("Refused with status " + status) : detail);
        for (JsonNode fault : problem.path("errors")) {
            lines.add("  %s: %s"
                    .formatted(
                            fault.path("pointer").asText(), fault.path("detail").asText()));
        }
        if (problem.hasNonNull("correlationId")) {
            lines.add("  Name it when you ask for help: "
                    + problem.path("correlationId").asText());
        }
        return new Failure(
                status >= SERVER_ERRORS ? ExitCode.UNAVAILABLE : ExitCode.REFUSED,
                lines.stream().map(Output::printable).collect(Collectors.joining("\n")));
    }

    /** A mistake of ours: in one line, since nobody who runs a command can use a stack. */
    static Failure ofOurs(Exception mistake) {
        return new Failure(ExitCode.UNAVAILABLE, "The command line itself failed, please report it: " + mistake);
    }

    String message() {
        return String.valueOf(getMessage());
    }

    int exitCode() {
        return exitCode;
    }
}
