package org.comity.kernel.test;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * HTTP/1.1 as an attacker writes it: what is sent is what the test says, byte for byte, where a client library would
 * correct or refuse it.
 */
public final class RawHttp {

    private static final int TIMEOUT_MILLIS = 20_000;

    private final URI server;

    private RawHttp(URI server) {
        this.server = server;
    }

    /** To this server of 127.0.0.1. */
    public static RawHttp to(String url) {
        return new RawHttp(URI.create(url));
    }

    /**
     * What came back.
     *
     * @param status 0 where the connection was closed without an answer
     * @param headers by their names in lower case
     */
    public record Answer(int status, Map<String, List<String>> headers, String body) {

        /** The first header of this name. */
        public Optional<String> header(String name) {
            return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()).stream()
                    .findFirst();
        }

        /** Whether the answer is a problem of RFC 9457 with its own status. */
        public boolean isProblem() {
            String type = header("content-type").orElse("");
            return type.startsWith("application/problem+json")
                            && body.contains("\"status\":" + status)
                            && body.contains("\"type\":\"urn:comity:problem:")
                    || type.equals("application/taxii+json;version=2.1")
                            && body.contains("\"http_status\":\"" + status + "\"")
                            && body.contains("\"error_code\":\"urn:comity:problem:");
        }
    }

    /** Sends a request line, headers (each with its line break) and a body; adds the header Host and nothing else. */
    public Answer send(String requestLine, String headers, byte[] body) {
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        request.writeBytes((requestLine + " HTTP/1.1\r\nHost: " + server.getAuthority() + "\r\n" + headers + "\r\n")
                .getBytes(StandardCharsets.ISO_8859_1));
        request.writeBytes(body);
        return sendBytes(request.toByteArray(), requestLine.startsWith("HEAD "));
    }

    /** The same with text, whose length is announced. */
    public Answer send(String requestLine, String headers, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return send(requestLine, headers + "Content-Length: " + bytes.length + "\r\n", bytes);
    }

    /** The same without a body. */
    public Answer send(String requestLine, String headers) {
        return send(requestLine, headers, new byte[0]);
    }

    /** Sends these bytes, and reads one answer. */
    public Answer sendBytes(byte[] request) {
        return sendBytes(request, false);
    }

    private Answer sendBytes(byte[] request, boolean head) {
        try (Socket socket = new Socket("127.0.0.1", server.getPort())) {
            socket.setSoTimeout(TIMEOUT_MILLIS);
            try {
                socket.getOutputStream().write(request);
            } catch (IOException e) {
                // the server has refused already, and its answer is there to read
            }
            return read(socket.getInputStream(), head);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Answer read(InputStream in, boolean head) throws IOException {
        try {
            String first = line(in);
            if (first == null) {
                return new Answer(0, Map.of(), "");
            }
            Map<String, List<String>> headers = new TreeMap<>();
            for (String line = line(in); line != null && !line.isEmpty(); line = line(in)) {
                int colon = line.indexOf(':');
                headers.computeIfAbsent(line.substring(0, colon).toLowerCase(Locale.ROOT), name -> new ArrayList<>())
                        .add(line.substring(colon + 1).strip());
            }
            Answer answer = new Answer(Integer.parseInt(first.split(" ")[1]), headers, "");
            return head ? answer : new Answer(answer.status(), headers, body(in, answer));
        } catch (SocketTimeoutException e) {
            return new Answer(0, Map.of(), "(no answer in time)");
        } catch (IOException e) {
            return new Answer(0, Map.of(), "(" + e.getMessage() + ")");
        }
    }

    private static String body(InputStream in, Answer answer) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        if (answer.header("transfer-encoding").orElse("").equalsIgnoreCase("chunked")) {
            int size;
            while ((size = Integer.parseInt(
                            String.valueOf(line(in)).split(";")[0].strip(), 16))
                    > 0) {
                body.writeBytes(in.readNBytes(size));
                line(in);
            }
        } else if (answer.status() != 204 && answer.status() != 304) {
            int length = answer.header("content-length").map(Integer::parseInt).orElse(Integer.MAX_VALUE);
            body.writeBytes(in.readNBytes(length));
        }
        return body.toString(StandardCharsets.UTF_8);
    }

    private static @org.jspecify.annotations.Nullable String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int next;
        while ((next = in.read()) >= 0) {
            if (next == '\n') {
                return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
            }
            line.write(next);
        }
        return line.size() == 0 ? null : line.toString(StandardCharsets.ISO_8859_1);
    }
}
