package org.comity.bulletins.bulletin;

import static org.comity.bulletins.bulletin.BulletinExamples.BULLETINS;
import static org.comity.bulletins.bulletin.BulletinExamples.draft;
import static org.comity.bulletins.bulletin.BulletinExamples.drafted;
import static org.comity.bulletins.bulletin.BulletinExamples.tag;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import org.comity.bulletins.request.RequestExamples;
import org.comity.bulletins.stix.StixId;
import org.comity.kernel.test.Api;
import org.comity.kernel.test.ComityServers;
import org.comity.kernel.test.RegisteredStates;
import org.comity.kernel.test.Session;
import org.comity.kernel.test.TestIdentifiers;
import org.comity.kernel.test.TwoWorlds;
import org.comity.kernel.test.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A bulletin whose readers do not learn which state it is from: two worlds that differ only in the state that published are
 * the same, byte for byte.
 */
@QuarkusTest
@QuarkusTestResource(ComityServers.class)
class UnnamedBulletinTest {

    private static final long SEED_OF_WORLDS = 350_350L;
    private static final String TAXII = "/taxii2/comity/collections/bulletins/";
    private static final String TO_JAPAN = "{\"releasability\":{\"mode\":\"LIST\",\"states\":[\"%s\"]}}";

    private static final List<String> published = new ArrayList<>();
    private static World world;
    private static World byNetherlands;
    private static World byGermany;
    private static World byBoth;
    private static World named;

    private final TwoWorlds worlds;
    private final TestIdentifiers identifiers;

    UnnamedBulletinTest(TwoWorlds worlds, TestIdentifiers identifiers) {
        this.worlds = worlds;
        this.identifiers = identifiers;
    }

    @BeforeEach
    void worlds() {
        if (world != null) {
            return;
        }
        RegisteredStates.announce();
        world = World.keep(ComityServers.servers());
        byNetherlands = worlds.hidden(world, "by_netherlands", () -> publishAll(place -> "nl", true));
        byGermany = worlds.hidden(world, "by_germany", () -> publishAll(place -> "de", true));
        byBoth = worlds.hidden(world, "by_both", () -> publishAll(place -> place % 2 == 0 ? "nl" : "de", true));
        named = worlds.hidden(world, "named_germany", () -> publishAll(place -> "de", false));
    }

    private static String unnamed(String draft) {
        return draft.replaceFirst("}$", ",\"unnamed\":true}");
    }

    private static String published(String state, String draft) {
        String id = drafted(state + ".analyst", draft).path("id");
        step(state + ".analyst", id, "submit", "{}");
        step(state + ".approver", id, "approve", "{}");
        return id;
    }

    private static void step(String person, String id, String verb, String body) {
        BulletinExamples.step(person, id, verb, body).then().statusCode(200);
    }

    /** All that states do with bulletins, and others with these. The same identifiers come out, whichever states they are. */
    private void publishAll(IntFunction<String> state, boolean unnamed) {
        identifiers.seed(SEED_OF_WORLDS);
        published.clear();
        for (int i = 0; i < 5; i++) {
            String draft = draft(i == 0 ? "ALERT" : "RISK", "JP", "CA")
                    .replace("In **small** lots.", "In **other** lots.")
                    .replace("0".repeat(64), "7".repeat(64));
            published.add(published(state.apply(i), unnamed ? unnamed(draft) : draft));
        }
        BulletinExamples.answer("ca.analyst", published.get(0), "comment", "{\"kind\":\"CORROBORATE\"}");
        BulletinExamples.answer("ca.analyst", published.get(0), "sighting", "{\"actionTaken\":\"x\"}");
        step(state.apply(1) + ".analyst", published.get(1), "amend", "{}");
        step(state.apply(1) + ".analyst", published.get(1), "submit", "{}");
        step(state.apply(1) + ".approver", published.get(1), "approve", "{}");
        step(state.apply(2) + ".approver", published.get(2), "withdraw", "{\"reason\":\"x\"}");
        step(state.apply(3) + ".approver", published.get(3), "recall", "{\"reason\":\"x\"}");
        step(state.apply(4) + ".analyst", published.get(4), "release", TO_JAPAN.formatted("CA"));
        step(state.apply(4) + ".approver", published.get(4), "release", TO_JAPAN.formatted("JP"));
        String copy = """
                {"class":"SANITISED","headline":"For everybody","summary":"x","themes":["TECHNOLOGY"],"tlp":"CLEAR",
                 "releasability":{"mode":"ALL"}}""";
        published.add(published(state.apply(5), unnamed ? unnamed(copy) : copy));
    }

