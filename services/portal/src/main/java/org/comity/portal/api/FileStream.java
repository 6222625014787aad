package org.comity.portal.api;

import jakarta.ws.rs.ProcessingException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

/**
 * A file of a service that is passed on as it comes: a few kilobytes of it are in memory, however large it is. It throws
 * what a {@link Call} throws.
 */
public final class FileStream {

    private static final int REFUSED = 400;

    /** Assumption: a service that lets files wait for one another answers within this. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

    private final HttpClient client;
    private final HttpRequest.Builder request;
    private final String address;

    FileStream(HttpClient client, String address, Optional<String> token) {
        this.client = client;
        this.address = address;
        this.request = HttpRequest.newBuilder(URI.create(address)).timeout(LONGEST_WAIT);
        token.ifPresent(bearer -> request.header("Authorization", "Bearer " + bearer));
    }

    /** The file. The caller closes its body. */
    public HttpResponse<InputStream> open() {
        try {
            HttpResponse<InputStream> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            if (answer.statusCode() >= REFUSED) {
                throw Refusal.of(answer.statusCode(), answer::body);
            }
            return answer;
        } catch (IOException e) {
            throw new ProcessingException(address + " does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProcessingException(address + " was not awaited", e);
        }
    }
}
