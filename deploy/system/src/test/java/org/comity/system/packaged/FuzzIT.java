package org.comity.system.packaged;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.ValidationReport;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.comity.kernel.test.RawHttp.Answer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * Random requests over the contracts, to the packaged system: none is answered with a failure of ours, no answer
 * contradicts its contract, and what the contract refuses is never taken. The seed is told, and gives the same requests
 * again: {@code -Dcomity.fuzz.seed=…}; {@code -Dcomity.fuzz.requests=60000} is a long run.
 */
@Order(2_000_000_001)
class FuzzIT {

    private static final Packaged SYSTEM = Packaged.system();
    private static final List<String> PEOPLE = List.of(
            "nl.officer",
            "nl.approver",
            "de.officer",
            "de.approver",
            "jp.officer",
            "nl.analyst",
            "nl.poc",
            "nl.auditor",
            "nl.admin",
            "secretariat.staff");
    private static final int MOST_FOUND = 25;
    private static final int MOST_IDS = 400;

    private final ObjectMapper json = new ObjectMapper();
    private final Map<String, OpenApiInteractionValidator> contracts = new HashMap<>();
    private final Map<String, String> ids = new LinkedHashMap<>();
    private final Map<String, String> tags = new HashMap<>();
    private final Map<String, Integer> statuses = new TreeMap<>();

    @Test
    void random_requests_get_no_failure_no_answer_outside_the_contract_and_nothing_bad_is_taken() {
        int requests = Integer.getInteger("comity.fuzz.requests", 1500);
        String given = System.getProperty("comity.fuzz.seed", "");
        long seed = given.isBlank() ? System.nanoTime() : Long.parseLong(given);
        Random random = new Random(seed);
        long pid = SYSTEM.comity().part("denials").orElseThrow().pid();
        List<Operation> operations = new ArrayList<>(Packaged.services().stream()
                .flatMap(service -> Operation.of(service).stream())
                .toList());
        // who signs out or suspends a state ends the walk for everybody else
        operations.removeIf(operation ->
                operation.path().contains("sign-outs") || operation.path().endsWith("suspend"));
        // an answer that goes on is never whole
        operations.removeIf(Operation::streams);
        List<String> found = new ArrayList<>();
        for (int i = 0; i < requests && found.size() < MOST_FOUND; i++) {
            try {
                one(operations.get(random.nextInt(operations.size())), random).forEach(found::add);
            } catch (RuntimeException e) {
                throw new IllegalStateException("request " + i + " of seed " + seed, e);
            }
        }
        System.out.printf("fuzzed %d requests, seed %d: %s%n", requests, seed, statuses);
        assertEquals(List.of(), found, "seed " + seed);
        assertEquals(
                pid, SYSTEM.comity().part("denials").orElseThrow().pid(), "denials was started again, seed " + seed);
        assertTrue(statuses.keySet().stream().anyMatch(key -> key.startsWith("POST 2")), "nothing was ever taken");
    }

    private List<String> one(Operation operation, Random random) {
        RandomValue values = new RandomValue(operation.file(), random);
        String person = values.one(PEOPLE);
        Map<String, String> headers = new LinkedHashMap<>();
        if (!values.once(30)) {
            headers.put("Authorization", "Bearer " + SYSTEM.token(person));
        }
        String path = path(operation, values);
        Map<String, List<String>> query = query(operation, values);
        String body = null;
        if (operation.takesJson()) {
            body = values.once(50)
                    ? values.text()
                    : values.of(operation.jsonBody()).toString();
            headers.put("Content-Type", values.once(60) ? "text/plain" : "application/json");
        } else if (operation.takesForm()) {
            body = form(values);
            headers.put("Content-Type", "multipart/form-data; boundary=x");
        }
        for (JsonNode parameter : operation.parameters()) {
            String name = parameter.path("name").asText();
            if (parameter.path("in").asText().equals("header") && !values.once(4)) {
                headers.put(
                        name,
                        name.equals("If-Match") && tags.containsKey(person + path.replaceAll("/[a-z-]+$", ""))
                                ? tags.get(person + path.replaceAll("/[a-z-]+$", ""))
                                : values.one(List.of("\"x\"", "*", "a-key-" + random.nextInt(50), "x y", "W/\"a\"")));
            }
        }
        if (values.once(40)) {
            headers.put("Accept", values.one(List.of("text/html", "x", "*/*;q=0", "application/json;q=0.1, text/csv")));
        }
        return send(operation, person, path, query, headers, body, values);
    }

    private String path(Operation operation, RandomValue values) {
        String path = operation.path();
        while (path.contains("{")) {
            int from = path.indexOf('{');
            int to = path.indexOf('}');
            String value =
                    values.once(6) || ids.isEmpty() ? encoded(values.text()) : values.one(List.copyOf(ids.keySet()));
            path = path.substring(0, from) + (value.isEmpty() ? "x" : value) + path.substring(to + 1);
        }
        return path;
    }

    private Map<String, List<String>> query(Operation operation, RandomValue values) {
        Map<String, List<String>> query = new LinkedHashMap<>();
        for (JsonNode parameter : operation.parameters()) {
            if (parameter.path("in").asText().equals("query") && values.once(3)) {
                JsonNode value = values.of(parameter.path("schema"));
                List<String> texts = new ArrayList<>();
                if (value.isArray()) {
                    value.forEach(each -> texts.add(each.asText()));
                } else {
                    texts.add(value.isValueNode() ? value.asText() : value.toString());
                }
                if (!texts.isEmpty()) {
                    query.put(parameter.path("name").asText(), texts);
                }
            }
        }
        if (values.once(60)) {
            query.put("misspelt", List.of("x"));
        }
        return query;
    }

