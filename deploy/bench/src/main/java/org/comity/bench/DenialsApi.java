package org.comity.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The denials' API as a client sees it. */
final class DenialsApi extends ServiceApi {

    private static final String DENIALS = "/denials/v1/denials";
    private static final Pattern NEXT = Pattern.compile("<([^>]*)>; rel=\"next\"");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final AtomicLong numbers = new AtomicLong();

    DenialsApi(String url, Tokens tokens) {
        super(url, tokens);
    }

    /** A page of a list, as text, and where the next one is. */
    record Page(String body, Optional<String> next) {

        /** How many denials it shows. */
        int size() throws IOException {
            return JSON.readTree(body).path("items").size();
        }
    }

    /** Posts a draft with a national reference of its own, and expects that it is taken. */
    void post(String username, DraftDenial draft) throws IOException, InterruptedException {
        send(postRequest(username, DENIALS, draft.json("NL/BENCH/" + numbers.incrementAndGet())), 201);
    }

    /** Has a denial drafted, submitted and approved; its id. */
    String notify(String officer, String approver, DraftDenial draft) throws IOException, InterruptedException {
        HttpResponse<String> drafted =
                send(postRequest(officer, DENIALS, draft.json("NL/BENCH/" + numbers.incrementAndGet())), 201);
        String id = JSON.readTree(drafted.body()).path("id").asText();
        String path = DENIALS + "/" + id;
        HttpResponse<String> submitted = step(officer, path + "/submit", drafted);
        step(approver, path + "/approve", submitted);
        return id;
    }

    private HttpResponse<String> step(String username, String path, HttpResponse<String> before)
            throws IOException, InterruptedException {
        return step(username, path, before, 200);
    }

    /** Where the first page of this size is. */
    static String firstPage(int limit) {
        return DENIALS + "?limit=" + limit;
    }

    /** Reads a page. */
    Page page(String username, String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = send(request(username, path).GET().build(), 200);
        Optional<String> next = answer.headers().allValues("Link").stream()
                .map(NEXT::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .findFirst();
        return new Page(answer.body(), next);
    }
}
