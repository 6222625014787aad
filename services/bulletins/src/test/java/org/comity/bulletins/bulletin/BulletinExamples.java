package org.comity.bulletins.bulletin;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import org.comity.kernel.test.Api;

/** Bulletins as tests write them. */
final class BulletinExamples {

    static final String BULLETINS = "/bulletins/v1/bulletins";

    private BulletinExamples() {}

    /** A complete draft of that class that goes to these states; none is nobody else. */
    static String draft(String bulletinClass, String... states) {
        String release = states.length == 0
                ? "{\"mode\":\"ORIGINATOR_ONLY\"}"
                : "{\"mode\":\"LIST\",\"states\":[\"" + String.join("\",\"", states) + "\"]}";
        return """
                {"class":"%s","headline":"Invented intermediary","summary":"It asks for catchers.",
                 "body":"In **small** lots.","themes":["ROUTE_DIVERSION"],
                 "items":[{"controlCode":"5A001.f.2","description":"IMSI catcher"}],"destinations":["KZ"],
                 "parties":[{"name":"Lumen Grid Invented Ltd","country":"JP"}],"misuseTypes":["TARGET_JOURNALISTS"],
                 "sourceReliability":"B","credibility":2,"confidence":"LOW","validUntil":"2199-12-31",
                 "evidence":[{"kind":"Invoice","sha256":"%s"}],"releasability":%s}""".formatted(bulletinClass, "0".repeat(64), release);
    }

    static Response drafted(String person, String draft) {
        return Api.as(person)
                .contentType(ContentType.JSON)
                .body(draft)
                .post(BULLETINS)
                .then()
                .statusCode(201)
                .extract()
                .response();
    }

    /** The tag that this person sees. */
    static String tag(String person, String id) {
        return Api.as(person)
                .get(BULLETINS + "/{id}", id)
                .then()
                .statusCode(200)
                .extract()
                .header("ETag");
    }

    static Response step(String person, String id, String verb, String body) {
        return Api.as(person)
                .contentType(ContentType.JSON)
                .header("If-Match", tag(person, id))
                .body(body)
                .post(BULLETINS + "/{id}/{verb}", id, verb);
    }

    /** What a state that reads the bulletin says of it. */
    static Response answer(String person, String id, String verb, String body) {
        return Api.as(person).contentType(ContentType.JSON).body(body).post(BULLETINS + "/{id}/{verb}", id, verb);
    }

    /** A bulletin of the Netherlands that was drafted by its analyst and cleared by its approver. */
    static String published(String draft) {
        String id = drafted("nl.analyst", draft).path("id");
        step("nl.analyst", id, "submit", "{}").then().statusCode(200);
        step("nl.approver", id, "approve", "{}").then().statusCode(200);
        return id;
    }
}
