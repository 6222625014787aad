package org.comity.bulletins.taxii;

import static org.comity.bulletins.taxii.TaxiiExamples.OWN;
import static org.comity.bulletins.taxii.TaxiiExamples.RELEASED;
import static org.comity.bulletins.taxii.TaxiiExamples.ROOT;
import static org.comity.bulletins.taxii.TaxiiExamples.TYPE;
import static org.comity.bulletins.taxii.TaxiiExamples.as;
import static org.comity.bulletins.taxii.TaxiiExamples.id;
import static org.comity.bulletins.taxii.TaxiiExamples.identity;
import static org.comity.bulletins.taxii.TaxiiExamples.post;
import static org.comity.bulletins.taxii.TaxiiExamples.report;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.comity.bulletins.bulletin.PublishedBulletins;
import org.comity.kernel.test.Api;
import org.comity.kernel.test.ComityServers;
import org.comity.kernel.test.RegisteredStates;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a state's system writes through TAXII, and what becomes of it. */
@QuarkusTest
@QuarkusTestResource(ComityServers.class)
class TaxiiWriteTest {

    private static final String BULLETINS = "/bulletins/v1/bulletins/";
    private static final String SYSTEM = "nl-system";

    @BeforeEach
    void states() {
        RegisteredStates.announce();
    }

    /** The draft that this message names. */
    private static String draft(Response status) {
        return draft("nl.analyst", status);
    }

    private static String draft(String analyst, Response status) {
        String ref = status.<String>path("successes[0].message").replaceAll(".*(BU-..-[0-9]{4}-[0-9A-Z]+).*", "$1");
        List<String> ids = Api.as(analyst)
                .get("/bulletins/v1/bulletins?limit=100")
                .path("items.findAll { it.ref == '" + ref + "' }.id");
        assertEquals(1, ids.size(), ref);
        return ids.getFirst();
    }

    @Test
    void R345_what_a_system_writes_is_a_draft_that_an_approver_clears_and_readers_have_it_then_as_it_came() {
        String report = id("report");
        String party = id("identity");
        String unknown = id("x-comity-test");
        Response status = post(
                SYSTEM,
                OWN,
                report(report, "Written by a system", party, unknown)
                        .replace("\"published\"", "\"x_kept\":{\"a\":[1,\"<script>\"]},\"published\""),
                identity(party, "Lumen Grid Invented Ltd"),
                "{\"type\":\"x-comity-test\",\"id\":\"" + unknown + "\",\"anything\":{\"at\":\"all\"}}");
        status.then()
                .statusCode(202)
                .contentType(TYPE)
                .body("status", is("complete"))
                .body("total_count", is(3))
                .body("success_count", is(3))
                .body("failure_count", is(0))
                .body("pending_count", is(0));
        as(SYSTEM)
                .get(ROOT + "status/" + status.path("id") + "/")
                .then()
                .statusCode(200)
                .body("success_count", is(3))
                .body("successes[0].id", is(report));
        as("de.analyst").get(ROOT + "status/" + status.path("id") + "/").then().statusCode(404);
        as(SYSTEM)
                .get(OWN + "objects/?match[id]=" + report + "," + party + "," + unknown)
                .then()
                .body("objects", hasSize(3));

        String draft = draft(status);
        Api.as("nl.analyst")
                .get(BULLETINS + draft)
                .then()
                .body("status", is("DRAFT"))
                .body("headline", is("Written by a system"))
                .body("parties.name", is(List.of("Lumen Grid Invented Ltd")));
        as("de.analyst").get(RELEASED + "objects/" + report + "/").then().statusCode(404);
        String etag = Api.as("nl.analyst").get(BULLETINS + draft).header("ETag");
        Api.as("nl.analyst")
                .contentType(ContentType.JSON)
                .header("If-Match", etag)
                .body("""
                        {"class":"RISK","headline":"Written by a system","summary":"It asks for catchers.","themes":["ROUTE_DIVERSION"],
                         "parties":[{"name":"Lumen Grid Invented Ltd"}],"releasability":{"mode":"LIST","states":["DE"]}}""")
                .put(BULLETINS + draft)
                .then()
                .statusCode(200);
        PublishedBulletins.step("nl.analyst", draft, "submit", "{}").then().statusCode(200);
        as(SYSTEM).delete(OWN + "objects/" + party + "/").then().statusCode(403);
        as(SYSTEM).delete(OWN + "objects/" + report + "/").then().statusCode(403);
        PublishedBulletins.step("nl.approver", draft, "approve", "{}").then().statusCode(200);

        as("de.analyst")
                .get(RELEASED + "objects/" + report + "/")
                .then()
                .statusCode(200)
                .body("objects[0].name", is("Written by a system"))
                .body("objects[0].x_kept.a[1]", is("<script>"))
                .body("objects[0].object_refs.size()", is(3));
        as("de.analyst")
                .get(RELEASED + "objects/" + unknown + "/")
                .then()
                .statusCode(200)
                .body("objects[0].anything.at", is("all"));
        as("de.analyst")
                .get(RELEASED + "objects/?match[type]=identity&match[id]=" + party)
                .then()
                .body("objects", hasSize(1));
        as("jp.analyst").get(RELEASED + "objects/" + unknown + "/").then().statusCode(404);
        as(SYSTEM).delete(OWN + "objects/" + report + "/").then().statusCode(403);
    }

