package org.comity.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;

/**
 * What came back.
 *
 * @param address that was asked
 * @param mediaType without its parameters, in lower case; empty where none was said
 * @param tag the entity tag without its quotes, as a person passes it on
 * @param next where the next page of a list is
 */
record Answer(URI address, int status, String mediaType, byte[] body, Optional<String> tag, Optional<URI> next) {

    static final String JSON = "application/json";
    static final String PROBLEM = "application/problem+json";

    private static final int TOO_LARGE = 413;
    private static final int FIRST_REFUSAL = 400;
    private static final int FIRST_FAILURE = 500;

    boolean isDone() {
        return status == 200 || status == 201 || status == 202;
    }

    /** Whether it was done, and nothing is left to be shown. */
    boolean isGone() {
        return status == 204;
    }

    boolean isRefusal() {
        return status >= FIRST_REFUSAL;
    }

    boolean isFailure() {
        return status >= FIRST_FAILURE;
    }

    boolean is(String type) {
        return mediaType.equals(type);
    }

    /** The body, which has to be JSON. */
    JsonNode json() {
        try {
            JsonNode json = Http.JSON.readTree(body);
            if (json != null && json.isObject()) {
                return json;
            }
        } catch (IOException e) {
            throw strange();
        }
        throw strange();
    }

    /** Why this answer is not what was asked for. */
    Failure failure() {
        if (isRefusal() && is(PROBLEM)) {
            return Failure.of(status, json());
        }
        if (status == TOO_LARGE) {
            return new Failure(ExitCode.REFUSED, "What was sent is too large for " + server() + ".");
        }
        return strange();
    }

    /** Another server answers than Comity: a proxy, a page for people, a redirection. */
    Failure strange() {
        return new Failure(
                ExitCode.UNAVAILABLE,
                "%s does not answer as Comity does: status %d, %s. Look at COMITY_DENIALS_URL and COMITY_KEYCLOAK_URL."
                        .formatted(server(), status, mediaType.isEmpty() ? "no media type" : mediaType));
    }

    private String server() {
        return Http.server(address);
    }
}
