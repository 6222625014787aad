package org.comity.portal.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.Config;
import org.jboss.resteasy.reactive.client.api.QuarkusRestClientProperties;

/**
 * Calls the services with the token of the signed-in person. A page names an address as the contract writes it:
 * {@code services.at("/denials/v1/denials/{id}", id)} is a {@link Call} of the service {@code denials}, which
 * {@code comity.denials.url} names. The public tables alone are read without a token.
 */
@ApplicationScoped
public class Services {

    private static final Pattern PLACE = Pattern.compile("\\{\\w+}");
    private static final int CONNECT_SECONDS = 2;
    private static final int PAGE_SECONDS = 15;

    /** Files take longer than pages. */
    private static final int FILE_SECONDS = 120;

    /** As many as there are threads that make pages, so that no page waits for another. */
    private static final int CONNECTIONS = 200;

    private final Client pages = client(PAGE_SECONDS);
    private final Client files = client(FILE_SECONDS);

    /** For files that are passed on as they come, without being read into memory. */
    private final HttpClient streams = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(CONNECT_SECONDS))
            .build();

    private final Config config;
    private final SecurityIdentity identity;
    private final ObjectMapper json;

    Services(Config config, SecurityIdentity identity, ObjectMapper json) {
        this.config = config;
        this.identity = identity;
        this.json = json;
    }

    /** An address of a contract, whose first part names the service. */
    public Call at(String path, Object... places) {
        return new Call(pages, json, address(path, places)).bearing(token());
    }

    /** The address of a file that is sent or fetched. */
    public Call fileAt(String path, Object... places) {
        return new Call(files, json, address(path, places)).bearing(token());
    }

    /** The address of a file that is passed on as it comes. */
    public FileStream streamAt(String path, Object... places) {
        return new FileStream(streams, address(path, places), Optional.of(token()));
    }

    /** The same of a file that everybody may read; it is asked for without a token. */
    public FileStream openStreamAt(String path, Object... places) {
        return new FileStream(streams, address(path, places), Optional.empty());
    }

    /** An address that everybody may read. The call carries no token, even when a person is signed in. */
    public Call openAt(String path, Object... places) {
        return new Call(pages, json, address(path, places));
    }

    @PreDestroy
    void close() {
        pages.close();
        files.close();
        streams.close();
    }

    private String token() {
        return identity.getCredential(AccessTokenCredential.class).getToken();
    }

    private String address(String path, Object... places) {
        int[] next = {0};
        return url(path) + PLACE.matcher(path).replaceAll(place -> encoded(places[next[0]++]));
    }

    private URI url(String path) {
        return config.getValue("comity." + path.split("/", 3)[1] + ".url", URI.class);
    }

    static String encoded(Object value) {
        return URLEncoder.encode(value.toString(), StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static Client client(int seconds) {
        return ClientBuilder.newBuilder()
                .connectTimeout(CONNECT_SECONDS, TimeUnit.SECONDS)
                .readTimeout(seconds, TimeUnit.SECONDS)
                .property(QuarkusRestClientProperties.CONNECTION_POOL_SIZE, CONNECTIONS)
                .build();
    }
}
