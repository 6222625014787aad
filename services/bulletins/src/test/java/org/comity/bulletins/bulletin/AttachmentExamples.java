package org.comity.bulletins.bulletin;

import static org.comity.bulletins.bulletin.BulletinExamples.BULLETINS;
import static org.comity.bulletins.bulletin.BulletinExamples.drafted;
import static org.comity.bulletins.bulletin.BulletinExamples.step;
import static org.comity.bulletins.bulletin.BulletinExamples.tag;

import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import org.comity.kernel.test.Api;

/** Files of bulletins as tests send them. */
public final class AttachmentExamples {

    private AttachmentExamples() {}

    /** The address of the files of a bulletin. */
    static String of(String bulletin) {
        return BULLETINS + "/" + bulletin + "/attachments";
    }

    /** Sends a file to a bulletin as it stands. */
    static Response attach(String person, String bulletin, String name, byte[] file) {
        return Api.wrongly(person)
                .header("If-Match", tag(person, bulletin))
                .multiPart("file", name, file)
                .post(of(bulletin));
    }

    /** The id of a text that is attached to a bulletin. */
    static String attached(String bulletin, String name, String text) {
        String address = attach("nl.analyst", bulletin, name, text.getBytes(StandardCharsets.UTF_8))
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
        return address.substring(address.lastIndexOf('/') + 1);
    }

    /** What this person gets of a file. */
    static Response read(String person, String bulletin, String id) {
        return Api.as(person).accept("*/*").get(of(bulletin) + "/" + id);
    }

    /** Removes a file from a bulletin as it stands. */
    static Response remove(String person, String bulletin, String id) {
        return Api.as(person).header("If-Match", tag(person, bulletin)).delete(of(bulletin) + "/" + id);
    }

    /** A bulletin of the Netherlands with a file that says this, cleared by its approver. */
    static String published(String draft, String text) {
        String id = drafted("nl.analyst", draft).path("id");
        attached(id, "seen.txt", text);
        cleared(id);
        return id;
    }

    /** Another person clears what is worked on. */
    static void cleared(String id) {
        step("nl.analyst", id, "submit", "{}").then().statusCode(200);
        step("nl.approver", id, "approve", "{}").then().statusCode(200);
    }

    /** The id of the first file that this person sees. */
    static String first(String person, String bulletin) {
        return Api.as(person).get(BULLETINS + "/" + bulletin).path("attachments[0].id");
    }
}
