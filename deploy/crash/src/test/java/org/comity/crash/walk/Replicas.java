package org.comity.crash.walk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.comity.crash.Packaged;
import org.comity.kernel.test.ServiceProcess;
import org.comity.kernel.test.TestServers;
import org.comity.kernel.test.Tokens;

/** Two packaged services on one database, as they are deployed, and what is asked of them. */
final class Replicas implements AutoCloseable {

    static final int BOTH = 2;
    private static final Path TARGET = Path.of("target");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final TestServers servers;
    private final ServiceProcess[] processes = new ServiceProcess[BOTH];
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    Replicas(TestServers servers) {
        this.servers = servers;
        for (int i = 0; i < BOTH; i++) {
            restart(i);
        }
    }

    /** What came back. */
    record Answer(int status, String tag, String body) {

        JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (IOException e) {
                throw new UncheckedIOException(body, e);
            }
        }
    }

    void kill(int replica) {
        processes[replica].kill();
    }

    void restart(int replica) {
        processes[replica] =
                ServiceProcess.start(Packaged.DENIALS, servers.configuration(), TARGET.resolve("walk-it.log"));
    }

    Answer read(int replica, Person by, String path) {
        return send(replica, by, "GET", path, "none", "").join();
    }

    CompletableFuture<Answer> send(int replica, Person by, String method, String path, String tag, String body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(processes[replica].url() + path))
                .header("Authorization", "Bearer " + Tokens.of(by.name()))
                .header("Content-Type", "application/json")
                .header("If-Match", tag)
                .method(
                        method,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body))
                .build();
        return http.sendAsync(request, HttpResponse.BodyHandlers.ofString())
                .thenApply(response -> new Answer(
                        response.statusCode(),
                        response.headers().firstValue("ETag").orElse("none"),
                        response.body()));
    }

    @Override
    public void close() {
        for (ServiceProcess process : processes) {
            process.close();
        }
    }
}
