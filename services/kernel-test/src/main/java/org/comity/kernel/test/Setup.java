package org.comity.kernel.test;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Requests that only set up what a test is about: the service takes them as it takes others, and they fail where it does
 * not. What a test asserts is asked with {@link Api}, which holds it to the contract and takes several times as long.
 */
public final class Setup {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int FIRST_THAT_IS_NO_SUCCESS = 300;

    private Setup() {}

    /** The tag of a record as this person sees it. */
    public static String tag(String person, String path) {
        return send("GET", person, path, Map.of(), Optional.empty())
                .header("ETag")
                .orElseThrow(() -> new AssertionError("no tag at " + path));
    }

    /**
     * A record as an answer shows it.
     *
     * @param body its view
     * @param tag what a change of it must name
     */
    public record Known(JsonNode body, String tag) {

        /** A text of the view, such as its {@code id}. */
        public String text(String field) {
            return body.path(field).asText();
        }
    }

    /** A record as this person reads it. */
    public static Known read(String person, String path) {
        return known(send("GET", person, path, Map.of(), Optional.empty()));
    }

    /** Makes a record. */
    public static Known made(String person, String path, String json) {
        return known(send("POST", person, path, Map.of(), Optional.of(json)));
    }

    /** Takes a step with the tag that the answer before carries: another person of the same state sees the same one. */
    public static Known step(String person, String path, String verb, String json, Known before) {
        return known(send("POST", person, path + "/" + verb, Map.of("If-Match", before.tag()), Optional.of(json)));
    }

    private static Session.Answer send(
            String method, String person, String path, Map<String, String> headers, Optional<String> body) {
        Map<String, String> all = new TreeMap<>(headers);
        all.put("Authorization", "Bearer " + Tokens.of(person));
        body.ifPresent(json -> all.put("Content-Type", "application/json"));
        Session.Answer answer =
                PlainHttp.send(method, URI.create("http://127.0.0.1:" + RestAssured.port + path), all, body);
        if (answer.status() >= FIRST_THAT_IS_NO_SUCCESS) {
            throw new AssertionError(
                    "%s %s of %s: %d %s".formatted(method, path, person, answer.status(), answer.body()));
        }
        return answer;
    }

    private static Known known(Session.Answer answer) {
        try {
            return new Known(JSON.readTree(answer.body()), answer.header("ETag").orElseThrow());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
