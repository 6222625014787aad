package org.comity.kernel.test;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.ValidationReport;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.http.Header;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Fails a test when a request or its answer drifts from the service's file in openapi/. */
public final class OpenApiContract implements Filter {

    private static final Map<Path, OpenApiContract> LOADED = new ConcurrentHashMap<>();

    private final OpenApiInteractionValidator validator;
    private final boolean requests;

    private OpenApiContract(OpenApiInteractionValidator validator, boolean requests) {
        this.validator = validator;
        this.requests = requests;
    }

    /** The contract of the module under test. */
    public static OpenApiContract ofModule() {
        String service = System.getProperty("comity.module", "").replaceFirst("^comity-", "");
        return of(Path.of(System.getProperty("comity.root", "../.."), "openapi", service + ".yaml"));
    }

    /** The contract in this file. */
    public static OpenApiContract of(Path file) {
        return LOADED.computeIfAbsent(
                file,
                f -> new OpenApiContract(
                        OpenApiInteractionValidator.createFor(f.toUri().toString())
                                .withLevelResolver(LevelResolver.create()
                                        // Signing in is tested on its own, with requests that lack a token.
                                        .withLevel("validation.request.security.missing", ValidationReport.Level.IGNORE)
                                        // The validator does not see that a type of OpenAPI 3.1 is an array.
                                        .withLevel(
                                                "validation.request.parameter.collection.invalid",
                                                ValidationReport.Level.IGNORE)
                                        .build())
                                .build(),
                        true));
    }

    /** This contract for requests that break it on purpose: only the answers are held to it. */
    public OpenApiContract answersOnly() {
        return new OpenApiContract(validator, false);
    }

    @Override
    public Response filter(
            FilterableRequestSpecification request, FilterableResponseSpecification response, FilterContext context) {
        Response answer = context.next(request, response);
        URI uri = URI.create(request.getURI());
        Request.Method method = Request.Method.valueOf(request.getMethod());
        if (requests && answer.statusCode() != 404) {
            fail(validator.validateRequest(simple(request, uri)), request, answer);
        }
        SimpleResponse.Builder got = SimpleResponse.Builder.status(answer.statusCode());
        for (Header header : answer.headers()) {
            got.withHeader(header.getName(), header.getValue());
        }
        String body = answer.asString();
        if (!body.isEmpty()) {
            got.withBody(body);
        }
        fail(validator.validateResponse(uri.getPath(), method, got.build()), request, answer);
        return PlainPaths.in(answer);
    }

    private static SimpleRequest simple(FilterableRequestSpecification request, URI uri) {
        SimpleRequest.Builder sent =
                new SimpleRequest.Builder(Request.Method.valueOf(request.getMethod()), uri.getPath());
        request.getHeaders().forEach(header -> sent.withHeader(header.getName(), header.getValue()));
        if (uri.getRawQuery() != null) {
            for (String pair : uri.getRawQuery().split("&")) {
                String[] cells = pair.split("=", 2);
                sent.withQueryParam(decoded(cells[0]), decoded(cells.length > 1 ? cells[1] : ""));
            }
        }
        if (request.getBody() != null) {
            sent.withBody(request.getBody().toString());
        }
        return sent.build();
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static void fail(ValidationReport report, FilterableRequestSpecification request, Response answer) {
        if (report.hasErrors()) {
            throw new AssertionError("%s %s drifts from the contract (status %d): %s%n%s"
                    .formatted(
                            request.getMethod(),
                            request.getURI(),
                            answer.statusCode(),
                            report.getMessages(),
                            answer.asString()));
        }
    }
}
