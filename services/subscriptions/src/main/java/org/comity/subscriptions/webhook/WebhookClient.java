package org.comity.subscriptions.webhook;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Sends one request of a webhook to the very address that was looked at, under the name that the webhook has: what a name means a
 * moment later changes nothing. Of the answer the status alone is read; its body may have no end.
 *
 * <p>Rules: R-406.
 */
@Singleton
class WebhookClient {

    private static final Duration CONNECTS_WITHIN = Duration.ofSeconds(5);
    /** As many as webhooks are sent at once. */
    private static final int MOST_CONNECTIONS = WebhookLoop.AT_ONCE;

    private static final int HTTPS = 443;
    private static final int HTTP = 80;
    private static final int TAKEN_FROM = 200;
    private static final int TAKEN_BELOW = 300;
    private static final int NO_CONTENT = 204;

    private final WebhookAddress addresses;
    private final HttpClient http;

    WebhookClient(Vertx vertx, WebhookAddress addresses) {
        this.addresses = addresses;
        this.http = vertx.createHttpClient(new HttpClientOptions()
                .setConnectTimeout((int) CONNECTS_WITHIN.toMillis())
                .setSslHandshakeTimeout(CONNECTS_WITHIN.toSeconds())
                .setSslHandshakeTimeoutUnit(TimeUnit.SECONDS)
                .setVerifyHost(true)
                // paths of one host that hang keep no connection from the others
                .setMaxPoolSize(MOST_CONNECTIONS));
    }

    /** How a request was taken. */
    enum Outcome {
        DELIVERED,
        REFUSED,
        NO_ANSWER,
        PRIVATE_ADDRESS
    }

    /**
     * What came of a request: {@code TestDelivery} in openapi/subscriptions.yaml.
     *
     * @param status of the answer, where there was one
     */
    record Taken(Outcome outcome, @Nullable Integer status, int tookMs) {}

    /**
     * Sends a body.
     *
     * @param within how long an answer is waited for
     */
    Taken post(String url, Map<String, String> headers, String body, Duration within) throws InterruptedException {
        long from = System.nanoTime();
        URI uri = URI.create(url);
        Optional<InetAddress> open = addresses.open(uri);
        if (open.isEmpty()) {
            return new Taken(Outcome.PRIVATE_ADDRESS, null, since(from));
        }
        AtomicReference<@Nullable HttpClientRequest> sent = new AtomicReference<>();
        Future<HttpClientResponse> answer = http.request(options(uri, open.get(), headers, within))
                .onSuccess(sent::set)
                .compose(request -> request.send(body));
        try {
            HttpClientResponse response =
                    answer.toCompletionStage().toCompletableFuture().get(within.toMillis(), TimeUnit.MILLISECONDS);
            int status = response.statusCode();
            if (status != NO_CONTENT && !"0".equals(response.getHeader(HttpHeaderNames.CONTENT_LENGTH))) {
                response.exceptionHandler(ours -> {}).request().reset();
            }
            boolean taken = status >= TAKEN_FROM && status < TAKEN_BELOW;
            return new Taken(taken ? Outcome.DELIVERED : Outcome.REFUSED, status, since(from));
        } catch (ExecutionException | TimeoutException e) {
            HttpClientRequest request = sent.get();
            if (request != null) {
                request.reset();
            }
            return new Taken(Outcome.NO_ANSWER, null, since(from));
        }
    }

    private static RequestOptions options(URI uri, InetAddress address, Map<String, String> headers, Duration within) {
        boolean secure = "https".equals(uri.getScheme());
        int port = uri.getPort() >= 0 ? uri.getPort() : secure ? HTTPS : HTTP;
        String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setServer(SocketAddress.inetSocketAddress(port, address.getHostAddress()))
                .setHost(uri.getHost())
                .setPort(port)
                .setSsl(secure)
                .setURI(uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery())
                .setFollowRedirects(false)
                .setTimeout(within.toMillis());
        headers.forEach(options::putHeader);
        return options;
    }

    private static int since(long from) {
        return (int) Duration.ofNanos(System.nanoTime() - from).toMillis();
    }

    @PreDestroy
    void close() {
        http.close();
    }
}
