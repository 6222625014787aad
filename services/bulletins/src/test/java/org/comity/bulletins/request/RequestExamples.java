package org.comity.bulletins.request;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import org.comity.kernel.test.Api;

/** Requests for information as tests write them. */
public final class RequestExamples {

    public static final String REQUESTS = "/bulletins/v1/requests";

    private RequestExamples() {}

    /** A complete draft that asks these states. */
    public static String draft(String... states) {
        return "{\"subject\":\"Who ordered?\",\"text\":\"Has anybody applied for a licence?\",\"addressees\":[\""
                + String.join("\",\"", states) + "\"]}";
    }

    static Response sent(String person, String draft) {
        return Api.as(person).contentType(ContentType.JSON).body(draft).post(REQUESTS);
    }

    public static String drafted(String person, String draft) {
        return sent(person, draft).then().statusCode(201).extract().path("id");
    }

    /** A step of its desk. */
    public static Response step(String person, String id, String verb, String body) {
        String tag = Api.as(person).get(REQUESTS + "/" + id).header("ETag");
        return Api.as(person)
                .contentType(ContentType.JSON)
                .header("If-Match", tag == null ? "\"none\"" : tag)
                .body(body)
                .post(REQUESTS + "/{id}/{verb}", id, verb);
    }

    /** What a state that is asked answers. */
    public static Response answer(String person, String id, String body) {
        return Api.as(person).contentType(ContentType.JSON).body(body).post(REQUESTS + "/{id}/answer", id);
    }

    /** A request of the Netherlands that its analyst drafted and its approver approved. */
    public static String asked(String draft) {
        String id = drafted("nl.analyst", draft);
        step("nl.analyst", id, "submit", "{}").then().statusCode(200);
        step("nl.approver", id, "approve", "{}").then().statusCode(200);
        return id;
    }
}
