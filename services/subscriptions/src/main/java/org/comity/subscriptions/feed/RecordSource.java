package org.comity.subscriptions.feed;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.comity.kernel.caller.StateCode;
import org.comity.sharing.delivery.DeliveryDesk;
import org.eclipse.microprofile.config.Config;

/**
 * Reads records where they are kept, for one state in each request and under that state's wall (openapi/internal.yaml).
 *
 * <p>Rules: R-380.
 */
@Singleton
public class RecordSource {

    /** A hundred records for three desks take a second or two where the machine is busy. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** What a service answers at most in one request. */
    private static final int MOST = 100;

    private static final int OK = 200;
    private static final int FAILED = 500;

    /** The service answers, and fails for what was asked: it may do so for good. */
    static final class CannotBeRead extends IOException {

        private static final long serialVersionUID = 1L;

        private CannotBeRead(String message) {
            super(message);
        }
    }

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private final ServiceToken token;
    private final Config config;
    private final ObjectMapper json;
    private final ObjectReader answers;

    RecordSource(ServiceToken token, Config config, ObjectMapper json) {
        this.token = token;
        this.config = config;
        this.json = json;
        this.answers = json.readerFor(Answer.class).without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    private record Answer(List<RecordReading> items) {}

    /**
     * What a state's desks read of records.
     *
     * @param service whose records they are, such as {@code denials}
     * @param desk the one desk that is asked for; all of them where it is empty
     * @throws IOException where the service does not answer; asking again may help
     */
    public List<RecordReading> read(
            String service, StateCode state, Optional<DeliveryDesk> desk, Collection<UUID> records)
            throws IOException, InterruptedException {
        List<UUID> all = List.copyOf(records);
        List<RecordReading> read = new ArrayList<>();
        for (int from = 0; from < all.size(); from += MOST) {
            read.addAll(page(service, state, desk, all.subList(from, Math.min(all.size(), from + MOST))));
        }
        return read;
    }

    private List<RecordReading> page(String service, StateCode state, Optional<DeliveryDesk> desk, List<UUID> records)
            throws IOException, InterruptedException {
        Map<String, Object> asked = desk.isEmpty()
                ? Map.of("state", state, "records", records)
                : Map.of("state", state, "desk", desk.get(), "records", records);
        URI address = config.getValue("comity." + service + ".url", URI.class).resolve("/internal/v1/readings");
        HttpResponse<byte[]> answer;
        try {
            answer = send(address, asked);
        } catch (ConnectException e) {
            throw new IOException(service + " is not there at " + address, e);
        }
        if (answer.statusCode() != OK) {
            token.refuse();
            if (answer.statusCode() == FAILED) {
                throw new CannotBeRead(service + " fails where a record is read");
            }
            throw new IOException(service + " answers " + answer.statusCode() + " where records are read");
        }
        return answers.<Answer>readValue(answer.body()).items();
    }

    private HttpResponse<byte[]> send(URI address, Map<String, Object> asked) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(address)
                        .timeout(PATIENCE)
                        .header("Authorization", "Bearer " + token.get())
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(json.writeValueAsBytes(asked)))
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }
}
