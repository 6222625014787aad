package org.comity.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Why a command ends before it is done, in words for whoever gave it. */
final class Failure extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final int SERVER_ERRORS = 500;

    private final int exitCode;

    Failure(int exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    /** Of a problem (RFC 9457): what it says, and each fault with the field that it names. */
    static Failure of(int status, JsonNode problem) {
        List<String> lines = new ArrayList<>();
        String detail = problem.path("detail").asText("");
        lines.add(detail.isEmpty() ? problem.path("title").asText("Refused with status " + status) : detail);
        for (JsonNode fault : problem.path("errors")) {
            lines.add("  %s: %s"
                    .formatted(
                            fault.path("pointer").asText(), fault.path("detail").asText()));
        }
        return new Failure(status >= SERVER_ERRORS ? ExitCode.UNAVAILABLE : ExitCode.REFUSED, String.join("\n", lines));
    }

    int exitCode() {
        return exitCode;
    }
}
