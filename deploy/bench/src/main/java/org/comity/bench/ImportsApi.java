package org.comity.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** The API of files as a client sees it: sends one, takes its steps and waits until they are done. */
final class ImportsApi {

    private static final String IMPORTS = "/denials/v1/imports";
    private static final String BOUNDARY = "a-boundary-that-no-row-has";
    private static final Duration LONGEST_CHECK = Duration.ofMinutes(2);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final DenialsApi api;

    ImportsApi(DenialsApi api) {
        this.api = api;
    }

    /** Has a file checked, and expects that nothing is wrong with it; its id. */
    String check(String username, ImportFile file) throws IOException, InterruptedException {
        HttpRequest request = api.request(username, IMPORTS)
                .timeout(LONGEST_CHECK)
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body(file)))
                .build();
        JsonNode made = JSON.readTree(api.send(request, 201).body());
        expect("CHECKED", made);
        return made.path("id").asText();
    }

    private static byte[] body(ImportFile file) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        part(body, "name=\"settings\"", file.settings().getBytes(StandardCharsets.UTF_8));
        part(body, "name=\"file\"; filename=\"%s.csv\"".formatted(file.name()), file.csv());
        body.write("--%s--\r\n".formatted(BOUNDARY).getBytes(StandardCharsets.US_ASCII));
        return body.toByteArray();
    }

    private static void part(ByteArrayOutputStream body, String name, byte[] content) throws IOException {
        body.write("--%s\r\nContent-Disposition: form-data; %s\r\n\r\n"
                .formatted(BOUNDARY, name)
                .getBytes(StandardCharsets.US_ASCII));
        body.write(content);
        body.write("\r\n".getBytes(StandardCharsets.US_ASCII));
    }

    /** Takes a step with all of a file, and waits until it has brought the file where it should, or was broken off. */
    void step(String username, String id, String verb, String status) throws IOException, InterruptedException {
        api.step(username, path(id) + "/" + verb, read(username, id), 202);
        JsonNode now = JSON.readTree(read(username, id).body());
        while (now.path("status").asText().endsWith("ING")
                && !now.path("interrupted").asBoolean()) {
            Thread.sleep(BETWEEN_LOOKS);
            now = JSON.readTree(read(username, id).body());
        }
        expect(status, now);
    }

    private HttpResponse<String> read(String username, String id) throws IOException, InterruptedException {
        return api.send(api.request(username, path(id)).GET().build(), 200);
    }

    private static String path(String id) {
        return IMPORTS + "/" + id;
    }

    private static void expect(String status, JsonNode now) {
        if (!now.path("status").asText().equals(status)) {
            throw new BenchException("The file is " + now.path("status").asText() + ", not " + status + ": "
                    + now.path("faults") + now.path("failure"));
        }
    }
}