    private static String form(RandomValue values) {
        String settings =
                "{\"kind\":\"REFUSAL\",\"decisionDate\":\"2026-03-31\",\"basis\":\"LISTED\",\"countryMeans\":\"PARTY\","
                        + "\"criterion\":\"COC_HR\",\"controlList\":\"EU_ANNEX_I\",\"releasability\":{\"mode\":\"LIST\",\"states\":[\"DE\"]}}";
        String file = "reference,name\n" + values.text() + "," + values.text();
        String part = "--x\r\nContent-Disposition: form-data; name=\"%s\"%s\r\n\r\n%s\r\n";
        return part.formatted("settings", "", values.once(3) ? values.text() : settings)
                + part.formatted("file", "; filename=\"" + values.one(List.of("a.csv", "a.xlsx", "", "x")) + "\"", file)
                + (values.once(4) ? part.formatted("file", "; filename=\"b.csv\"", file) : "")
                + (values.once(8) ? "" : "--x--\r\n");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private List<String> send(
            Operation operation,
            String person,
            String path,
            Map<String, List<String>> query,
            Map<String, String> headers,
            String body,
            RandomValue values) {
        StringBuilder line = new StringBuilder(path);
        query.forEach((name, texts) -> texts.forEach(text -> line.append(line.indexOf("?") < 0 ? '?' : '&')
                .append(encoded(name))
                .append('=')
                .append(encoded(text))));
        StringBuilder head = new StringBuilder("Connection: close\r\n");
        headers.forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
        Answer answer = body == null
                ? SYSTEM.raw(operation.service()).send(operation.method() + " " + line, head.toString())
                : SYSTEM.raw(operation.service()).send(operation.method() + " " + line, head.toString(), body);
        statuses.merge(operation.method() + " " + answer.status(), 1, Integer::sum);
        remember(person, path, answer, values);
        List<String> found = new ArrayList<>();
        String what = operation.method() + " " + line + " as " + person + " " + body + " -> " + answer;
        if (answer.status() >= 500 || answer.status() == 0) {
            found.add("a failure: " + what);
        }
        // an address with an empty or strange part may be another operation, or none
        if (path.matches("[A-Za-z0-9/_-]+")) {
            found.addAll(contradictions(operation, path, query, headers, body, answer, what));
        }
        return found;
    }

    private List<String> contradictions(
            Operation operation,
            String path,
            Map<String, List<String>> query,
            Map<String, String> headers,
            String body,
            Answer answer,
            String what) {
        List<String> found = new ArrayList<>();
        Request.Method method = Request.Method.valueOf(operation.method());
        SimpleResponse.Builder got = SimpleResponse.Builder.status(answer.status());
        answer.headers().forEach((name, all) -> all.forEach(value -> got.withHeader(name, value)));
        if (!answer.body().isEmpty()) {
            got.withBody(answer.body());
        }
        ValidationReport ofAnswer = contract(operation).validateResponse(path, method, got.build());
        if (ofAnswer.hasErrors()) {
            found.add("outside the contract: " + what + " " + ofAnswer.getMessages());
        }
        if (answer.status() < 300 && !operation.takesForm()) {
            SimpleRequest.Builder sent = new SimpleRequest.Builder(method, path);
            headers.forEach(sent::withHeader);
            query.forEach((name, texts) -> {
                // the validator does not see that a type of OpenAPI 3.1 is an array
                if (!isArray(operation, name)) {
                    sent.withQueryParam(name, texts.toArray(new String[0]));
                }
            });
            if (body != null) {
                sent.withBody(body);
            }
            ValidationReport ofRequest = contract(operation).validateRequest(sent.build());
            if (ofRequest.hasErrors()) {
                found.add("bad and taken: " + what + " " + ofRequest.getMessages());
            }
        }
        return found;
    }

    private static boolean isArray(Operation operation, String name) {
        return operation.parameters().stream()
                .filter(parameter -> parameter.path("name").asText().equals(name))
                .anyMatch(parameter -> operation
                        .resolved(parameter.path("schema"))
                        .path("type")
                        .asText()
                        .equals("array"));
    }

    private void remember(String person, String path, Answer answer, RandomValue values) {
        if (answer.status() >= 300 || answer.body().isEmpty()) {
            return;
        }
        answer.header("etag").ifPresent(tag -> tags.put(person + path, tag));
        try {
            JsonNode read = json.readTree(answer.body());
            String id = read.path("id").asText("");
            if (!id.isEmpty()) {
                ids.put(id, path);
                answer.header("etag").ifPresent(tag -> tags.put(person + path + "/" + id, tag));
            }
            read.path("items").forEach(item -> {
                for (String name : List.of("id", "ref", "iso2")) {
                    String text = item.path(name).asText("");
                    if (!text.isEmpty()) {
                        ids.put(text, path);
                    }
                }
            });
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            return;
        }
        while (ids.size() > MOST_IDS) {
            ids.remove(values.one(List.copyOf(ids.keySet())));
        }
    }

    private OpenApiInteractionValidator contract(Operation operation) {
        return contracts.computeIfAbsent(operation.service(), service -> OpenApiInteractionValidator.createFor(
                        Packaged.contract(service).toUri().toString())
                .withLevelResolver(LevelResolver.create()
                        .withLevel("validation.request.security.missing", ValidationReport.Level.IGNORE)
                        .withLevel("validation.request.parameter.collection.invalid", ValidationReport.Level.IGNORE)
                        .build())
                .build());
    }
}
