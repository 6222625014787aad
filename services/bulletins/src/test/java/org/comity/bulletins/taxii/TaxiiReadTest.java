package org.comity.bulletins.taxii;

import static org.comity.bulletins.taxii.TaxiiExamples.OWN;
import static org.comity.bulletins.taxii.TaxiiExamples.RELEASED;
import static org.comity.bulletins.taxii.TaxiiExamples.ROOT;
import static org.comity.bulletins.taxii.TaxiiExamples.TYPE;
import static org.comity.bulletins.taxii.TaxiiExamples.as;
import static org.comity.bulletins.taxii.TaxiiExamples.published;
import static org.comity.bulletins.taxii.TaxiiExamples.walk;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.comity.bulletins.bulletin.PublishedBulletins;
import org.comity.bulletins.stix.StixId;
import org.comity.kernel.test.Api;
import org.comity.kernel.test.ComityServers;
import org.comity.kernel.test.RegisteredStates;
import org.comity.kernel.test.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The TAXII server, as a client that reads sees it. */
@QuarkusTest
@QuarkusTestResource(ComityServers.class)
class TaxiiReadTest {

    private static final String ABSENT = "report--00000000-0000-4000-8000-000000000000";

    @BeforeEach
    void states() {
        RegisteredStates.announce();
    }

    private static String reportOf(String bulletin) {
        return StixId.of("report", bulletin);
    }

    @Test
    void R340_a_client_finds_its_collections_from_the_discovery() {
        String root = as("de.analyst")
                .get("/taxii2/")
                .then()
                .statusCode(200)
                .contentType(TYPE)
                .body("default", containsString(ROOT))
                .extract()
                .path("api_roots[0]");
        assertTrue(root.startsWith("http://") && root.endsWith(ROOT), root);
        as("de.analyst")
                .get(ROOT)
                .then()
                .statusCode(200)
                .body("versions", is(List.of(TYPE)))
                .body("max_content_length", is(262144));
        as("de.analyst")
                .get(ROOT + "collections/")
                .then()
                .statusCode(200)
                .body("collections.alias", is(List.of("bulletins", "drafts")))
                .body("collections.can_read", is(List.of(true, true)))
                .body("collections.can_write", is(List.of(false, true)));
        as("de.admin").get(ROOT + "collections/").then().body("collections.can_read", is(List.of(false, false)));
        as("de.poc").get(ROOT + "collections/").then().body("collections.can_read", is(List.of(true, false)));
        as("secretariat.staff").get(ROOT + "collections/").then().body("collections.alias", is(List.of("bulletins")));
    }

