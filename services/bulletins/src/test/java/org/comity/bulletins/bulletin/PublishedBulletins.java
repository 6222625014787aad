package org.comity.bulletins.bulletin;

import io.restassured.response.Response;

/** What tests of other packages do with bulletins. */
public final class PublishedBulletins {

    private PublishedBulletins() {}

    /** A bulletin of the Netherlands, released to these states. */
    public static String published(String bulletinClass, String... states) {
        return BulletinExamples.published(BulletinExamples.draft(bulletinClass, states));
    }

    /** A step of its desk. */
    public static Response step(String person, String id, String verb, String body) {
        return BulletinExamples.step(person, id, verb, body);
    }

    /** What a reader says of it. */
    public static Response answer(String person, String id, String verb, String body) {
        return BulletinExamples.answer(person, id, verb, body);
    }

    /** Changes to whom it goes. */
    public static void release(String person, String id, String... states) {
        BulletinExamples.step(
                        person,
                        id,
                        "release",
                        "{\"releasability\":{\"mode\":\"LIST\",\"states\":[\"" + String.join("\",\"", states) + "\"]}}")
                .then()
                .statusCode(200);
    }
}