    @Test
    void R344_each_object_that_is_wrong_is_refused_with_its_reason_and_the_others_are_taken() {
        String good = id("identity");
        Response status = post(
                SYSTEM,
                OWN,
                identity(good, "Lumen Grid Invented Ltd"),
                identity(id("identity"), "x").replace("\"spec_version\":\"2.1\",", ""),
                identity(id("identity"), "x").replace("\"name\":\"x\"", "\"name\":null"),
                identity(id("identity"), "x").replace("organization", "individual"),
                identity(id("report"), "x"),
                identity(id("identity"), "x")
                        .replace("2026-01-31T12:00:00.000Z\",\"name", "2025-01-31T12:00:00.000Z\",\"name"),
                "{\"type\":\"marking-definition\",\"spec_version\":\"2.1\","
                        + "\"id\":\"marking-definition--613f2e26-407d-48c7-9eca-b8e91df99dc9\",\"created\":\"2017-01-20T00:00:00.000Z\","
                        + "\"definition_type\":\"tlp\",\"definition\":{\"tlp\":\"red\"}}",
                "{\"type\":\"indicator\"}");
        status.then().statusCode(202).body("success_count", is(1)).body("failure_count", is(7));
        List<String> reasons = status.path("failures.message");
        assertEquals(7, reasons.stream().filter(reason -> !reason.isBlank()).count(), reasons.toString());
        status.then()
                .body("failures.message.join()", containsString("spec_version"))
                .body("failures.message.join()", containsString("null"))
                .body("failures.message.join()", containsString("natural person"))
                .body("failures.message.join()", containsString("another label"));
    }

    @Test
    void R345_the_same_version_is_taken_once_and_another_version_of_a_report_is_not_a_second_bulletin() {
        String report = id("report");
        String party = id("identity");
        String first = report(report, "Once", party);
        post(SYSTEM, OWN, first, identity(party, "Once Ltd")).then().body("success_count", is(2));
        post(SYSTEM, OWN, first, identity(party, "Once Ltd"))
                .then()
                .body("success_count", is(2))
                .body("successes.message.unique()", is(List.of("This version is known.")));
        post(
                        SYSTEM,
                        OWN,
                        first.replace("\"modified\":\"2026-01", "\"modified\":\"2026-02")
                                .replace("02-31", "02-28"))
                .then()
                .body("failure_count", is(1));
        as(SYSTEM)
                .get(OWN + "objects/" + report + "/?match[version]=all")
                .then()
                .body("objects", hasSize(1));
    }

    @Test
    void R345_the_strictest_label_is_that_of_the_draft_and_WHITE_is_CLEAR() {
        String party = id("identity");
        String marked = report(id("report"), "Marked", party)
                .replace("\"name\"", "\"object_marking_refs\":[\"marking-definition--%s\"],\"name\"");
        Response green = post(SYSTEM, OWN, marked.formatted("34098fce-860f-48ae-8e50-ebd3cc5e41da"));
        Api.as("nl.analyst").get(BULLETINS + draft(green)).then().body("tlp", is("GREEN"));
        String white =
                marked.formatted("613f2e26-407d-48c7-9eca-b8e91df99dc9").replaceAll("report--[0-9a-f-]+", id("report"));
        Api.as("nl.analyst")
                .get(BULLETINS + draft(post(SYSTEM, OWN, white)))
                .then()
                .body("tlp", is("CLEAR"))
                .body("class", is("SANITISED"));
        String strict =
                marked.formatted("939a9414-2ddd-4d32-a0cd-375ea402b003").replaceAll("report--[0-9a-f-]+", id("report"));
        Api.as("nl.analyst")
                .get(BULLETINS + draft(post(SYSTEM, OWN, strict)))
                .then()
                .body("tlp", is("AMBER_STRICT"));
    }

