package org.comity.bulletins.bulletin;

import static org.comity.bulletins.bulletin.AttachmentExamples.attach;
import static org.comity.bulletins.bulletin.AttachmentExamples.attached;
import static org.comity.bulletins.bulletin.AttachmentExamples.cleared;
import static org.comity.bulletins.bulletin.AttachmentExamples.first;
import static org.comity.bulletins.bulletin.AttachmentExamples.of;
import static org.comity.bulletins.bulletin.AttachmentExamples.published;
import static org.comity.bulletins.bulletin.AttachmentExamples.read;
import static org.comity.bulletins.bulletin.AttachmentExamples.remove;
import static org.comity.bulletins.bulletin.BulletinExamples.BULLETINS;
import static org.comity.bulletins.bulletin.BulletinExamples.draft;
import static org.comity.bulletins.bulletin.BulletinExamples.drafted;
import static org.comity.bulletins.bulletin.BulletinExamples.step;
import static org.comity.bulletins.bulletin.BulletinExamples.tag;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.comity.bulletins.file.FileBounds;
import org.comity.bulletins.file.FileExamples;
import org.comity.kernel.test.Api;
import org.comity.kernel.test.ComityServers;
import org.comity.kernel.test.RegisteredStates;
import org.comity.kernel.test.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The files of a bulletin over HTTP. */
@QuarkusTest
@QuarkusTestResource(ComityServers.class)
class AttachmentTest {

    @BeforeEach
    void states() {
        RegisteredStates.announce();
    }

    private static String draftOfTheNetherlands() {
        return drafted("nl.analyst", draft("RISK", "DE")).path("id");
    }

    private static long rows(String id) {
        return ComityServers.servers().count("select count(*) from attachment where bulletin_id = '" + id + "'");
    }

    /** A text that no other test has. */
    private static String unlike() {
        return "Seen " + UUID.randomUUID();
    }

    @Test
    void R362_a_bulletin_has_ten_files_and_no_more() {
        String id = draftOfTheNetherlands();
        for (int i = 1; i <= FileBounds.MOST_FILES; i++) {
            attached(id, i + ".txt", "Seen " + i);
        }
        attach("nl.analyst", id, "more.txt", FileExamples.text("more"))
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/file"))
                .body("errors[0].detail", containsString("10"));
        assertEquals(FileBounds.MOST_FILES, rows(id));
    }

    @Test
    void R362_a_file_has_five_megabytes_and_no_more() {
        String id = draftOfTheNetherlands();
        byte[] largest = new byte[FileBounds.MOST_BYTES];
        Arrays.fill(largest, (byte) 'a');
        attach("nl.analyst", id, "largest.txt", largest)
                .then()
                .statusCode(201)
                .body("attachments.size", contains(FileBounds.MOST_BYTES));
        assertEquals(
                FileBounds.MOST_BYTES,
                read("nl.analyst", id, first("nl.analyst", id)).asByteArray().length);
        attach("nl.analyst", id, "larger.txt", Arrays.copyOf(largest, largest.length + 1))
                .then()
                .statusCode(413)
                .body("errors.pointer", contains("/file"));
        attach("nl.analyst", id, "much-larger.txt", new byte[7 * 1024 * 1024])
                .then()
                .statusCode(413);
        assertEquals(1, rows(id));
    }

    @Test
    void R366_four_files_are_on_their_way_and_a_reader_who_goes_away_gives_its_place_back() throws Exception {
        String id = draftOfTheNetherlands();
        byte[] largest = new byte[FileBounds.MOST_BYTES];
        Arrays.fill(largest, (byte) 'a');
        attach("nl.analyst", id, "largest.txt", largest).then().statusCode(201);
        String file = first("nl.analyst", id);
        List<Socket> readers = new ArrayList<>();
        // four that go out, four that wait, and some for what lies in the sockets in place of the service
        for (int i = 0; i < 14; i++) {
            readers.add(readerWhoStops(of(id) + "/" + file));
        }
        Thread.sleep(2000);
        read("nl.analyst", id, file).then().statusCode(503);
        for (Socket reader : readers) {
            reader.close();
        }
        read("nl.analyst", id, file).then().statusCode(200);
    }

