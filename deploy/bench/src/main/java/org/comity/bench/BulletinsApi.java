package org.comity.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Collectors;

/** The bulletins' API, and TAXII, as clients see them. */
final class BulletinsApi extends ServiceApi {

    private static final String BULLETINS = "/bulletins/v1/bulletins";
    private static final String COLLECTIONS = "/taxii2/comity/collections/";
    private static final String TAXII = "application/taxii+json;version=2.1";
    private static final ObjectMapper JSON = new ObjectMapper();

    BulletinsApi(String url, Tokens tokens) {
        super(url, tokens);
    }

    /** A bulletin that waits for its approval: what was answered last. */
    record Submitted(String id, HttpResponse<String> answer) {}

    /** Has a bulletin drafted and submitted; to these states, to all where there is none. */
    Submitted submitted(String analyst, List<String> states) throws IOException, InterruptedException {
        String release = states.isEmpty()
                ? "{\"mode\":\"ALL\"}"
                : "{\"mode\":\"LIST\",\"states\":["
                        + states.stream().map(state -> '"' + state + '"').collect(Collectors.joining(",")) + "]}";
        HttpResponse<String> drafted = send(postRequest(analyst, BULLETINS, """
                {"class":"THREAT","headline":"Interception equipment by a detour","summary":"Invented for a benchmark.",
                 "body":"Seen in **two** places.\\n\\n- one\\n- another","themes":["ROUTE_DIVERSION"],
                 "items":[{"controlCode":"5A001.f.2","description":"Portable IMSI catcher"}],"destinations":["KZ"],
                 "sourceReliability":"B","credibility":2,"tlp":"AMBER","releasability":%s}""".formatted(release)), 201);
        String id = JSON.readTree(drafted.body()).path("id").asText();
        return new Submitted(id, step(analyst, BULLETINS + "/" + id + "/submit", drafted, 200));
    }

    /** Has it approved, which publishes it. */
    void approve(String approver, Submitted bulletin) throws IOException, InterruptedException {
        step(approver, BULLETINS + "/" + bulletin.id() + "/approve", bulletin.answer(), 200);
    }

    /** A page of objects of what the caller's state reads. */
    JsonNode page(String username, String query) throws IOException, InterruptedException {
        HttpRequest request = request(username, COLLECTIONS + "bulletins/objects/?limit=100" + query, TAXII)
                .GET()
                .build();
        return JSON.readTree(send(request, 200).body());
    }

    /** Brings objects; how many were taken. */
    int add(String username, String envelope) throws IOException, InterruptedException {
        HttpRequest request = request(username, COLLECTIONS + "drafts/objects/", TAXII)
                .header("Content-Type", TAXII)
                .POST(HttpRequest.BodyPublishers.ofString(envelope))
                .build();
        return JSON.readTree(send(request, 202).body()).path("success_count").asInt();
    }
}