    @Test
    void R345_a_draft_is_thrown_away_with_its_report_and_an_object_can_be_taken_out_of_it() {
        String report = id("report");
        String party = id("identity");
        Response status = post(SYSTEM, OWN, report(report, "Thrown away", party), identity(party, "Gone Ltd"));
        String draft = draft(status);
        as(SYSTEM).delete(OWN + "objects/" + party + "/").then().statusCode(200);
        as(SYSTEM).get(OWN + "objects/" + party + "/").then().statusCode(404);
        as(SYSTEM).delete(OWN + "objects/" + party + "/").then().statusCode(404);
        as(SYSTEM).get(OWN + "objects/" + report + "/").then().statusCode(200);
        as(SYSTEM)
                .delete(OWN + "objects/" + report + "/?match[version]=all")
                .then()
                .statusCode(200);
        as(SYSTEM).get(OWN + "objects/" + report + "/").then().statusCode(404);
        Api.as("nl.analyst").get(BULLETINS + draft).then().statusCode(404);
    }

    @Test
    void R357_what_came_in_as_STIX_goes_out_with_the_name_of_its_state() {
        String draft = draft(post(SYSTEM, OWN, report(id("report"), "Not unnamed", id("x-comity-test"))));
        Api.as("nl.analyst")
                .contentType(ContentType.JSON)
                .header("If-Match", Api.as("nl.analyst").get(BULLETINS + draft).header("ETag"))
                .body("{\"unnamed\":true}")
                .put(BULLETINS + draft)
                .then()
                .statusCode(422)
                .body("errors.pointer", is(List.of("/unnamed")));
    }

    @Test
    void R345_what_no_report_names_is_one_draft() {
        Response status = post(SYSTEM, OWN, identity(id("identity"), "A Ltd"), identity(id("identity"), "B Ltd"));
        status.then().body("successes.message.unique()", hasSize(1));
        Api.as("nl.analyst").get(BULLETINS + draft(status)).then().body("parties", hasSize(2));
    }

    @ParameterizedTest
    @CsvSource({"de.analyst,403", "nl.analyst,403", "de.admin,403"})
    void R340_nobody_writes_to_what_is_read_alone(String person, int status) {
        post(person, RELEASED, identity(id("identity"), "x"))
                .then()
                .statusCode(status)
                .contentType(TYPE);
        as(person).delete(RELEASED + "objects/" + id("identity") + "/").then().statusCode(status);
    }

    @Test
    void R340_nobody_writes_to_the_collection_of_another_state() {
        String dutch = as(SYSTEM).get(OWN).path("id");
        post("de.analyst", ROOT + "collections/" + dutch + "/", identity(id("identity"), "x"))
                .then()
                .statusCode(404);
        post("nl.poc", OWN, identity(id("identity"), "x")).then().statusCode(403);
        post("nl.analyst", OWN, identity(id("identity"), "x")).then().statusCode(202);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{                          | 400",
                "[]                         | 422",
                "{\"objects\":{}}           | 422",
                "{\"objects\":[],\"objects\":[]} | 400",
                "{\"objects\":[]} x         | 400",
                "{}                         | 202"
            })
    void R344_what_is_no_envelope_is_refused(String body, int status) {
        Api.wrongly("nl.analyst")
                .header("Accept", TYPE)
                .contentType(TYPE)
                .body(body)
                .post(OWN + "objects/")
                .then()
                .statusCode(status)
                .contentType(TYPE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "text/plain", "application/taxii+json;version=2.0"})
    void R343_another_media_type_is_refused(String type) {
        Api.wrongly("nl.analyst")
                .header("Accept", TYPE)
                .contentType(type)
                .body("{}")
                .post(OWN + "objects/")
                .then()
                .statusCode(415)
                .contentType(TYPE);
    }

    @Test
    void R344_what_is_too_large_too_many_or_too_deep_is_refused() {
        String many = "{\"objects\":[" + "1,".repeat(1000) + "1]}";
        wrong(many).then().statusCode(422).body("details.'/objects'", containsString("1000"));
        wrong("{\"objects\":[\"" + "x".repeat(300_000) + "\"]}")
                .then()
                .statusCode(413)
                .contentType(TYPE)
                .body("http_status", is("413"));
        wrong("{\"objects\":[17]}").then().statusCode(202).body("failure_count", is(1));
        wrong("{\"objects\":[" + "[".repeat(100) + "]".repeat(100) + "]}")
                .then()
                .statusCode(400);
    }

    private static Response wrong(String body) {
        return Api.wrongly("nl.analyst")
                .header("Accept", TYPE)
                .contentType(TYPE)
                .body(body)
                .post(OWN + "objects/");
    }