    private static void session(Session session) {
        session.walk(BULLETINS + "?limit=2");
        for (String filter : List.of("originator=NL", "originator=DE", "originator=XX", "unacknowledged=true")) {
            session.get(BULLETINS + "?" + filter);
        }
        for (String id : published) {
            String tag = session.get(BULLETINS + "/" + id).header("ETag").orElse("\"none\"");
            for (String verb : List.of("submit", "amend", "discard")) {
                session.post(BULLETINS + "/" + id + "/" + verb, "{}", Map.of("If-Match", tag));
            }
            session.get(BULLETINS + "/" + id + "/receipts");
            session.post(BULLETINS + "/" + id + "/comment", "{\"kind\":\"NO_COMMENT\"}", Map.of());
            session.post(BULLETINS + "/" + id + "/sighting", "{\"actionTaken\":\"y\"}", Map.of());
            session.post(BULLETINS + "/" + id + "/acknowledge", "{}", Map.of());
            session.get("/bulletins/v1/open-bulletins/" + id);
            session.get(TAXII + "objects/" + StixId.of("report", id) + "/?match[version]=all");
            session.get(TAXII + "objects/" + StixId.of("report", id) + "/versions/");
        }
        session.get("/bulletins/v1/open-bulletins");
        for (String part : List.of("manifest/", "objects/")) {
            for (String filter : List.of("match[version]=all", "match[version]=first", "match[type]=identity,report")) {
                session.get(TAXII + part + "?" + filter);
            }
        }
        session.get("/bulletins/v1/access-log");
        session.get("/bulletins/v1/requests");
        session.management("/q/metrics");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jp.analyst",
                "jp.officer",
                "jp.approver",
                "jp.poc",
                "jp.auditor",
                "ca.analyst",
                "secretariat.staff"
            })
    void R356_no_byte_tells_which_state_an_unnamed_bulletin_is_from(String person) {
        assertEquals(Optional.empty(), worlds.compare(byNetherlands, byGermany, person, UnnamedBulletinTest::session));
    }

    @Test
    void R356_no_byte_tells_whether_two_unnamed_bulletins_are_from_one_state() {
        for (String person : List.of("jp.analyst", "ca.analyst", "secretariat.staff")) {
            assertEquals(
                    Optional.empty(),
                    worlds.compare(byNetherlands, byBoth, person, UnnamedBulletinTest::session),
                    person);
        }
    }

    @Test
    void R356_two_worlds_in_which_the_state_is_named_are_told_apart() {
        assertTrue(worlds.compare(byGermany, named, "jp.analyst", UnnamedBulletinTest::session)
                .isPresent());
    }

    @Test
    void R356_its_desk_sees_its_own_state_and_its_readers_see_none() {
        String id = published("nl", unnamed(draft("RISK", "JP")));
        String ref = Api.as("nl.analyst")
                .get(BULLETINS + "/" + id)
                .then()
                .body("originatorState", is("NL"))
                .body("unnamed", is(true))
                .body("ref", startsWith("BU-XX-"))
                .extract()
                .path("ref");
        String seen = Api.as("jp.analyst")
                .get(BULLETINS + "/" + id)
                .then()
                .body("originatorState", is("XX"))
                .body("ref", is(ref))
                .extract()
                .asString();
        assertFalse(seen.contains("NL"), seen);
        Api.as("jp.analyst").get(BULLETINS + "?originator=NL&limit=100").then().body("items.id", not(hasItem(id)));
        Api.as("nl.analyst").get(BULLETINS + "?originator=NL&limit=100").then().body("items.id", hasItem(id));
        String objects = Api.withToken(org.comity.kernel.test.Tokens.of("jp.analyst"))
                .accept("application/taxii+json;version=2.1")
                .get(TAXII + "objects/?match[id]=" + StixId.of("report", id))
                .asString();
        assertTrue(objects.contains(StixId.of("identity", "state:XX")), objects);
    }

    private static Response edited(String id, String draft) {
        return Api.as("nl.analyst")
                .contentType(ContentType.JSON)
                .header("If-Match", tag("nl.analyst", id))
                .body(draft)
                .put(BULLETINS + "/" + id);
    }

    @Test
    void R357_whether_a_state_is_named_is_decided_before_readers_have_it() {
        String draft = draft("RISK", "JP");
        String id = drafted("nl.analyst", draft).path("id");
        edited(id, unnamed(draft)).then().statusCode(200).body("ref", startsWith("BU-XX-"));
        edited(id, draft).then().statusCode(200).body("ref", startsWith("BU-NL-"));
        edited(id, unnamed(draft)).then().statusCode(200);
        step("nl.analyst", id, "submit", "{}");
        step("nl.approver", id, "approve", "{}");
        step("nl.analyst", id, "amend", "{}");
        edited(id, draft).then().statusCode(422).body("errors.pointer", is(List.of("/unnamed")));
        edited(id, unnamed(draft)).then().statusCode(200);
    }

    @Test
    void R357_a_state_does_not_name_itself_by_answering_with_its_unnamed_bulletin() {
        String id = published("nl", unnamed(draft("RISK", "DE")));
        String ref = Api.as("nl.analyst").get(BULLETINS + "/" + id).path("ref");
        String request = RequestExamples.drafted("de.analyst", RequestExamples.draft("NL"));
        RequestExamples.step("de.analyst", request, "submit", "{}").then().statusCode(200);
        RequestExamples.step("de.approver", request, "approve", "{}").then().statusCode(200);
        RequestExamples.answer("nl.analyst", request, "{\"bulletin\":\"" + ref + "\"}")
                .then()
                .statusCode(422)
                .body("errors.pointer", is(List.of("/bulletin")));
    }
}
