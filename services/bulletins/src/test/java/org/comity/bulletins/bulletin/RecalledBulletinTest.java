package org.comity.bulletins.bulletin;

import static org.comity.bulletins.bulletin.BulletinExamples.BULLETINS;
import static org.comity.bulletins.bulletin.BulletinExamples.draft;
import static org.comity.bulletins.bulletin.BulletinExamples.drafted;
import static org.comity.bulletins.bulletin.BulletinExamples.published;
import static org.comity.bulletins.bulletin.BulletinExamples.step;
import static org.comity.bulletins.bulletin.BulletinExamples.tag;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.comity.kernel.test.Api;
import org.comity.kernel.test.ComityServers;
import org.comity.kernel.test.EventContract;
import org.comity.kernel.test.Events;
import org.comity.kernel.test.RegisteredStates;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a recall does to what others post, and to what was written from the bulletin. */
@QuarkusTest
@QuarkusTestResource(ComityServers.class)
class RecalledBulletinTest {

    private static final String REASON = "{\"reason\":\"x\"}";

    @BeforeEach
    void states() {
        RegisteredStates.announce();
    }

    /** Of a text and evidence that no other test has. */
    private static String unlike(String draft, String mark) {
        return draft.replace("In **small** lots.", "In **small** lots, " + mark + ".")
                .replace("0".repeat(64), hash(mark));
    }

    private static String hash(String mark) {
        return HexFormat.of()
                .formatHex((mark + mark).substring(0, 32).getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private static String mark() {
        return UUID.randomUUID().toString().replace("-", "");
    }

    private static io.restassured.response.ValidatableResponse posted(String state, String draft) {
        return step(state + ".analyst", drafted(state + ".analyst", draft).path("id"), "submit", "{}")
                .then();
    }

    @Test
    void R358_what_was_recalled_is_not_posted_again_by_a_state_that_had_it_and_others_learn_nothing() {
        String mark = mark();
        String id = published(unlike(draft("RISK", "DE", "JP"), mark));
        PublishedBulletins.release("nl.analyst", id, "DE");
        step("nl.approver", id, "recall", REASON).then().statusCode(200);
        String again = unlike(draft("THREAT", "NL"), mark);
        for (String had : List.of("de", "jp")) {
            posted(had, again)
                    .statusCode(422)
                    .body("errors.pointer", is(List.of("/body", "/evidence/0/sha256")))
                    .body("errors.detail", everyItem(is("This was recalled, and is not posted again.")));
        }
        posted("de", again.replace(hash(mark), hash(mark())))
                .statusCode(422)
                .body("errors.pointer", is(List.of("/body")));
        posted("ca", again).statusCode(200);
        posted("nl", again.replace("\"NL\"", "\"DE\"")).statusCode(200);
    }

    @Test
    void R358_what_waits_when_it_is_recalled_is_not_cleared() {
        String mark = mark();
        String id = published(unlike(draft("RISK", "DE"), mark));
        String waits = drafted("de.analyst", unlike(draft("RISK", "JP"), mark)).path("id");
        step("de.analyst", waits, "submit", "{}").then().statusCode(200);
        step("nl.approver", id, "recall", REASON).then().statusCode(200);
        step("de.approver", waits, "approve", "{}").then().statusCode(422);
    }

    @Test
    void R358_what_was_withdrawn_is_not_recalled() {
        String mark = mark();
        String id = published(unlike(draft("RISK", "DE"), mark));
        step("nl.approver", id, "withdraw", REASON).then().statusCode(200);
        posted("de", unlike(draft("RISK", "NL"), mark)).statusCode(200);
    }

    private static String ref(String id) {
        return Api.as("nl.analyst").get(BULLETINS + "/" + id).path("ref");
    }

    /** A bulletin that Germany wrote from this one. */
    private static String derived(String source) {
        String draft =
                unlike(draft("RISK", "JP"), mark()).replaceFirst("}$", ",\"derivedFrom\":[\"" + ref(source) + "\"]}");
        String id = drafted("de.analyst", draft).path("id");
        step("de.analyst", id, "submit", "{}").then().statusCode(200);
        step("de.approver", id, "approve", "{}").then().statusCode(200);
        return id;
    }

    private static void goneFor(String person, String id, List<String> gone) {
        Api.as(person)
                .get(BULLETINS + "/" + id)
                .then()
                .statusCode(200)
                .body("goneSources", gone.isEmpty() ? nullValue() : is(gone));
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

    @Test
    void R359_a_desk_is_told_that_what_it_wrote_from_is_gone_and_its_readers_see_nothing_of_it() {
        String source = published(unlike(draft("RISK", "DE", "JP", "CA"), mark()));
        String derived = derived(source);
        Api.as("de.analyst").get(BULLETINS + "/" + derived).then().body("derivedFrom", is(List.of(ref(source))));
        Api.as("jp.analyst").get(BULLETINS + "/" + derived).then().body("derivedFrom", nullValue());
        // Germany still has it
        PublishedBulletins.release("nl.analyst", source, "DE", "JP");
        goneFor("de.analyst", derived, List.of());
        PublishedBulletins.release("nl.analyst", source, "JP");
        goneFor("de.analyst", derived, List.of(ref(source)));
        goneFor("jp.analyst", derived, List.of());
        step("nl.approver", source, "recall", REASON).then().statusCode(200);
        told(derived, "published", "source-gone");
        step("de.analyst", derived, "amend", "{}").then().statusCode(200);
        String without = unlike(draft("RISK", "JP"), mark());
        Api.as("de.analyst")
                .contentType(ContentType.JSON)
                .header("If-Match", tag("de.analyst", derived))
                .body(without)
                .put(BULLETINS + "/" + derived)
                .then()
                .statusCode(200);
        step("de.analyst", derived, "submit", "{}").then().statusCode(200);
        step("de.approver", derived, "approve", "{}").then().statusCode(200).body("goneSources", nullValue());
    }

    @Test
    void R359_an_own_copy_for_everybody_is_marked_when_its_bulletin_is_narrowed() {
        String source = published(unlike(draft("RISK", "DE", "JP"), mark()));
        String copy = published("""
                {"class":"SANITISED","headline":"For everybody %s","summary":"x","themes":["TECHNOLOGY"],"tlp":"CLEAR",
                 "releasability":{"mode":"ALL"},"derivedFrom":["%s"]}""".formatted(mark(), ref(source)));
        PublishedBulletins.release("nl.approver", source, "DE", "JP", "CA");
        goneFor("nl.analyst", copy, List.of());
        PublishedBulletins.release("nl.analyst", source, "DE");
        goneFor("nl.analyst", copy, List.of(ref(source)));
        told(copy, "published", "source-gone");
    }

    @Test
    void R359_a_desk_names_what_its_state_reads() {
        String hidden = published(unlike(draft("RISK", "JP"), mark()));
        String draft = draft("RISK", "JP");
        Api.as("de.analyst")
                .contentType(ContentType.JSON)
                .body(draft.replaceFirst("}$", ",\"derivedFrom\":[\"" + ref(hidden) + "\",\"BU-NL-2026-AAAAAA\"]}"))
                .post(BULLETINS)
                .then()
                .statusCode(422)
                .body("errors.pointer", is(List.of("/derivedFrom/0", "/derivedFrom/1")));
    }
}