    @Test
    void R344_what_the_database_cannot_keep_is_refused_by_object() {
        String object = identity(id("identity"), "x");
        for (String part : List.of(
                "\"a\\u0000b\"", "\"\\ud800\"", "1e999999999", "1e60", "1e-60", "[]", "\"0000-01-01T00:00:00Z\"")) {
            String field = part.contains("0000-01") ? "modified" : "x_field";
            post(
                            "nl.analyst",
                            OWN,
                            object.replaceAll(
                                    "\"modified\":\"[^\"]*\"", "\"" + field + "\":" + part.replace("\\", "\\\\")))
                    .then()
                    .statusCode(202)
                    .body("failure_count", is(1))
                    .body("failures[0].message", notNullValue())
                    .body("successes", nullValue());
        }
    }

    /** Its desk makes this of a draft of the Netherlands, and it is released to Germany and Japan. */
    private static void cleared(String draft, String parties) {
        Api.as("nl.analyst")
                .contentType(ContentType.JSON)
                .header("If-Match", Api.as("nl.analyst").get(BULLETINS + draft).header("ETag"))
                .body("""
                        {"class":"RISK","headline":"Written by a system","summary":"It asks for catchers.",
                         "themes":["ROUTE_DIVERSION"],"parties":[%s],"releasability":{"mode":"LIST","states":["DE","JP"]}}""".formatted(parties))
                .put(BULLETINS + draft)
                .then()
                .statusCode(200);
        PublishedBulletins.step("nl.analyst", draft, "submit", "{}").then().statusCode(200);
        PublishedBulletins.step("nl.approver", draft, "approve", "{}").then().statusCode(200);
    }

    private static String indicator(String id, String instant) {
        return """
                {"type":"indicator","spec_version":"2.1","id":"%s","created":"2026-01-31T12:00:00.000Z","modified":"%s",
                 "name":"A pattern","pattern":"[url:value = 'https://a.example']","pattern_type":"stix",
                 "valid_from":"2026-01-31T12:00:00.000Z",
                 "object_marking_refs":["marking-definition--55d920b0-5e8b-4f79-9ee9-91f868d9b421"]}""".formatted(id, instant);
    }

    @Test
    void R345_what_the_desk_took_out_goes_to_nobody_and_the_desk_sees_what_goes() {
        String report = id("report");
        String kept = id("identity");
        String taken = id("identity");
        String pattern = id("indicator");
        String draft = draft(post(
                SYSTEM,
                OWN,
                report(report, "Two of them", kept, taken, pattern),
                identity(kept, "Kept Ltd"),
                identity(taken, "Taken Out Ltd"),
                indicator(pattern, "2026-02-01T12:00:00.000Z")));
        Api.as("nl.analyst")
                .get(BULLETINS + draft)
                .then()
                .body("givenObjects.id", containsInAnyOrder(report, kept, taken, pattern));
        cleared(draft, "{\"name\":\"Kept Ltd\"}");
        Api.as("nl.approver")
                .get(BULLETINS + draft)
                .then()
                .body("givenObjects.id", containsInAnyOrder(report, kept, pattern))
                .body("givenObjects.name", hasItem("A pattern"));
        Api.as("de.analyst").get(BULLETINS + draft).then().statusCode(200).body("givenObjects", nullValue());
        as("de.analyst")
                .get(RELEASED + "objects/" + report + "/")
                .then()
                .body("objects[0].object_refs", hasItems(kept, pattern))
                .body("objects[0].object_refs", not(hasItem(taken)));
        as("de.analyst")
                .get(RELEASED + "objects/" + kept + "/")
                .then()
                .statusCode(200)
                .body("objects.name", is(List.of("Kept Ltd")))
                .body(
                        "objects[0].object_marking_refs",
                        is(List.of("marking-definition--55d920b0-5e8b-4f79-9ee9-91f868d9b421")));
        as(SYSTEM).get(OWN + "objects/" + kept + "/").then().body("objects[0].object_marking_refs", nullValue());
        as("de.analyst")
                .get(RELEASED + "objects/" + pattern + "/")
                .then()
                .body("objects.modified", is(List.of("2026-02-01T12:00:00.000Z")));
        as("de.analyst").get(RELEASED + "objects/" + taken + "/").then().statusCode(404);
        as(SYSTEM).get(OWN + "objects/" + taken + "/").then().statusCode(200);
    }

