package org.comity.kernel.test;

import static io.restassured.RestAssured.given;

import io.restassured.config.EncoderConfig;
import io.restassured.config.HttpClientConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.specification.RequestSpecification;
import org.apache.http.client.params.ClientPNames;
import org.apache.http.client.params.CookiePolicy;
import org.apache.http.impl.client.AbstractHttpClient;
import org.apache.http.impl.client.DefaultHttpClient;
import org.apache.http.impl.conn.PoolingClientConnectionManager;
import org.apache.http.params.CoreConnectionPNames;

/** Requests to the service under test, each held to the contract in openapi/. */
public final class Api {

    private static final int PATIENCE_MILLIS = 30_000;
    private static final int MOST_AT_ONCE = 20;

    /** One client and its connections for all requests: RestAssured makes another for each by itself. */
    @SuppressWarnings("deprecation") // RestAssured takes no younger client
    private static final RestAssuredConfig ONE_CLIENT = RestAssuredConfig.config()
            // a media type goes out as the test says it
            .encoderConfig(EncoderConfig.encoderConfig().appendDefaultContentCharsetToContentTypeIfUndefined(false))
            .httpClient(HttpClientConfig.httpClientConfig()
                    .httpClientFactory(Api::client)
                    .reuseHttpClientInstance()
                    .setParam(ClientPNames.COOKIE_POLICY, CookiePolicy.IGNORE_COOKIES)
                    .setParam(ClientPNames.CONN_MANAGER_TIMEOUT, (long) PATIENCE_MILLIS)
                    .setParam(CoreConnectionPNames.CONNECTION_TIMEOUT, PATIENCE_MILLIS)
                    .setParam(CoreConnectionPNames.SO_TIMEOUT, PATIENCE_MILLIS));

    private Api() {}

    @SuppressWarnings("deprecation")
    private static AbstractHttpClient client() {
        PoolingClientConnectionManager connections = new PoolingClientConnectionManager();
        connections.setMaxTotal(MOST_AT_ONCE);
        connections.setDefaultMaxPerRoute(MOST_AT_ONCE);
        return new DefaultHttpClient(connections);
    }

    /** A request of this demo person. */
    public static RequestSpecification as(String person) {
        return withToken(Tokens.of(person));
    }

    /** A request with this token. */
    public static RequestSpecification withToken(String token) {
        return anonymous().header("Authorization", "Bearer " + token);
    }

    /** A request without a token. */
    public static RequestSpecification anonymous() {
        return given().config(ONE_CLIENT).filter(OpenApiContract.ofModule());
    }

    /** A request that the contract does not allow, on purpose: only its answer is held to the contract. */
    public static RequestSpecification wrongly(String person) {
        return given().config(ONE_CLIENT)
                .filter(OpenApiContract.ofModule().answersOnly())
                .header("Authorization", "Bearer " + Tokens.of(person));
    }
}
