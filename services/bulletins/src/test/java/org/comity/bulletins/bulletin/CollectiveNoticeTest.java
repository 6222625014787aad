package org.comity.bulletins.bulletin;

import static org.comity.bulletins.bulletin.BulletinExamples.BULLETINS;
import static org.comity.bulletins.bulletin.BulletinExamples.answer;
import static org.comity.bulletins.bulletin.BulletinExamples.draft;
import static org.comity.bulletins.bulletin.BulletinExamples.published;
import static org.comity.bulletins.bulletin.BulletinExamples.step;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.List;
import org.comity.bulletins.stix.StixId;
import org.comity.kernel.test.Api;
import org.comity.kernel.test.ComityServers;
import org.comity.kernel.test.EventContract;
import org.comity.kernel.test.Events;
import org.comity.kernel.test.RegisteredStates;
import org.comity.kernel.test.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A bulletin that several states publish in the name of all of them. */
@QuarkusTest
@QuarkusTestResource(ComityServers.class)
class CollectiveNoticeTest {

    private static final String REASON = "{\"reason\":\"x\"}";

    @BeforeEach
    void states() {
        RegisteredStates.announce();
    }

    /** A notice to Germany, Japan and Canada that Germany and Japan are to sign. */
    private static String notice() {
        return signedBy(draft("RISK", "DE", "JP", "CA"), "DE", "JP");
    }

    private static String signedBy(String draft, String... states) {
        return draft.replaceFirst("}$", ",\"signatories\":[\"" + String.join("\",\"", states) + "\"]}");
    }

    private static List<String> steps(String person, String id) {
        return Api.as(person).get(BULLETINS + "/" + id).path("steps");
    }

    private static void told(String id, String... happened) {
        List<String> events = Events.await(
                        ComityServers.servers(),
                        "bulletins.bulletin.v1",
                        happened.length,
                        message -> id.equals(message.key()))
                .stream()
                .map(message -> message.value())
                .toList();
        events.forEach(event -> assertEquals(List.of(), EventContract.faults(event), event));
        assertEquals(
                List.of(happened),
                events.stream()
                        .map(event -> event.replaceAll("(?s).*org.comity.bulletins.bulletin.([a-z-]+).v1.*", "$1"))
                        .toList());
    }

    private static io.restassured.response.Response report(String person, String id) {
        return Api.withToken(Tokens.of(person))
                .accept("application/taxii+json;version=2.1")
                .get("/taxii2/comity/collections/bulletins/objects/" + StixId.of("report", id) + "/");
    }

    @Test
    void R360_a_notice_is_published_in_the_name_of_all_when_each_has_signed() {
        String id = published(notice());
        Api.as("nl.approver")
                .get(BULLETINS + "/" + id)
                .then()
                .body("status", is("PROPOSED"))
                .body("publishedAt", nullValue())
                .body("steps", is(List.of("withdraw")));
        Api.as("ca.analyst").get(BULLETINS + "/" + id).then().statusCode(404);
        step("nl.approver", id, "publish", "{}").then().statusCode(409);
        assertEquals(List.of("cosign"), steps("de.approver", id));
        assertEquals(List.of(), steps("de.analyst", id));
        answer("de.analyst", id, "cosign", "{}").then().statusCode(403);
        answer("ca.approver", id, "cosign", "{}").then().statusCode(404);
        answer("de.approver", id, "cosign", "{}").then().statusCode(200).body("signatures.state", is(List.of("DE")));
        answer("de.approver", id, "cosign", "{}").then().statusCode(200);
        assertEquals(List.of(), steps("de.approver", id));
        step("nl.approver", id, "publish", "{}")
                .then()
                .statusCode(409)
                .body("type", is("urn:comity:problem:not-signed"));
        answer("jp.approver", id, "cosign", "{}").then().statusCode(200);
        report("jp.analyst", id).then().statusCode(404);
        step("nl.analyst", id, "publish", "{}").then().statusCode(403);
        step("nl.approver", id, "publish", "{}")
                .then()
                .statusCode(200)
                .body("status", is("PUBLISHED"))
                .body("steps", is(List.of("release", "withdraw", "recall")));
        for (String reader : List.of("de.analyst", "jp.analyst", "ca.analyst")) {
            Api.as(reader)
                    .get(BULLETINS + "/" + id)
                    .then()
                    .statusCode(200)
                    .body("signatories", is(List.of("DE", "JP")))
                    .body("releasability.states", nullValue())
                    .body("steps", is(List.of("comment", "sighting")));
        }
        List<String> named = report("ca.analyst", id).path("objects[0].object_refs");
        assertTrue(
                named.containsAll(List.of(
                        StixId.of("identity", "state:NL"),
                        StixId.of("identity", "state:DE"),
                        StixId.of("identity", "state:JP"))),
                named.toString());
        told(id, "proposed", "signed", "signed", "published");
    }

