package org.comity.kernel.test;

import io.restassured.RestAssured;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.ConfigProvider;

/** A person's session with the service, of which every byte that comes back is kept. */
public final class Session {

    /** Headers that differ from answer to answer and tell nothing: the declared nonces. */
    private static final List<String> NONCES = List.of("date");

    private static final Pattern NUMBER = Pattern.compile("[0-9][0-9.,:eE+TZ-]*");

    private static final Pattern OF_THE_MACHINE = Pattern.compile("^(# [A-Z]+ )?(jvm|process|system)_");

    private static final String BOUNDARY = "the-parts-of-a-form";

    private final String token;
    private final List<String> expected;
    private final int most;
    private final List<String> transcript = new ArrayList<>();

    /**
     * @param expected what came back in the other world; empty if this session is the first
     * @param most with how many answers the session ends, if it has more
     */
    Session(String token, List<String> expected, int most) {
        this.token = token;
        this.expected = expected;
        this.most = most;
    }

    /** An answer differs from what was expected, or was the last that is wanted. */
    static final class Ended extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** What came back to one request. */
    public record Answer(int status, Map<String, List<String>> headers, String body) {

        /** The first value of a header. */
        public Optional<String> header(String name) {
            return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)))
                    .map(List::getFirst);
        }
    }

    /** Reads an address. */
    public Answer get(String path) {
        return send("GET", path, Map.of(), Optional.empty());
    }

    /**
     * Reads an address of the management port. The figures of the machine change by themselves and are left out, and each
     * number is kept as one sign.
     */
    public void management(String path) {
        URI address = URI.create(ConfigProvider.getConfig().getValue("test.management.url", String.class))
                .resolve(path);
        Answer answer = PlainHttp.send("GET", address, Map.of(), Optional.empty());
        String told = answer.body()
                .lines()
                .filter(line -> !OF_THE_MACHINE.matcher(line).find())
                .sorted()
                .collect(Collectors.joining("\n"));
        keep("management %s%n%d%n%s"
                .formatted(path, answer.status(), NUMBER.matcher(told).replaceAll("#")));
    }

    /** Keeps what reached the person otherwise than as an answer: a mail, a request of a webhook, a line of a stream. */
    public void told(String channel, String what) {
        keep("%s%n%s".formatted(channel, what));
    }

    /** The access token of the person. */
    public String token() {
        return token;
    }

    /** Sends a body. */
    public Answer post(String path, String json, Map<String, String> headers) {
        return send("POST", path, headers, Optional.of(json));
    }

    /** Sends a file and what is to be said of it, as parts of a form. */
    public Answer upload(String path, String fileName, String file, Map<String, String> parts) {
        StringBuilder form = new StringBuilder();
        new TreeMap<>(parts)
                .forEach((name, text) -> form.append("--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                        .formatted(BOUNDARY, name, text)));
        form.append("--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n\r\n%s\r\n--%s--\r\n"
                .formatted(BOUNDARY, fileName, file, BOUNDARY));
        return send(
                "POST",
                path,
                Map.of("Content-Type", "multipart/form-data; boundary=" + BOUNDARY),
                Optional.of(form.toString()));
    }

    /** Replaces something. */
    public Answer put(String path, String json, Map<String, String> headers) {
        return send("PUT", path, headers, Optional.of(json));
    }

    /** Follows the next-page links of a list to its end. */
    public void walk(String path) {
        Optional<String> next = Optional.of(path);
        for (int pages = 0; next.isPresent() && pages < 50; pages++) {
            Answer answer = get(next.get());
            next = answer.headers().getOrDefault("link", List.of()).stream()
                    .flatMap(line -> List.of(line.split(", (?=<)")).stream())
                    .filter(link -> link.endsWith("rel=\"next\""))
                    .map(link -> link.substring(1, link.indexOf('>')))
                    .findFirst();
        }
    }

    private Answer send(String method, String path, Map<String, String> headers, Optional<String> body) {
        Map<String, String> all = new TreeMap<>();
        all.put("Authorization", "Bearer " + token);
        body.ifPresent(json -> all.put("Content-Type", "application/json"));
        all.putAll(headers);
        Answer answer = PlainHttp.send(method, URI.create("http://127.0.0.1:" + RestAssured.port + path), all, body);
        NONCES.forEach(answer.headers()::remove);
        keep("%s %s%n%d %s%n%s".formatted(method, path, answer.status(), answer.headers(), answer.body()));
        return answer;
    }

    private void keep(String answer) {
        int place = transcript.size();
        transcript.add(answer);
        boolean differs = place < expected.size() && !answer.equals(expected.get(place));
        if (differs || transcript.size() >= most) {
            throw new Ended();
        }
    }

    List<String> transcript() {
        return List.copyOf(transcript);
    }
}
