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

    /** Makes a record; what is answered. */
    public static JsonNode made(String person, String path, String json) {
        return read(send("POST", person, path, Map.of(), Optional.of(json)));
    }

    /** Takes a step with the tag that this person now sees; what is answered. */
    public static JsonNode step(String person, String path, String verb, String json) {
        return read(send("POST", person, path + "/" + verb, Map.of("If-Match", tag(person, path)), Optional.of(json)));
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

    private static JsonNode read(Session.Answer answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
