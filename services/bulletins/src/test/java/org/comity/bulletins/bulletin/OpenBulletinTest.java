package org.comity.bulletins.bulletin;

import static org.comity.bulletins.bulletin.AttachmentExamples.attached;
import static org.comity.bulletins.bulletin.AttachmentExamples.cleared;
import static org.comity.bulletins.bulletin.AttachmentExamples.first;
import static org.comity.bulletins.bulletin.BulletinExamples.draft;
import static org.comity.bulletins.bulletin.BulletinExamples.drafted;
import static org.comity.bulletins.bulletin.BulletinExamples.published;
import static org.comity.bulletins.bulletin.BulletinExamples.step;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.comity.kernel.test.Api;
import org.comity.kernel.test.ComityServers;
import org.comity.kernel.test.RegisteredStates;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What everybody reads without an account. */
@QuarkusTest
@QuarkusTestResource(ComityServers.class)
class OpenBulletinTest {

    private static final String OPEN = "/bulletins/v1/open-bulletins";
    private static final String SANITISED = """
            {"class":"SANITISED","headline":"For everybody","summary":"Look twice.","themes":["ENFORCEMENT"],"tlp":"CLEAR",
             "sourceReliability":"A","releasability":{"mode":"ALL"}}""";

    @BeforeEach
    void states() {
        RegisteredStates.announce();
    }

    @Test
    void R329_everybody_reads_a_sanitised_copy_once_it_is_cleared_and_nothing_else() {
        String id = drafted("nl.analyst", SANITISED).path("id");
        step("nl.analyst", id, "submit", "{}").then().statusCode(200);
        Api.anonymous().get(OPEN + "/" + id).then().statusCode(404);
        step("nl.approver", id, "approve", "{}").then().statusCode(200);
        String green = published(draft("RISK", "DE").replace("\"class\"", "\"tlp\":\"GREEN\",\"class\""));
        Api.anonymous()
                .get(OPEN + "/" + id)
                .then()
                .statusCode(200)
                .body("headline", is("For everybody"))
                .body("sourceReliability", nullValue());
        Api.anonymous()
                .get(OPEN + "?limit=100")
                .then()
                .statusCode(200)
                .body("items.id", hasItem(id))
                .body("items.id", not(hasItem(green)));
        Api.anonymous().get(OPEN + "/" + green).then().statusCode(404);
        Api.anonymous().get("/bulletins/v1/bulletins/" + id).then().statusCode(401);
        step("nl.approver", id, "recall", "{\"reason\":\"x\"}").then().statusCode(200);
        Api.anonymous().get(OPEN + "/" + id).then().statusCode(404);
    }

    @Test
    void R370_everybody_reads_the_files_of_a_copy_for_everybody_and_of_no_other_bulletin() {
        String text = "For everybody";
        String copy = drafted("nl.analyst", SANITISED).path("id");
        String file = attached(copy, "open.txt", text);
        Api.anonymous()
                .accept("*/*")
                .get(OPEN + "/" + copy + "/attachments/" + file)
                .then()
                .statusCode(404);
        cleared(copy);
        Api.anonymous().get(OPEN + "/" + copy).then().statusCode(200).body("attachments.name", is(List.of("open.txt")));
        Api.anonymous()
                .accept("*/*")
                .get(OPEN + "/" + copy + "/attachments/" + file)
                .then()
                .statusCode(200)
                .body(is(text));
        String other = AttachmentExamples.published(
                draft("RISK", "DE").replace("\"class\"", "\"tlp\":\"GREEN\",\"class\""), "Not for everybody");
        Api.anonymous()
                .accept("*/*")
                .get(OPEN + "/" + other + "/attachments/" + first("de.analyst", other))
                .then()
                .statusCode(404);
        Api.anonymous()
                .accept("*/*")
                .get(OPEN + "/" + copy + "/attachments/" + first("de.analyst", other))
                .then()
                .statusCode(404);
        String bare = drafted("nl.analyst", SANITISED).path("id");
        cleared(bare);
        Api.anonymous().get(OPEN + "/" + bare).then().statusCode(200).body("attachments", nullValue());
        step("nl.approver", copy, "recall", "{\"reason\":\"x\"}").then().statusCode(200);
        Api.anonymous()
                .accept("*/*")
                .get(OPEN + "/" + copy + "/attachments/" + file)
                .then()
                .statusCode(404);
    }
}