    @Test
    void R360_as_many_signatures_as_it_says_are_enough_and_who_did_not_sign_is_not_named() {
        Api.as("nl.analyst")
                .contentType(ContentType.JSON)
                .body(notice().replaceFirst("}$", ",\"signaturesNeeded\":3}"))
                .post(BULLETINS)
                .then()
                .statusCode(422)
                .body("errors.pointer", is(List.of("/signaturesNeeded")));
        String id = published(notice().replaceFirst("}$", ",\"signaturesNeeded\":1}"));
        step("nl.approver", id, "publish", "{}").then().statusCode(409);
        answer("jp.approver", id, "cosign", "{}").then().statusCode(200);
        step("nl.approver", id, "publish", "{}").then().statusCode(200);
        String seen = Api.as("ca.analyst")
                .get(BULLETINS + "/" + id)
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertTrue(seen.contains("\"signatories\":[\"JP\"]"), seen);
        assertTrue(!seen.contains("signaturesNeeded") && !seen.contains("\"DE\""), seen);
        answer("de.approver", id, "cosign", "{}").then().statusCode(403);
    }

    @Test
    void R360_the_secretariat_has_it_when_it_is_published_and_not_before() {
        String id = published(notice().replace(
                        "\"mode\":\"LIST\",\"states\":[\"DE\",\"JP\",\"CA\"]}", "\"mode\":\"ALL\"},\"tlp\":\"GREEN\""));
        Api.as("secretariat.staff").get(BULLETINS + "/" + id).then().statusCode(404);
        answer("de.approver", id, "cosign", "{}").then().statusCode(200);
        answer("jp.approver", id, "cosign", "{}").then().statusCode(200);
        Api.as("secretariat.staff").get(BULLETINS + "/" + id).then().statusCode(404);
        step("nl.approver", id, "publish", "{}").then().statusCode(200);
        Api.as("secretariat.staff").get(BULLETINS + "/" + id).then().statusCode(200);
        Api.as("ee.analyst").get(BULLETINS + "/" + id).then().statusCode(200);
    }

    @Test
    void R360_it_is_withdrawn_before_it_is_published_and_its_signatories_see_that() {
        String id = published(notice());
        answer("de.approver", id, "cosign", "{}").then().statusCode(200);
        step("nl.approver", id, "withdraw", REASON).then().statusCode(200);
        Api.as("jp.analyst").get(BULLETINS + "/" + id).then().body("status", is("WITHDRAWN"));
        Api.as("ca.analyst").get(BULLETINS + "/" + id).then().statusCode(404);
        answer("jp.approver", id, "cosign", "{}").then().statusCode(409);
        report("jp.analyst", id).then().statusCode(404);
        told(id, "proposed", "signed", "withdrawn");
    }

    @Test
    void R360_no_state_but_those_that_it_names_signs() {
        String id = published(draft("RISK", "DE"));
        answer("de.approver", id, "cosign", "{}").then().statusCode(403);
        String waits = published(notice());
        answer("nl.approver", waits, "cosign", "{}").then().statusCode(403);
    }

    @Test
    void R361_who_signs_is_among_its_readers_and_is_named() {
        for (String draft :
                List.of(signedBy(draft("RISK", "DE"), "DE", "JP"), signedBy(draft("RISK", "DE", "JP"), "DE", "QQ"))) {
            Api.as("nl.analyst")
                    .contentType(ContentType.JSON)
                    .body(draft)
                    .post(BULLETINS)
                    .then()
                    .statusCode(422)
                    .body("errors[0].pointer", is("/signatories/1"));
        }
        Api.as("nl.analyst")
                .contentType(ContentType.JSON)
                .body(notice().replaceFirst("}$", ",\"unnamed\":true}"))
                .post(BULLETINS)
                .then()
                .statusCode(422)
                .body("errors.pointer", is(List.of("/unnamed")));
    }

    @Test
    void R361_what_several_states_signed_has_no_next_version_and_no_comment_while_it_waits() {
        String id = published(notice());
        answer("de.analyst", id, "comment", "{\"kind\":\"CORROBORATE\"}").then().statusCode(409);
        answer("de.approver", id, "cosign", "{}").then().statusCode(200);
        answer("jp.approver", id, "cosign", "{}").then().statusCode(200);
        step("nl.approver", id, "publish", "{}").then().statusCode(200);
        answer("de.analyst", id, "comment", "{\"kind\":\"CORROBORATE\"}").then().statusCode(200);
        step("nl.analyst", id, "amend", "{}").then().statusCode(409).body("type", is("urn:comity:problem:collective"));
    }

    @Test
    void R361_what_readers_have_is_not_signed_any_more() {
        String id = published(draft("RISK", "DE", "JP", "CA"));
        step("nl.analyst", id, "amend", "{}").then().statusCode(200);
        Api.as("nl.analyst")
                .contentType(ContentType.JSON)
                .header("If-Match", BulletinExamples.tag("nl.analyst", id))
                .body(notice())
                .put(BULLETINS + "/" + id)
                .then()
                .statusCode(422)
                .body("errors.pointer", is(List.of("/signatories")));
    }
}
