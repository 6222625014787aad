package org.comity.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The denials service, as {@code openapi/denials.yaml} has it.
 *
 * <p>Rules: R-225.
 */
final class Denials {

    private static final long A_SECOND = 1_000_000_000L;
    private static final String ROOT = "/denials/v1";
    private static final Pattern DENIAL = Pattern.compile("DN-([A-Z]{2})-[0-9]{4}-[0-9A-Z]{6}");
    private static final Pattern CONSULTATION = Pattern.compile("CN-[A-Z]{2}-[0-9]{4}-[0-9A-Z]{6}");

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

    private Answer json(HttpRequest.Builder request) {
        return http.done(request, Set.of(Answer.JSON));
    }

    Answer read(String path) {
        return json(request(path).GET());
    }

    byte[] download(String path, Set<String> mediaTypes) {
        return http.done(request(path).GET(), mediaTypes).body();
    }

    /** All pages of a list. */
    List<JsonNode> list(String path) {
        List<JsonNode> items = new ArrayList<>();
        pages(path, items::add);
        return items;
    }

    /** Goes through the pages of a list, for as long as more is wanted. */
    private void pages(String path, Predicate<JsonNode> wanted) {
        Set<String> seen = new HashSet<>();
        Optional<String> next = Optional.of(path);
        while (next.isPresent()) {
            if (!seen.add(next.get())) {
                throw new Failure(ExitCode.UNAVAILABLE, "A list leads from page to page without an end.");
            }
            Answer answer = read(next.get());
            JsonNode items = answer.json().path("items");
            if (!items.isArray()) {
                throw answer.strange();
            }
            for (JsonNode item : items) {
                if (!wanted.test(item)) {
                    return;
                }
            }
            next = answer.next().map(address -> below(address, answer));
        }
    }

    /** The service knows no more of its own address than a proxy tells it; so the path alone is taken. */
    private static String below(URI address, Answer answer) {
        String whole = address.toString();
        int path = whole.indexOf(ROOT);
        if (path < 0) {
            throw answer.strange();
        }
        return whole.substring(path + ROOT.length());
    }

    /** The address of a denial, named by id or by reference. */
    String denial(String name) {
        Matcher reference = DENIAL.matcher(name.toUpperCase(Locale.ROOT));
        return reference.matches()
                ? "/denials/" + find("/denials?originator=" + reference.group(1) + "&limit=100", reference.group())
                : "/denials/" + Names.id(name);
    }

    /** The address of a consultation, named by id or by reference. */
    String consultation(String name) {
        Matcher reference = CONSULTATION.matcher(name.toUpperCase(Locale.ROOT));
        return reference.matches()
                ? "/consultations/" + find("/consultations?limit=100", reference.group())
                : "/consultations/" + Names.id(name);
    }

    /** The API names records by id; a list that the caller sees tells which reference has which. */
    private String find(String list, String reference) {
        List<String> found = new ArrayList<>();
        pages(list, item -> {
            if (item.path("ref").asText().equals(reference)) {
                found.add(Names.id(item.path("id").asText()));
            }
            return found.isEmpty();
        });
        if (found.isEmpty()) {
            throw new Failure(ExitCode.REFUSED, "There is no " + reference + " for you.");
        }
        return found.getFirst();
    }

    /** Creates a record; sent twice, it is created once. */
    Answer create(String path, String json) {
        return json(request(path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    /**
     * Takes a step with a record.
     *
     * @param tag of the version that it is for; the one that there is now where none is named
     */
    Answer step(String path, String verb, @Nullable String tag, String json) {
        String version = tag == null ? read(path).tag().map(Names::tag).orElse("") : tag;
        return json(request(path + "/" + verb)
                .header("Content-Type", "application/json")
                .header("If-Match", version)
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    /**
     * Throws away what is being written.
     *
     * @return the record, where it is there after that
     */
    Optional<Answer> discard(String path, @Nullable String tag) {
        String version = tag == null ? read(path).tag().map(Names::tag).orElse("") : tag;
        Answer answer = http.send(request(path + "/discard")
                .header("Content-Type", "application/json")
                .header("If-Match", version)
                .POST(HttpRequest.BodyPublishers.ofString("{}")));
        if (answer.isGone()) {
            return Optional.empty();
        }
        if (!answer.isDone() || !answer.is(Answer.JSON)) {
            throw answer.failure();
        }
        return Optional.of(answer);
    }

    /** Sends a file with what is to be said of it. */
    Answer upload(Path file, JsonNode settings) {
        byte[] content = LocalFiles.bytes(file);
        String boundary = UUID.randomUUID().toString();
        String name = file.getFileName().toString().replaceAll("[\"\\p{Cntrl}]", "_");
        byte[] head = ("--%s\r\nContent-Disposition: form-data; name=\"settings\"\r\n\r\n%s\r\n"
                        + "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n\r\n")
                .formatted(boundary, Http.written(settings), boundary, name)
                .getBytes(StandardCharsets.UTF_8);
        byte[] tail = "\r\n--%s--\r\n".formatted(boundary).getBytes(StandardCharsets.UTF_8);
        return json(request("/imports")
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(HttpRequest.BodyPublishers.ofByteArrays(List.of(head, content, tail))));
    }

    /** Waits for the end of a step with an import, and says how far it is. */
    Answer awaited(String path) {
        while (true) {
            Answer answer = read(path);
            JsonNode now = answer.json();
            String status = now.path("status").asText();
            if (!status.endsWith("ING")) {
                around.err().print("\r");
                return answer;
            }
            if (now.path("interrupted").asBoolean()) {
                throw new Failure(
                        ExitCode.UNAVAILABLE,
                        "%nIt was broken off, and nothing of it took effect. Give the command again.".formatted());
            }
            around.err()
                    .printf(
                            "\r%s %d of %d ",
                            status.toLowerCase(Locale.ROOT),
                            now.at("/progress/done").asInt(),
                            now.at("/progress/total").asInt());
            around.err().flush();
            LockSupport.parkNanos(A_SECOND);
        }
    }

    /** The query of an address. */
    static String query(Map<String, List<String>> parameters) {
        List<String> parts = new ArrayList<>();
        parameters.forEach((name, values) ->
                values.forEach(value -> parts.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8))));
        return parts.isEmpty() ? "" : "?" + String.join("&", parts);
    }
}