    /** Asks for a file, and reads nothing of it. */
    private static Socket readerWhoStops(String path) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4096);
        socket.connect(new InetSocketAddress("127.0.0.1", RestAssured.port));
        socket.getOutputStream()
                .write(FileExamples.text("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer "
                        + Tokens.of("nl.analyst") + "\r\n\r\n"));
        return socket;
    }

    @Test
    void R363_what_is_called_or_sent_as_something_else_is_refused_and_nothing_is_kept() {
        String id = draftOfTheNetherlands();
        attach("nl.analyst", id, "page.png", FileExamples.text("<!doctype html><script>alert(1)</script>"))
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/file"))
                .body("errors[0].detail", containsString("text/plain"));
        Api.wrongly("nl.analyst")
                .header("If-Match", tag("nl.analyst", id))
                .multiPart("file", "a.txt", FileExamples.text("a"), "text/html")
                .post(of(id))
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/file"));
        attach("nl.analyst", id, "huge.png", FileExamples.png(2_000_000_000, 2_000_000_000, 1000))
                .then()
                .statusCode(422)
                .body("errors[0].detail", containsString("million pixels"));
        attach("nl.analyst", id, "locked.pdf", FileExamples.encrypted("x"))
                .then()
                .statusCode(422)
                .body("errors[0].detail", containsString("encrypted"));
        Api.wrongly("nl.analyst")
                .header("If-Match", tag("nl.analyst", id))
                .multiPart("file", "a.txt", FileExamples.text("a"))
                .multiPart("more", "x")
                .post(of(id))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/more"));
        assertEquals(0, rows(id));
    }

    @Test
    void R364_R365_what_is_kept_is_the_clean_file_and_its_hash() throws Exception {
        String id = draftOfTheNetherlands();
        attach("nl.analyst", id, "photo.jpg", FileExamples.photograph()).then().statusCode(201);
        attach("nl.analyst", id, "screen.png", FileExamples.screenshot()).then().statusCode(201);
        attach("nl.analyst", id, "report.pdf", FileExamples.report())
                .then()
                .statusCode(201)
                .body("attachments.name", is(List.of("photo.jpg", "screen.png", "report.pdf")))
                .body("attachments.type", is(List.of("image/jpeg", "image/png", "application/pdf")));
        for (int i = 0; i < 3; i++) {
            var said = Api.as("nl.analyst").get(BULLETINS + "/" + id);
            byte[] file = read("nl.analyst", id, said.path("attachments[" + i + "].id"))
                    .then()
                    .statusCode(200)
                    .contentType(said.<String>path("attachments[" + i + "].type"))
                    .extract()
                    .asByteArray();
            assertEquals(said.<Integer>path("attachments[" + i + "].size"), file.length);
            assertEquals(
                    said.<String>path("attachments[" + i + "].sha256"),
                    HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(file)));
            assertFalse(new String(file, StandardCharsets.ISO_8859_1).contains(FileExamples.SECRET));
        }
    }

    /** No contract says that we fail. */
    private static ValidatableResponse failed(String bulletin, String file) {
        return RestAssured.given()
                .header("Authorization", "Bearer " + Tokens.of("nl.analyst"))
                .get(of(bulletin) + "/" + file)
                .then();
    }

    @Test
    void R367_a_file_lies_encrypted_and_one_that_is_put_in_the_place_of_another_is_not_served() {
        String id = draftOfTheNetherlands();
        String text = unlike();
        String one = attached(id, "one.txt", text);
        String other = attached(id, "other.txt", "Something else");
        assertEquals(
                0,
                ComityServers.servers()
                        .count("select count(*) from attachment where position('" + text + "'::bytea in sealed) > 0"));
        ComityServers.servers()
                .sql("update attachment a set sealed = b.sealed from attachment b where a.id = '" + other
                        + "' and b.id = '" + one + "'");
        failed(id, other).statusCode(500).body(not(containsString(text)));
        read("nl.analyst", id, one).then().statusCode(200).body(is(text));
        // nor what is not the file that the bulletin names
        ComityServers.servers()
                .sql("update bulletin set content = jsonb_set(content, '{attachments,0,sha256}', '\"" + "0".repeat(64)
                        + "\"') where id = '" + id + "'");
        failed(id, one).statusCode(500).body(not(containsString(text)));
    }

    @Test
    void R368_a_file_that_no_version_has_is_gone_and_so_are_those_of_what_is_thrown_away() {
        String id = published(draft("RISK", "DE"), unlike());
        String before = first("de.analyst", id);
        step("nl.analyst", id, "amend", "{}").then().statusCode(200);
        String added = attached(id, "added.txt", unlike());
        remove("nl.analyst", id, before)
                .then()
                .statusCode(200)
                .body("next.attachments.id", is(List.of(added)))
                .body("attachments.id", is(List.of(before)));
        assertEquals(2, rows(id), "readers still have the file that the next version has not");
        read("de.analyst", id, before).then().statusCode(200);
        read("de.analyst", id, added).then().statusCode(404);
        read("nl.analyst", id, added).then().statusCode(200);
        read("nl.poc", id, added).then().statusCode(404);
        step("nl.analyst", id, "discard", "{}").then().statusCode(200);
        assertEquals(1, rows(id));
        step("nl.analyst", id, "amend", "{}").then().statusCode(200).body("next.attachments", hasSize(1));
        String next = attached(id, "next.txt", unlike());
        remove("nl.analyst", id, before).then().statusCode(200);
        cleared(id);
        assertEquals(1, rows(id));
        read("de.analyst", id, before).then().statusCode(404);
        read("de.analyst", id, next).then().statusCode(200);
        String draft = draftOfTheNetherlands();
        attached(draft, "a.txt", unlike());
        step("nl.analyst", draft, "discard", "{}").then().statusCode(204);
        assertEquals(0, rows(draft));
    }

    @Test
    void R369_those_who_draft_add_and_remove_as_long_as_it_is_worked_on() {
        String id = draftOfTheNetherlands();
        byte[] file = FileExamples.text("a");
        Api.wrongly("nl.analyst")
                .multiPart("file", "a.txt", file)
                .post(of(id))
                .then()
                .statusCode(428);
        Api.wrongly("nl.analyst")
                .header("If-Match", "\"stale\"")
                .multiPart("file", "a.txt", file)
                .post(of(id))
                .then()
                .statusCode(412);
        Api.wrongly("nl.poc")
                .header("If-Match", tag("nl.analyst", id))
                .multiPart("file", "a.txt", file)
                .post(of(id))
                .then()
                .statusCode(403);
        Api.wrongly("de.analyst")
                .header("If-Match", "\"any\"")
                .multiPart("file", "a.txt", file)
                .post(of(id))
                .then()
                .statusCode(404);
        step("nl.analyst", id, "submit", "{}").then().statusCode(200);
        // a submission is void with it
        String attached = attached(id, "a.txt", "a");
        Api.as("nl.analyst").get(BULLETINS + "/" + id).then().body("status", is("DRAFT"));
        Api.wrongly("nl.analyst").delete(of(id) + "/" + attached).then().statusCode(428);
        remove("nl.analyst", id, UUID.randomUUID().toString()).then().statusCode(404);
        cleared(id);
        attach("nl.analyst", id, "b.txt", file).then().statusCode(409);
        remove("nl.analyst", id, attached).then().statusCode(409);
        attach("de.analyst", id, "b.txt", file).then().statusCode(403);
        remove("de.analyst", id, attached).then().statusCode(403);
        remove("de.poc", id, attached).then().statusCode(403);
        Api.wrongly("jp.analyst")
                .header("If-Match", "\"any\"")
                .delete(of(id) + "/" + attached)
                .then()
                .statusCode(404);
    }

    @Test
    void R369_an_edit_keeps_the_files_and_attaches_none() {
        String id = draftOfTheNetherlands();
        String file = attached(id, "a.txt", "a");
        var edited = Api.as("nl.analyst").contentType(ContentType.JSON);
        edited.header("If-Match", tag("nl.analyst", id))
                .body(draft("TREND", "DE"))
                .put(BULLETINS + "/" + id)
                .then()
                .statusCode(200)
                .body("attachments.id", is(List.of(file)));
        String others = draft("TREND", "DE")
                .replaceFirst(
                        "}$",
                        ",\"attachments\":[{\"id\":\"%s\",\"name\":\"b.txt\",\"type\":\"text/plain\",\"size\":1,\"sha256\":\"%s\"}]}"
                                .formatted(file, "0".repeat(64)));
        Api.as("nl.analyst")
                .contentType(ContentType.JSON)
                .header("If-Match", tag("nl.analyst", id))
                .body(others)
                .put(BULLETINS + "/" + id)
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/attachments"));
        Api.as("nl.analyst")
                .contentType(ContentType.JSON)
                .body(others)
                .post(BULLETINS)
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/attachments"));
    }

    @Test
    void R370_a_file_is_read_by_who_reads_the_bulletin_exactly_as_long_as_they_do() {
        String text = unlike();
        String id = drafted("nl.analyst", draft("RISK", "DE", "JP")).path("id");
        String file = attached(id, "seen.txt", text);
        read("de.analyst", id, file).then().statusCode(404);
        step("nl.analyst", id, "submit", "{}").then().statusCode(200);
        read("de.analyst", id, file).then().statusCode(404);
        step("nl.approver", id, "approve", "{}").then().statusCode(200);
        for (String reader : List.of("de.analyst", "de.poc", "jp.officer", "nl.poc")) {
            read(reader, id, file).then().statusCode(200).body(is(text));
        }
        for (String other : List.of("fr.analyst", "secretariat.staff", "de.auditor")) {
            read(other, id, file).then().statusCode(404);
        }
        Api.anonymous().accept("*/*").get(of(id) + "/" + file).then().statusCode(401);
        PublishedBulletins.release("nl.analyst", id, "DE");
        read("jp.officer", id, file).then().statusCode(404);
        read("de.analyst", id, file).then().statusCode(200);
        step("nl.approver", id, "withdraw", "{\"reason\":\"x\"}").then().statusCode(200);
        read("de.analyst", id, file).then().statusCode(200);
        step("nl.approver", id, "recall", "{\"reason\":\"x\"}").then().statusCode(200);
        for (String lost : List.of("de.analyst", "de.poc", "jp.officer")) {
            read(lost, id, file).then().statusCode(404);
        }
        read("nl.analyst", id, file).then().statusCode(200);
    }

    @Test
    void R370_signatories_read_what_they_are_to_sign_and_the_secretariat_what_is_green() {
        String notice = published(draft("RISK", "DE", "JP").replaceFirst("}$", ",\"signatories\":[\"DE\"]}"), unlike());
        String file = first("de.approver", notice);
        read("de.approver", notice, file).then().statusCode(200);
        read("jp.analyst", notice, file).then().statusCode(404);
        String green = published(draft("RISK", "DE").replace("\"class\"", "\"tlp\":\"GREEN\",\"class\""), unlike());
        read("secretariat.staff", green, first("de.analyst", green)).then().statusCode(200);
    }

    @Test
    void R371_a_file_goes_out_to_be_saved_under_its_name_and_never_to_be_shown() throws Exception {
        String id = draftOfTheNetherlands();
        // as a browser sends it
        String form = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"Übersicht; (2026)*'.csv\"\r\n"
                + "Content-Type: application/vnd.ms-excel\r\n\r\na;b\r\n--x--\r\n";
        HttpRequest sent = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + RestAssured.port + of(id)))
                .header("Authorization", "Bearer " + Tokens.of("nl.analyst"))
                .header("If-Match", tag("nl.analyst", id))
                .header("Content-Type", "multipart/form-data; boundary=x")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        try (HttpClient browser = HttpClient.newHttpClient()) {
            assertEquals(
                    201,
                    browser.send(sent, HttpResponse.BodyHandlers.discarding()).statusCode());
        }
        String file = first("nl.analyst", id);
        read("nl.analyst", id, file)
                .then()
                .statusCode(200)
                .header("Content-Type", "text/csv;charset=UTF-8")
                .header("X-Content-Type-Options", "nosniff")
                .header("Cache-Control", "no-store")
                .header("Content-Security-Policy", startsWith("sandbox"))
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"_bersicht_ _2026___.csv\";"
                                + " filename*=UTF-8''%C3%9Cbersicht%3B%20%282026%29%2A%27.csv");
    }

    @Test
    void R371_the_access_log_has_each_download_and_the_originator_a_receipt() {
        String id = published(draft("RISK", "DE"), unlike());
        String file = first("nl.analyst", id);
        read("de.officer", id, file).then().statusCode(200);
        Api.as("de.poc")
                .get("/bulletins/v1/access-log?limit=20")
                .then()
                .statusCode(200)
                .body("items.path", hasItem(containsString("/attachments/" + file)));
        Api.as("nl.officer").get(BULLETINS + "/" + id + "/receipts").then().body("items.state", contains("DE"));
    }

    @Test
    void R358_a_file_that_was_recalled_is_not_posted_again_by_a_state_that_had_it() {
        String text = unlike();
        String id = published(draft("RISK", "DE").replace("In **small** lots.", unlike()), text);
        step("nl.approver", id, "recall", "{\"reason\":\"x\"}").then().statusCode(200);
        String again = drafted(
                        "de.analyst",
                        draft("RISK", "NL")
                                .replace("In **small** lots.", unlike())
                                .replace("0".repeat(64), "1".repeat(64)))
                .path("id");
        attach("de.analyst", again, "other-name.txt", FileExamples.text(text))
                .then()
                .statusCode(201);
        step("de.analyst", again, "submit", "{}")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/attachments/0"));
    }
}
