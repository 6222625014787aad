package org.comity.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/** The denials service, as {@code openapi/denials.yaml} has it. */
final class Denials {

    private static final long A_SECOND = 1_000_000_000L;

    private final Surroundings around;
    private final Http http = new Http();
    private final SignIn signIn;

    Denials(Surroundings around) {
        this.around = around;
        this.signIn = new SignIn(around, http);
    }

    SignIn signIn() {
        return signIn;
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(around.denials() + path))
                .header("Authorization", "Bearer " + signIn.token());
    }

    JsonNode read(String path) {
        return http.done(request(path).GET()).json();
    }

    byte[] download(String path) {
        return http.done(request(path).GET()).body();
    }

    /** All pages of a list. */
    List<JsonNode> list(String path) {
        List<JsonNode> items = new ArrayList<>();
        String next = path;
        while (!next.isEmpty()) {
            Http.Answer answer = http.done(request(next).GET());
            answer.json().path("items").forEach(items::add);
            next = answer.link()
                    .map(link -> link.substring(1, link.indexOf('>')))
                    .map(address -> address.substring(address.indexOf("/denials/v1") + "/denials/v1".length()))
                    .orElse("");
        }
        return items;
    }

    /** Creates a record; sent twice, it is created once. */
    JsonNode create(String path, String json) {
        return http.done(request(path)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .POST(HttpRequest.BodyPublishers.ofString(json)))
                .json();
    }

    /** Takes a step with a record, on the version of it that there is now. */
    JsonNode step(String path, String verb, String json) {
        String tag = http.done(request(path).GET()).tag().orElse("");
        return http.done(request(path + "/" + verb)
                        .header("Content-Type", "application/json")
                        .header("If-Match", tag)
                        .POST(HttpRequest.BodyPublishers.ofString(json)))
                .json();
    }

    /** Sends a file with what is to be said of it. */
    JsonNode upload(Path file, JsonNode settings) {
        String boundary = UUID.randomUUID().toString();
        String name = file.getFileName().toString().replaceAll("[\"\\p{Cntrl}]", "_");
        byte[] head = ("--%s\r\nContent-Disposition: form-data; name=\"settings\"\r\n\r\n%s\r\n"
                        + "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n\r\n")
                .formatted(boundary, Http.written(settings), boundary, name)
                .getBytes(StandardCharsets.UTF_8);
        byte[] tail = "\r\n--%s--\r\n".formatted(boundary).getBytes(StandardCharsets.UTF_8);
        return http.done(request("/imports")
                        .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .POST(HttpRequest.BodyPublishers.ofByteArrays(List.of(head, bytes(file), tail))))
                .json();
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (java.nio.file.NoSuchFileException e) {
            throw new Failure(ExitCode.USAGE, "There is no file " + file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for the end of a step with an import, and says how far it is. */
    JsonNode awaited(String path) {
        JsonNode now = read(path);
        while (now.path("status").asText().endsWith("ING")) {
            around.err()
                    .printf(
                            "\r%s %d of %d ",
                            now.path("status").asText().toLowerCase(java.util.Locale.ROOT),
                            now.at("/progress/done").asInt(),
                            now.at("/progress/total").asInt());
            around.err().flush();
            LockSupport.parkNanos(A_SECOND);
            now = read(path);
        }
        around.err().print("\r");
        return now;
    }

    /** The query of an address. */
    static String query(Map<String, List<String>> parameters) {
        List<String> parts = new ArrayList<>();
        parameters.forEach((name, values) ->
                values.forEach(value -> parts.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8))));
        return parts.isEmpty() ? "" : "?" + String.join("&", parts);
    }
}