    @Test
    void R342_objects_of_one_state_hide_no_object_of_another() {
        String pattern = id("indicator");
        String early = "2026-02-01T12:00:00.000Z";
        String late = "2026-02-02T12:00:00.000Z";
        Response german = post("de.analyst", OWN, report(id("report"), "German", pattern), indicator(pattern, late));
        String germanDraft = draft("de.analyst", german);
        Api.as("de.analyst")
                .contentType(ContentType.JSON)
                .header(
                        "If-Match",
                        Api.as("de.analyst").get(BULLETINS + germanDraft).header("ETag"))
                .body("""
                        {"class":"RISK","headline":"German","summary":"x","themes":["ROUTE_DIVERSION"],
                         "releasability":{"mode":"LIST","states":["JP"]}}""")
                .put(BULLETINS + germanDraft)
                .then()
                .statusCode(200);
        PublishedBulletins.step("de.analyst", germanDraft, "submit", "{}")
                .then()
                .statusCode(200);
        PublishedBulletins.step("de.approver", germanDraft, "approve", "{}")
                .then()
                .statusCode(200);
        as("jp.analyst").get(RELEASED + "objects/" + pattern + "/").then().body("objects.modified", is(List.of(late)));
        cleared(draft(post(SYSTEM, OWN, report(id("report"), "Dutch", pattern), indicator(pattern, early))), "");
        as("jp.analyst")
                .get(RELEASED + "objects/" + pattern + "/")
                .then()
                .body("objects.modified", is(List.of(late, early)));
    }

    @Test
    void R345_the_latest_version_in_an_envelope_is_the_one_that_goes_out() {
        String pattern = id("indicator");
        String late = "2026-02-02T12:00:00.000Z";
        Response status = post(
                SYSTEM,
                OWN,
                report(id("report"), "Two versions", pattern),
                indicator(pattern, late),
                indicator(pattern, "2026-02-01T12:00:00.000Z"));
        status.then().body("success_count", is(3));
        cleared(draft(status), "");
        as("jp.analyst")
                .get(RELEASED + "objects/" + pattern + "/?match[version]=all")
                .then()
                .body("objects.modified", is(List.of(late)));
    }

    @Test
    void R345_a_version_is_known_however_its_instant_is_written_and_an_observable_by_its_id() {
        String party = id("identity");
        String address = id("ipv4-addr");
        String observable = "{\"type\":\"ipv4-addr\",\"id\":\"" + address + "\",\"value\":\"192.0.2.1\"}";
        post(SYSTEM, OWN, identity(party, "Known Ltd"), observable).then().body("success_count", is(2));
        post(SYSTEM, OWN, identity(party, "Known Ltd").replace(".000Z", "Z"), observable)
                .then()
                .body("successes.message.unique()", is(List.of("This version is known.")))
                .body("successes.version", hasItem("2026-01-31T12:00:00Z"));
        for (String known : List.of(party, address)) {
            as(SYSTEM)
                    .get(OWN + "manifest/?match[version]=all&match[id]=" + known)
                    .then()
                    .body("objects", hasSize(1));
        }
    }

    @Test
    void R345_a_report_stands_once_in_an_envelope_and_twenty_become_drafts() {
        String report = report(id("report"), "Once", id("identity"));
        post(SYSTEM, OWN, report, report.replace("\"modified\":\"2026-01-31", "\"modified\":\"2026-02-01"))
                .then()
                .body("success_count", is(1))
                .body(
                        "failures.message",
                        is(List.of("Another version of this report stands before it in the envelope.")));
        String party = id("identity");
        String[] many = Stream.concat(
                        IntStream.rangeClosed(1, 20).mapToObj(i -> report(id("report"), "One of many", id("identity"))),
                        Stream.of(report(id("report"), "One more", party), identity(party, "Late Ltd")))
                .toArray(String[]::new);
        post(SYSTEM, OWN, many)
                .then()
                .body("success_count", is(20))
                .body("failure_count", is(2))
                .body("failures[0].message", containsString("at most 20"));
        as(SYSTEM).get(OWN + "objects/" + party + "/").then().statusCode(404);
    }

    @Test
    void R345_a_report_for_everybody_that_names_an_organisation_is_for_the_desk_to_decide() {
        String party = id("identity");
        Response status = post(
                SYSTEM,
                OWN,
                report(id("report"), "For everybody", party)
                        .replace(
                                "\"name\"",
                                "\"object_marking_refs\":[\"marking-definition--94868c89-83c2-464b-929b-a1a8aa3c8487\"],\"name\""),
                identity(party, "Named Ltd"));
        Api.as("nl.analyst")
                .get(BULLETINS + draft(status))
                .then()
                .body("class", nullValue())
                .body("parties.name", is(List.of("Named Ltd")));
    }
}