    @Test
    void R340_a_collection_of_another_state_is_not_there() {
        String german =
                as("de.analyst").get(RELEASED).then().statusCode(200).extract().path("id");
        as("de.analyst").get(ROOT + "collections/" + german + "/").then().statusCode(200);
        for (String part : List.of("", "manifest/", "objects/", "objects/" + ABSENT + "/")) {
            as("jp.analyst")
                    .get(ROOT + "collections/" + german + "/" + part)
                    .then()
                    .statusCode(404)
                    .contentType(TYPE)
                    .body("http_status", is("404"));
        }
        as("jp.analyst").get("/taxii2/nowhere/").then().statusCode(404);
        as("jp.analyst").get("/taxii2/nowhere/collections/").then().statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"de.admin", "de.auditor"})
    void R340_what_may_not_be_read_is_forbidden_where_it_is_visible(String person) {
        for (String part :
                List.of("manifest/", "objects/", "objects/" + ABSENT + "/", "objects/" + ABSENT + "/versions/")) {
            as(person).get(RELEASED + part).then().statusCode(403).contentType(TYPE);
        }
        as("de.poc").get(OWN + "objects/").then().statusCode(403);
        as("de.analyst").get(RELEASED + "objects/" + ABSENT + "/").then().statusCode(404);
    }

    @Test
    void R343_nobody_reads_without_a_token() {
        Api.anonymous()
                .header("Accept", TYPE)
                .get("/taxii2/")
                .then()
                .statusCode(401)
                .contentType(TYPE)
                .header("WWW-Authenticate", "Bearer")
                .body("http_status", is("401"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/taxii+json;version=2.1 | 200",
                "application/taxii+json | 200",
                "application/json, application/taxii+json; version=2.1 | 200",
                "*/* | 200",
                "application/taxii+json;version=2.0 | 406",
                "application/json | 406",
                "text/html | 406"
            })
    void R343_the_version_of_TAXII_is_negotiated(String accept, int status) {
        Api.wrongly("de.analyst")
                .header("Accept", accept)
                .get("/taxii2/")
                .then()
                .statusCode(status)
                .contentType(TYPE);
    }

    @Test
    void R343_an_address_without_its_slash_is_answered_too_or_not_there() {
        int status = Api.as("de.analyst").header("Accept", TYPE).get("/taxii2").statusCode();
        assertTrue(status == 200 || status == 404, "status " + status);
        RestAssured.given()
                .header("Authorization", "Bearer " + Tokens.of("de.analyst"))
                .get("/bulletins/v1/bulletins/")
                .then()
                .statusCode(404);
    }

    @Test
    void R331_a_bulletin_is_a_report_with_what_it_names() {
        String report = reportOf(published("ALERT", "DE"));
        Map<String, Object> object = as("de.analyst")
                .get(RELEASED + "objects/" + report + "/")
                .then()
                .statusCode(200)
                .header("X-TAXII-Date-Added-First", matchesPattern("....-..-..T..:..:..\\.\\d{6}Z"))
                .header("X-TAXII-Date-Added-Last", notNullValue())
                .body("objects", hasSize(1))
                .extract()
                .path("objects[0]");
        assertEquals("Invented intermediary", object.get("name"));
        assertEquals(70, object.get("confidence"));
        assertEquals(
                List.of("marking-definition--55d920b0-5e8b-4f79-9ee9-91f868d9b421"), object.get("object_marking_refs"));
        List<String> refs =
                as("de.analyst").get(RELEASED + "objects/" + report + "/").path("objects[0].object_refs");
        assertEquals(
                List.of("identity", "identity", "infrastructure", "location"),
                refs.stream().map(ref -> ref.replaceAll("--.*", "")).toList());
        as("de.analyst")
                .get(RELEASED + "objects/?match[id]=" + String.join(",", refs))
                .then()
                .statusCode(200)
                .body("objects.id", hasSize(4));
        as("jp.analyst").get(RELEASED + "objects/" + report + "/").then().statusCode(404);
        as("jp.analyst")
                .get(RELEASED + "objects/?match[id]=" + report)
                .then()
                .statusCode(200)
                .body("objects", nullValue())
                .body("more", is(false))
                .header("X-TAXII-Date-Added-First", nullValue());
    }

    @Test
    void R331_what_a_state_says_is_an_opinion_for_all_readers_and_a_sighting_for_two() {
        String id = published("RISK", "DE", "JP", "GB");
        String report = reportOf(id);
        PublishedBulletins.answer("jp.analyst", id, "comment", "{\"kind\":\"DISPUTE\",\"text\":\"Not so.\"}")
                .then()
                .statusCode(200);
        PublishedBulletins.answer("de.analyst", id, "sighting", "{\"actionTaken\":\"Stopped one.\"}")
                .then()
                .statusCode(200);
        String opinion = StixId.of("opinion", id + ":JP");
        String sighting = StixId.of("sighting", id + ":DE");
        for (String reader : List.of("nl.analyst", "de.analyst", "jp.analyst", "gb.analyst")) {
            as(reader)
                    .get(RELEASED + "objects/" + opinion + "/")
                    .then()
                    .statusCode(200)
                    .body("objects[0].opinion", is("disagree"))
                    .body("objects[0].explanation", is("Not so."))
                    .body("objects[0].object_refs", is(List.of(report)));
        }
        for (String reader : List.of("nl.analyst", "de.analyst")) {
            as(reader)
                    .get(RELEASED + "objects/" + sighting + "/")
                    .then()
                    .statusCode(200)
                    .body("objects[0].sighting_of_ref", is(report))
                    .body("objects[0].description", is("Stopped one."));
        }
        for (String reader : List.of("jp.analyst", "gb.analyst")) {
            as(reader).get(RELEASED + "objects/" + sighting + "/").then().statusCode(404);
        }
        PublishedBulletins.answer("jp.analyst", id, "comment", "{\"kind\":\"CONFIRM\"}")
                .then()
                .statusCode(200);
        as("gb.analyst")
                .get(RELEASED + "objects/" + opinion + "/?match[version]=all")
                .then()
                .body("objects.opinion", is(List.of("disagree", "agree")));
    }

    @Test
    void R341_pages_hold_every_object_once_in_the_order_in_which_it_was_added() {
        for (int i = 0; i < 3; i++) {
            published("RISK", "DE");
        }
        List<Map<String, Object>> whole = walk("de.analyst", RELEASED + "manifest/?limit=100");
        List<Map<String, Object>> small = walk("de.analyst", RELEASED + "manifest/?limit=2");
        assertEquals(whole, small);
        assertEquals(whole.size(), new HashSet<>(whole).size());
        List<String> added =
                whole.stream().map(one -> one.get("date_added").toString()).toList();
        assertEquals(added.stream().sorted().distinct().toList(), added);
        assertEquals(
                whole.stream().map(one -> one.get("id")).toList(),
                walk("de.analyst", RELEASED + "objects/?limit=3").stream()
                        .map(one -> one.get("id"))
                        .toList());
        String middle = added.get(added.size() / 2);
        assertEquals(
                whole.subList(added.size() / 2 + 1, added.size()),
                walk("de.analyst", RELEASED + "manifest/?added_after=" + middle));
    }

    @Test
    void R341_filters_unite_their_values_and_narrow_each_other() {
        String one = reportOf(published("RISK", "DE"));
        String other = reportOf(published("RISK", "DE"));
        as("de.analyst")
                .get(RELEASED + "objects/?match[id]=" + one + "," + other)
                .then()
                .body("objects.id", is(List.of(one, other)));
        as("de.analyst")
                .get(RELEASED + "objects/?match[id]=" + one + "&match[type]=identity")
                .then()
                .body("objects", nullValue());
        as("de.analyst")
                .get(RELEASED + "objects/?match[type]=identity,location")
                .then()
                .body("objects.type.unique().sort()", is(List.of("identity", "location")));
        as("de.analyst")
                .get(RELEASED + "manifest/?match[type]=report&match[spec_version]=2.1")
                .then()
                .body("objects.media_type", everyItem(is("application/stix+json;version=2.1")))
                .body("objects.id", hasItem(one));
        as("de.analyst")
                .get(RELEASED + "manifest/?match[spec_version]=2.0")
                .then()
                .statusCode(200)
                .body("objects", nullValue());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "added_after=yesterday",
                "added_after=2026-02-30T00:00:00Z",
                "limit=0",
                "limit=-1",
                "limit=x",
                "next=x",
                "next=zzz.AAAAAAAAAAAAAAAA",
                "match[id]=",
                "match[id]=x",
                "match[type]=((a%2B)%2B)$",
                "match[version]=next",
                "match[version]=first,",
                "match[spec_version]=two",
                "match[name]=x",
                "page=2"
            })
    void R341_a_filter_that_cannot_be_read_is_refused_by_name(String query) {
        Api.wrongly("de.analyst")
                .header("Accept", TYPE)
                .get(RELEASED + "objects/?" + query)
                .then()
                .statusCode(400)
                .contentType(TYPE)
                .body("details", notNullValue());
    }

    @Test
    void R341_a_place_in_one_collection_leads_nowhere_in_another() {
        published("RISK", "DE", "JP");
        String next = as("de.analyst").get(RELEASED + "objects/?limit=1").path("next");
        as("de.analyst").get(RELEASED + "manifest/?limit=1&next=" + next).then().statusCode(200);
        as("jp.analyst").get(RELEASED + "objects/?limit=1&next=" + next).then().statusCode(400);
        as("de.analyst").get(OWN + "objects/?limit=1&next=" + next).then().statusCode(400);
    }

    @Test
    void R331_an_update_is_a_new_version_of_the_same_objects() {
        String id = published("RISK", "DE");
        String report = reportOf(id);
        String first =
                as("de.analyst").get(RELEASED + "objects/" + report + "/").path("objects[0].modified");
        PublishedBulletins.step("nl.analyst", id, "amend", "{}").then().statusCode(200);
        PublishedBulletins.step("nl.analyst", id, "submit", "{}").then().statusCode(200);
        as("de.analyst")
                .get(RELEASED + "objects/" + report + "/versions/")
                .then()
                .body("versions", is(List.of(first)));
        PublishedBulletins.step("nl.approver", id, "approve", "{}").then().statusCode(200);
        List<String> versions = as("de.analyst")
                .get(RELEASED + "objects/" + report + "/versions/")
                .path("versions");
        assertEquals(2, versions.size());
        assertEquals(first, versions.getFirst());
        String of = RELEASED + "objects/" + report + "/?match[version]=";
        as("de.analyst").get(of + "last").then().body("objects.modified", is(versions.subList(1, 2)));
        as("de.analyst").get(of + "first").then().body("objects.modified", is(versions.subList(0, 1)));
        as("de.analyst").get(of + "first,last").then().body("objects.modified", is(versions));
        as("de.analyst").get(of + "all").then().body("objects.modified", is(versions));
        as("de.analyst").get(of + first).then().body("objects.modified", is(versions.subList(0, 1)));
        as("de.analyst").get(of + first + ",last").then().body("objects.modified", is(versions));
        as("de.analyst").get(of + "2020-01-01T00:00:00Z").then().statusCode(200).body("objects", nullValue());
    }

    @Test
    void R342_what_is_narrowed_or_recalled_is_gone_for_those_who_had_it_and_told_to_nobody_else() {
        String id = published("RISK", "DE", "JP");
        String report = reportOf(id);
        PublishedBulletins.release("nl.analyst", id, "JP");
        as("de.analyst")
                .get(RELEASED + "objects/" + report + "/?match[version]=all")
                .then()
                .statusCode(200)
                .body("objects", hasSize(1))
                .body("objects[0].revoked", is(true))
                .body("objects[0].name", is("Recalled"))
                .body("objects[0].description", nullValue());
        String party = StixId.of("identity", id + ":Lumen Grid Invented Ltd:JP");
        as("de.analyst").get(RELEASED + "objects/" + party + "/").then().statusCode(404);
        as("jp.analyst").get(RELEASED + "objects/" + party + "/").then().statusCode(200);
        as("jp.analyst").get(RELEASED + "objects/" + report + "/").then().body("objects[0].revoked", nullValue());
        as("gb.analyst").get(RELEASED + "objects/" + report + "/").then().statusCode(404);
        PublishedBulletins.step("nl.approver", id, "recall", "{\"reason\":\"x\"}")
                .then()
                .statusCode(200);
        as("jp.analyst").get(RELEASED + "manifest/?match[id]=" + report).then().body("objects", hasSize(1));
        as("jp.analyst").get(RELEASED + "objects/" + report + "/").then().body("objects[0].name", is("Recalled"));
        as("gb.analyst").get(RELEASED + "objects/" + report + "/").then().statusCode(404);
    }

    @Test
    void R342_who_gets_a_bulletin_back_has_a_later_version_of_it() {
        String id = published("RISK", "DE", "JP");
        String report = reportOf(id);
        String before =
                as("jp.analyst").get(RELEASED + "objects/" + report + "/").path("objects[0].modified");
        PublishedBulletins.release("nl.analyst", id, "JP");
        String gone = as("de.analyst").get(RELEASED + "objects/" + report + "/").path("objects[0].modified");
        PublishedBulletins.release("nl.approver", id, "JP", "DE");
        String again = as("de.analyst")
                .get(RELEASED + "objects/" + report + "/")
                .then()
                .body("objects[0].revoked", nullValue())
                .body("objects[0].description", notNullValue())
                .extract()
                .path("objects[0].modified");
        assertTrue(again.compareTo(gone) > 0, again);
        String after =
                as("jp.analyst").get(RELEASED + "objects/" + report + "/").path("objects[0].modified");
        assertEquals(before, after, "another reader notices nothing");
        PublishedBulletins.answer("de.analyst", id, "comment", "{\"kind\":\"CORROBORATE\"}")
                .then()
                .statusCode(200);
        for (String reader : List.of("nl.analyst", "de.analyst", "jp.analyst")) {
            as(reader)
                    .get(RELEASED + "objects/" + StixId.of("opinion", id + ":DE") + "/")
                    .then()
                    .statusCode(200)
                    .body("objects[0].object_refs", is(List.of(report)));
        }
        String party = StixId.of("identity", id + ":Lumen Grid Invented Ltd:JP");
        as("de.analyst").get(RELEASED + "objects/" + party + "/").then().statusCode(200);
    }

    @Test
    void R181_reading_the_objects_of_a_bulletin_opens_it_and_the_manifest_does_not() {
        String id = published("RISK", "DE", "JP");
        String filter = "?match[id]=" + reportOf(id);
        as("de.analyst")
                .get(RELEASED + "objects/" + filter)
                .then()
                .statusCode(200)
                .body("objects", hasSize(1));
        as("de.poc").get(RELEASED + "objects/" + reportOf(id) + "/").then().statusCode(200);
        as("jp.analyst")
                .get(RELEASED + "manifest/" + filter)
                .then()
                .statusCode(200)
                .body("objects", hasSize(1));
        Api.as("nl.officer")
                .get("/bulletins/v1/bulletins/" + id + "/receipts")
                .then()
                .statusCode(200)
                .body("items.state", is(List.of("DE")));
    }

    @Test
    void R342_a_withdrawn_bulletin_is_revoked_and_says_why() {
        String id = published("RISK", "DE");
        PublishedBulletins.step("nl.approver", id, "withdraw", "{\"reason\":\"Mistaken.\"}")
                .then()
                .statusCode(200);
        as("de.analyst")
                .get(RELEASED + "objects/" + reportOf(id) + "/")
                .then()
                .body("objects[0].revoked", is(true))
                .body("objects[0].name", is("Invented intermediary"));
        as("de.analyst")
                .get(RELEASED + "objects/" + StixId.of("note", id + ":ended") + "/")
                .then()
                .body("objects[0].content", is("Mistaken."));
    }

    @Test
    void R333_a_label_is_named_by_its_definition_and_by_no_other_text() {
        published("RISK", "DE");
        String all = RestAssured.given()
                .header("Authorization", "Bearer " + Tokens.of("de.analyst"))
                .get(RELEASED + "objects/?match[type]=report")
                .asString();
        assertFalse(all.toLowerCase(java.util.Locale.ROOT).contains("tlp"), all);
        as("de.analyst")
                .get(RELEASED + "objects/marking-definition--55d920b0-5e8b-4f79-9ee9-91f868d9b421/")
                .then()
                .statusCode(200)
                .body("objects[0].name", is("TLP:AMBER"));
    }

    @Test
    void R333_what_states_said_has_the_label_that_the_bulletin_has_now() {
        String id = published("RISK", "DE", "JP");
        PublishedBulletins.answer("jp.analyst", id, "comment", "{\"kind\":\"CORROBORATE\"}")
                .then()
                .statusCode(200);
        PublishedBulletins.answer("de.analyst", id, "sighting", "{\"actionTaken\":\"Stopped one.\"}")
                .then()
                .statusCode(200);
        PublishedBulletins.step(
                        "nl.analyst",
                        id,
                        "release",
                        "{\"tlp\":\"AMBER_STRICT\",\"releasability\":{\"mode\":\"LIST\",\"states\":[\"DE\",\"JP\"]}}")
                .then()
                .statusCode(200);
        for (String object :
                List.of(reportOf(id), StixId.of("opinion", id + ":JP"), StixId.of("sighting", id + ":DE"))) {
            as("de.analyst")
                    .get(RELEASED + "objects/" + object + "/")
                    .then()
                    .statusCode(200)
                    .body(
                            "objects.object_marking_refs",
                            is(List.of(List.of("marking-definition--939a9414-2ddd-4d32-a0cd-375ea402b003"))));
        }
        as("jp.analyst")
                .get(RELEASED + "objects/" + StixId.of("sighting", id + ":DE") + "/")
                .then()
                .statusCode(404);
    }
}
