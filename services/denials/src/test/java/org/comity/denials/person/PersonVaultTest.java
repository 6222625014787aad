package org.comity.denials.person;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyOrNullString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.comity.denials.consultation.RequestedConsultations;
import org.comity.denials.content.RemovedPerson;
import org.comity.denials.denial.PostedDenials;
import org.comity.kernel.test.Api;
import org.comity.kernel.test.ComityServers;
import org.comity.kernel.test.Eventually;
import org.comity.kernel.test.RegisteredStates;
import org.comity.kernel.test.TestClock;
import org.comity.kernel.timer.TimersOfService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Natural persons in the store of their own, and looked for everywhere else. All persons are invented. */
@QuarkusTest
class PersonVaultTest {

    private static final String DENIALS = "/denials/v1/denials/";
    private static final String CONSULTATIONS = "/denials/v1/consultations/";
    private static final String NAME = "Invented Person Quellwasser";

    private final TestClock clock;
    private final TimersOfService timers;
    private final PersonKeys keys;

    PersonVaultTest(TestClock clock, TimersOfService timers, PersonKeys keys) {
        this.keys = keys;
        this.clock = clock;
        this.timers = timers;
    }

    @BeforeEach
    void states() {
        RegisteredStates.announce();
    }

    @AfterEach
    void run() {
        clock.run();
    }

    private static Map<String, Object> person(String name) {
        return Map.of("role", "END_USER", "name", name, "country", "KZ", "isNaturalPerson", true);
    }

    private static String denial(String name) {
        return PostedDenials.notified(
                "nl",
                Map.of(
                        "parties",
                        List.of(person(name), Map.of("role", "CONSIGNEE", "name", "Korund Svyaz OOO")),
                        "validityPolicy",
                        "EXPIRES"),
                "DE");
    }

    private static Response step(String person, String id, String verb, String body) {
        return Api.as(person)
                .contentType(ContentType.JSON)
                .header("If-Match", Api.as(person).get(DENIALS + id).header("ETag"))
                .body(body)
                .post(DENIALS + id + "/" + verb);
    }

    private static void amend(String id, String name) {
        step("nl.officer", id, "amend", "{}").then().statusCode(200);
        Response read = Api.as("nl.officer").get(DENIALS + id);
        Map<String, Object> content = read.jsonPath().getMap("amendment.content");
        content.put("parties", List.of(person(name)));
        Api.as("nl.officer")
                .contentType(ContentType.JSON)
                .header("If-Match", read.header("ETag"))
                .body(content)
                .put(DENIALS + id)
                .then()
                .statusCode(200)
                .body("amendment.content.parties[0].name", is(name));
    }

    private static List<String> tablesWith(String text) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection connection = ComityServers.servers()
                        .superuser(ComityServers.servers().database());
                Statement statement = connection.createStatement()) {
            List<String> tables = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery(
                    "select tablename from pg_tables where schemaname = 'public' order by tablename")) {
                while (rows.next()) {
                    tables.add(rows.getString(1));
                }
            }
            for (String table : tables) {
                // bytea shows as hexadecimal digits: what is in it in clear is looked for that way too
                try (ResultSet row = statement.executeQuery(
                        "select count(*) from \"%s\" t where t::text like '%%%s%%'".formatted(table, text)
                                + " or t::text like '%' || encode('" + text + "'::bytea, 'hex') || '%'")) {
                    row.next();
                    if (row.getLong(1) > 0) {
                        found.add(table);
                    }
                }
            }
        }
        return found;
    }

    @Test
    void R212_a_person_is_in_no_table_in_clear_and_is_read_by_those_who_may() throws SQLException {
        String id = denial(NAME);
        amend(id, NAME + " the second");
        assertEquals(List.of(), tablesWith(NAME));
        Api.as("de.officer")
                .get(DENIALS + id)
                .then()
                .statusCode(200)
                .body("parties.name", hasItem(NAME))
                .body("parties.name", hasItem("Korund Svyaz OOO"));
        Api.as("nl.officer")
                .get(DENIALS + id + "/versions")
                .then()
                .statusCode(200)
                .body("items[0].content.parties[0].name", is(NAME));
        step("nl.officer", id, "submit", "{}").then().statusCode(200);
        step("nl.approver", id, "approve", "{}").then().statusCode(200);
        Api.as("de.officer").get(DENIALS + id).then().body("parties[0].name", is(NAME + " the second"));
        assertEquals(List.of(), tablesWith(NAME));
        assertEquals(
                1,
                ComityServers.servers()
                        .count("select count(*) from natural_person where shared and record_id = '" + id + "'"));
    }

    @Test
    void R271_whoever_is_marked_later_is_in_no_table_in_clear_from_then_on() throws SQLException {
        String name = NAME + " marked later";
        String id = PostedDenials.notified(
                "nl",
                Map.of(
                        "parties",
                        List.of(
                                Map.of("role", "CONSIGNEE", "name", name, "country", "KZ", "address", "Street 1"),
                                Map.of("role", "END_USER", "name", "Korund Svyaz OOO")),
                        "validityPolicy",
                        "EXPIRES"),
                "DE");
        assertTrue(tablesWith(name).contains("denial_version"), "nobody said that this is a person");
        amend(id, name.toUpperCase(Locale.ROOT));
        step("nl.officer", id, "submit", "{}").then().statusCode(200);
        assertTrue(tablesWith(name).contains("denial_version"), "an amendment counts once it is notified");
        step("nl.approver", id, "approve", "{}").then().statusCode(200);
        assertEquals(List.of(), tablesWith(name));

        Api.as("nl.officer")
                .get(DENIALS + id + "/versions")
                .then()
                .statusCode(200)
                .body("items.version", is(List.of(1, 2)))
                .body("items[0].content.parties[0].name", is(name))
                .body("items[0].content.parties[0].role", is("CONSIGNEE"))
                .body("items[0].content.parties[0].address", is("Street 1"))
                .body("items[0].content.parties[0].isNaturalPerson", is(true))
                .body("items[0].content.parties[1].name", is("Korund Svyaz OOO"))
                .body("items[1].content.parties[0].name", is(name.toUpperCase(Locale.ROOT)));
        assertEquals(
                1,
                ComityServers.servers()
                        .count("select count(*) from natural_person where shared and record_id = '" + id + "'"),
                "readers get the person of the version in force alone");

        step("nl.officer", id, "revoke", "{\"reason\":\"Over\"}").then().statusCode(200);
        clock.set(Instant.parse("2026-12-01T12:00:00Z"));
        step("nl.approver", id, "approve", "{}").then().statusCode(200);
        at("2031-12-01T12:00:01Z");
        Api.as("nl.officer")
                .get(DENIALS + id + "/versions")
                .then()
                .body("items[0].content.parties[0].name", is(RemovedPerson.NAME))
                .body("items[0].content.parties[1].name", is("Korund Svyaz OOO"))
                .body("items[1].content.parties[0].name", is(RemovedPerson.NAME));
    }

    @Test
    void R271_a_withheld_party_that_is_marked_later_is_sealed_though_readers_find_nothing_changed()
            throws SQLException {
        String name = NAME + " withheld and marked later";
        Map<String, Object> party = Map.of("role", "END_USER", "name", name, "country", "KZ");
        String id = PostedDenials.notified(
                "nl",
                Map.of(
                        "parties",
                        List.of(party),
                        "withheld",
                        List.of(Map.of("field", "parties", "ground", "PERSONAL"))),
                "DE");
        amend(id, name);
        step("nl.officer", id, "submit", "{}").then().statusCode(200);
        step("nl.approver", id, "approve", "{}").then().statusCode(200).body("version", is(1));
        assertEquals(List.of(), tablesWith(name));
        Api.as("nl.officer").get(DENIALS + id + "/versions").then().body("items[0].content.parties[0].name", is(name));
    }

    @Test
    void R212_a_withheld_person_is_in_no_table_in_clear_and_not_shared() throws SQLException {
        String id = PostedDenials.notified(
                "nl",
                Map.of(
                        "parties",
                        List.of(person(NAME + " withheld")),
                        "withheld",
                        List.of(Map.of("field", "parties", "ground", "PERSONAL"))),
                "DE");
        assertEquals(List.of(), tablesWith(NAME));
        Api.as("nl.officer").get(DENIALS + id).then().body("parties[0].name", is(NAME + " withheld"));
        assertEquals(
                0,
                ComityServers.servers()
                        .count("select count(*) from natural_person where shared and record_id = '" + id + "'"));
    }

    @Test
    void R212_an_imported_file_is_not_kept_in_clear() throws SQLException {
        imported(NAME + " in a file");
        assertEquals(List.of(), tablesWith(NAME));
    }

    @Test
    void R212_R258_an_imported_person_is_in_no_table_in_clear_and_in_no_export() throws SQLException {
        String name = NAME + " out of a file";
        String id = imported(name, ",natural_person", ",yes");
        String denial = applied("nl.officer", id, "apply", "APPLIED");
        assertEquals(List.of(), tablesWith(name));
        Api.as("nl.officer")
                .get(DENIALS + denial)
                .then()
                .body("parties[0].name", is(name))
                .body("parties[0].isNaturalPerson", is(true));
        applied("nl.officer", id, "submit", "SUBMITTED");
        applied("nl.approver", id, "approve", "APPROVED");
        assertEquals(List.of(), tablesWith(name));
        Api.as("nl.officer").get(DENIALS + denial).then().body("parties[0].name", is(name));
        String ref = Api.as("nl.officer").get(DENIALS + denial).path("nationalRef");
        for (String format : List.of("csv", "json")) {
            String export = Api.as("nl.officer")
                    .get("/denials/v1/exports?originator=NL&format=" + format)
                    .then()
                    .statusCode(200)
                    .extract()
                    .asString();
            assertFalse(export.contains(name), format);
            assertTrue(export.contains(ref), format);
        }
        String rows = Api.as("nl.officer")
                .get("/denials/v1/exports?originator=NL&format=csv")
                .asString();
        assertTrue(rows.lines().findFirst().orElseThrow().contains("\"entity_type\",\"natural_person\","), rows);
        String row = rows.lines()
                .filter(line -> line.startsWith("\"" + ref))
                .findFirst()
                .orElseThrow();
        assertTrue(row.contains("[natural person]") && row.contains(",\"end_user\",\"yes\","), row);
    }

    private static String applied(String person, String id, String verb, String status) {
        String path = "/denials/v1/imports/" + id;
        Api.as(person)
                .contentType(ContentType.JSON)
                .header("If-Match", Api.as(person).get(path).header("ETag"))
                .body("{}")
                .post(path + "/" + verb)
                .then()
                .statusCode(202);
        Eventually.itIsSo(
                "the step is done",
                () -> Api.as(person).get(path).path("status").equals(status));
        return Api.as(person).get(path + "/records").path("items[0].denial");
    }

    @Test
    void R138_a_person_of_a_candidate_transaction_is_in_no_table_in_clear_and_is_read_with_the_transaction()
            throws SQLException {
        String name = NAME + " who buys";
        String id = RequestedConsultations.drafted(name);
        assertEquals(List.of(), tablesWith(name));
        candidate("nl.officer", id, name);
        for (String other : List.of("ee.officer", "de.officer", "nl.poc")) {
            Api.as(other).get(CONSULTATIONS + id).then().statusCode(404);
        }
        RequestedConsultations.take("nl.officer", id, "submit", Map.of());
        RequestedConsultations.take("nl.approver", id, "approve", Map.of());
        assertEquals(List.of(), tablesWith(name));
        for (String reader : List.of("nl.officer", "nl.poc", "ee.officer", "ee.poc")) {
            candidate(reader, id, name);
        }
        Api.as("ee.officer")
                .get(CONSULTATIONS + id)
                .then()
                .body("candidateTransaction.parties[0].country", is("KZ"))
                .body("candidateTransaction.parties[1].name", is("Korund Svyaz OOO"));
        assertEquals(
                1,
                ComityServers.servers().count("select count(*) from natural_person where record_id = '" + id + "'"),
                "the draft and the transaction share it");
        assertEquals(List.of(), tablesWith(name));
    }

    @Test
    void R139_five_years_after_a_consultation_was_closed_or_withdrawn_its_persons_are_gone() {
        String closed = RequestedConsultations.requested(NAME + " closed");
        String withdrawn = RequestedConsultations.requested(NAME + " withdrawn");
        String open = RequestedConsultations.requested(NAME + " undecided");
        RequestedConsultations.take("nl.officer", closed, "decide", Map.of("outcome", "DENIED"));
        clock.set(Instant.parse("2026-12-01T12:00:00Z"));
        RequestedConsultations.take("nl.officer", closed, "close", Map.of());
        RequestedConsultations.take("nl.officer", withdrawn, "withdraw", Map.of());
        at("2031-12-01T11:59:59Z");
        candidate("ee.officer", closed, NAME + " closed");
        candidate("ee.officer", withdrawn, NAME + " withdrawn");
        at("2031-12-01T12:00:01Z");
        for (String id : List.of(closed, withdrawn)) {
            for (String reader : List.of("ee.officer", "nl.officer")) {
                candidate(reader, id, RemovedPerson.NAME);
            }
            Api.as("ee.officer")
                    .get(CONSULTATIONS + id)
                    .then()
                    .body("candidateTransaction.parties[1].name", is("Korund Svyaz OOO"));
        }
        candidate("ee.officer", open, NAME + " undecided");
    }

    @Test
    void R140_the_persons_of_a_draft_that_nobody_touches_for_a_year_are_removed_and_missing_on_submission() {
        clock.set(Instant.parse("2026-06-01T12:00:00Z"));
        String denial = PostedDenials.drafted("nl", Map.of("parties", List.of(person(NAME + " drafted"))), "DE");
        String waiting = PostedDenials.drafted("nl", Map.of("parties", List.of(person(NAME + " waiting"))), "DE");
        String touched = PostedDenials.drafted("nl", Map.of("parties", List.of(person(NAME + " touched"))), "DE");
        String notified = denial(NAME + " notified");
        String consultation = RequestedConsultations.drafted(NAME + " asked");
        String asked = RequestedConsultations.requested(NAME + " asked for");
        step("nl.officer", waiting, "submit", "{}").then().statusCode(200);
        clock.set(Instant.parse("2027-01-01T00:00:00Z"));
        step("nl.officer", touched, "submit", "{}").then().statusCode(200);
        at("2027-06-01T12:00:00Z");
        Api.as("nl.officer").get(DENIALS + denial).then().body("parties[0].name", is(NAME + " drafted"));
        candidate("nl.officer", consultation, NAME + " asked");
        String stale = Api.as("nl.officer").get(DENIALS + denial).header("ETag");
        at("2027-06-01T12:00:01Z");
        for (String draft : List.of(denial, waiting)) {
            Api.as("nl.officer")
                    .get(DENIALS + draft)
                    .then()
                    .body("parties[0].name", is(RemovedPerson.NAME))
                    .body("items[0].controlCode", not(emptyOrNullString()));
        }
        candidate("nl.officer", consultation, RemovedPerson.NAME);
        Api.as("nl.officer").get(DENIALS + touched).then().body("parties[0].name", is(NAME + " touched"));
        Api.as("de.officer").get(DENIALS + notified).then().body("parties[0].name", is(NAME + " notified"));
        candidate("ee.officer", asked, NAME + " asked for");
        Api.as("nl.officer")
                .contentType(ContentType.JSON)
                .header("If-Match", stale)
                .body("{}")
                .post(DENIALS + denial + "/submit")
                .then()
                .statusCode(412);
        step("nl.officer", denial, "submit", "{}")
                .then()
                .statusCode(422)
                .body("errors.pointer", is(List.of("/parties/0/name")))
                .body("errors[0].detail", containsString("was removed"));
        step("nl.approver", waiting, "approve", "{}")
                .then()
                .statusCode(422)
                .body("errors.pointer", is(List.of("/parties/0/name")));
        Api.as("nl.officer")
                .contentType(ContentType.JSON)
                .header(
                        "If-Match",
                        Api.as("nl.officer").get(CONSULTATIONS + consultation).header("ETag"))
                .body("{}")
                .post(CONSULTATIONS + consultation + "/submit")
                .then()
                .statusCode(422)
                .body("errors.pointer", is(List.of("/candidateTransaction/parties/0/name")));
    }

    private static void candidate(String reader, String id, String name) {
        Api.as(reader)
                .get(CONSULTATIONS + id)
                .then()
                .statusCode(200)
                .body("candidateTransaction.parties[0].name", is(name));
    }

    @Test
    void R213_five_years_after_the_end_a_person_is_gone_everywhere_and_the_rest_stays() {
        String id = denial(NAME + " of old");
        step("nl.officer", id, "revoke", "{\"reason\":\"Over\"}").then().statusCode(200);
        clock.set(Instant.parse("2026-12-01T12:00:00Z"));
        step("nl.approver", id, "approve", "{}").then().statusCode(200);
        at("2031-12-01T11:59:59Z");
        Api.as("de.officer").get(DENIALS + id).then().body("parties[0].name", is(NAME + " of old"));
        at("2031-12-01T12:00:01Z");
        Api.as("de.officer")
                .get(DENIALS + id)
                .then()
                .statusCode(200)
                .body("status", is("REVOKED"))
                .body("parties[0].name", is(RemovedPerson.NAME))
                .body("parties[0].isNaturalPerson", is(true))
                .body("parties[1].name", is("Korund Svyaz OOO"));
        Api.as("nl.officer")
                .get(DENIALS + id + "/versions")
                .then()
                .body("items[0].content.parties[0].name", is(RemovedPerson.NAME));
    }

    private static Map<String, Object> referred(String name, String reference) {
        return Map.of(
                "role",
                "END_USER",
                "name",
                name,
                "country",
                "KZ",
                "isNaturalPerson",
                true,
                "identifiers",
                List.of(
                        Map.of("type", "passport", "value", "000"),
                        Map.of("type", "regime_reg_ref", "value", reference)));
    }

    private static String referredDenial(String name, String reference) {
        return PostedDenials.notified(
                "nl", Map.of("parties", List.of(referred(name, reference)), "validityPolicy", "EXPIRES"), "DE");
    }

    private static void identifiers(String reader, String denial, String... values) {
        Api.as(reader)
                .get(DENIALS + denial)
                .then()
                .statusCode(200)
                .body("parties[0].identifiers.value", is(List.of(values)));
    }

    private void fiveYearsAfterItsEnd(String id) {
        ComityServers.servers()
                .sql("update denial set status = 'EXPIRED', ended_at = '2026-12-01T12:00:00Z' where id = '" + id + "'");
        at("2031-12-01T12:00:01Z");
        for (String reader : List.of("nl.officer", "de.officer")) {
            Api.as(reader)
                    .get(DENIALS + id)
                    .then()
                    .statusCode(200)
                    .body("parties[0].name", is(RemovedPerson.NAME))
                    .body("parties[0].identifiers", nullValue());
        }
        assertEquals(
                0,
                ComityServers.servers()
                        .count("select count(*) from denial_party_reference where denial_id = '" + id + "'"));
    }

    @Test
    void R311_the_reference_of_a_person_is_in_no_table_in_clear_is_the_desks_alone_and_goes_with_the_person()
            throws SQLException {
        String id = referredDenial(NAME + " referred to", "WA-SEALED-1");
        assertEquals(List.of(), tablesWith("WA-SEALED-1"));
        identifiers("nl.officer", id, "000", "WA-SEALED-1");
        identifiers("de.officer", id, "000");
        amend(id, NAME + " without");
        step("nl.officer", id, "discard", "{}").then().statusCode(200);
        identifiers("nl.officer", id, "000", "WA-SEALED-1");
        fiveYearsAfterItsEnd(id);
    }

    @Test
    void R311_the_reference_of_a_person_of_an_old_draft_goes_with_the_person() {
        clock.set(Instant.parse("2026-06-01T12:00:00Z"));
        String id = PostedDenials.drafted(
                "nl", Map.of("parties", List.of(referred(NAME + " drafted and referred to", "WA-SEALED-2"))), "DE");
        identifiers("nl.officer", id, "000", "WA-SEALED-2");
        at("2027-06-01T12:00:01Z");
        Api.as("nl.officer")
                .get(DENIALS + id)
                .then()
                .body("parties[0].name", is(RemovedPerson.NAME))
                .body("parties[0].identifiers", nullValue());
    }

    @Test
    void R311_an_imported_persons_reference_is_in_no_table_in_clear() throws SQLException {
        String id = imported("WA-SEALED-3", NAME + " of a case", ",natural_person", ",yes");
        String denial = applied("nl.officer", id, "apply", "APPLIED");
        assertEquals(List.of(), tablesWith("WA-SEALED-3"));
        identifiers("nl.officer", denial, "WA-SEALED-3");
    }

    @Test
    void R311_a_reference_that_was_sealed_with_the_person_before_V69_is_the_desks_and_is_sealed_apart_when_saved()
            throws Exception {
        String name = NAME + " sealed with it";
        String id = PostedDenials.notified("nl", Map.of("parties", List.of(person(name))), "DE");
        String party = "{\"role\":\"END_USER\",\"name\":\"" + name + "\",\"country\":\"KZ\",\"isNaturalPerson\":true,"
                + "\"identifiers\":[{\"type\":\"regime_reg_ref\",\"value\":\"WA-SEALED-4\"}]}";
        ComityServers.servers()
                .sql("update natural_person set sealed = decode('"
                        + HexFormat.of()
                                .formatHex(keys.encrypt(UUID.fromString(id), party.getBytes(StandardCharsets.UTF_8)))
                        + "', 'hex') where record_id = '" + id + "'");
        identifiers("nl.officer", id, "WA-SEALED-4");
        Api.as("de.officer").get(DENIALS + id).then().body("parties[0].identifiers", nullValue());
        step("nl.officer", id, "amend", "{}").then().statusCode(200);
        step("nl.officer", id, "submit", "{}").then().statusCode(200);
        step("nl.approver", id, "approve", "{}").then().statusCode(200);
        identifiers("nl.officer", id, "WA-SEALED-4");
        assertEquals(
                1,
                ComityServers.servers()
                        .count("select count(*) from natural_person n join denial_party_reference r on r.person = n.id"
                                + " where not n.shared and r.reference is null and n.record_id = '" + id + "'"));
        assertEquals(List.of(), tablesWith("WA-SEALED-4"));
    }

    @Test
    void R311_a_reference_that_lay_in_clear_is_sealed_when_saved_and_goes_with_the_person_at_the_latest()
            throws Exception {
        String saved = referredDenial(NAME + " saved", "WA-SEALED-5");
        String left = referredDenial(NAME + " left", "WA-SEALED-6");
        for (String id : List.of(saved, left)) {
            ComityServers.servers()
                    .sql("update denial_party_reference set position = 1, reference = 'WA-CLEAR"
                            + (id.equals(saved) ? "-5" : "-6") + "' where denial_id = '" + id + "'");
        }
        identifiers("nl.officer", saved, "000", "WA-CLEAR-5");
        identifiers("nl.officer", left, "000", "WA-CLEAR-6");
        step("nl.officer", saved, "amend", "{}").then().statusCode(200);
        step("nl.officer", saved, "submit", "{}").then().statusCode(200);
        step("nl.approver", saved, "approve", "{}").then().statusCode(200);
        identifiers("nl.officer", saved, "000", "WA-CLEAR-5");
        assertEquals(List.of(), tablesWith("WA-CLEAR-5"));
        fiveYearsAfterItsEnd(left);
        assertEquals(List.of(), tablesWith("WA-CLEAR-6"));
    }

    @Test
    void R213_a_person_is_kept_up_to_the_last_instant_after_an_expiry_too() {
        String id = denial(NAME + " expired");
        ComityServers.servers()
                .sql("update denial set status = 'EXPIRED', ended_at = '2026-12-01T12:00:00Z' where id = '" + id + "'");
        at("2031-12-01T12:00:00Z");
        Api.as("de.officer").get(DENIALS + id).then().body("parties[0].name", is(NAME + " expired"));
        at("2031-12-01T12:00:00.000001Z");
        Api.as("de.officer").get(DENIALS + id).then().body("parties[0].name", is(RemovedPerson.NAME));
    }

    @Test
    void R213_a_person_of_a_denial_in_force_stays() {
        String id = denial(NAME + " in force");
        at("2028-01-01T00:00:00Z");
        Api.as("nl.officer").get(DENIALS + id).then().body("parties[0].name", is(NAME + " in force"));
    }

    @Test
    void R213_the_timer_removes_and_cannot_read() throws SQLException {
        try (Connection timer = ComityServers.servers().as("timer");
                Statement statement = timer.createStatement()) {
            assertThrows(SQLException.class, () -> statement.executeQuery("select sealed from natural_person"));
            assertThrows(SQLException.class, () -> statement.executeQuery("select file from denial_import"));
            assertThrows(SQLException.class, () -> statement.executeQuery("select content from consultation_file"));
            assertThrows(SQLException.class, () -> statement.executeQuery("select created_by from denial_file"));
        }
    }

    @Test
    void R214_ninety_days_after_it_was_received_a_file_is_removed() {
        String id = imported(NAME + " in another file");
        OffsetDateTime received = Instant.now().atOffset(ZoneOffset.UTC);
        at(received.plusDays(90).minusHours(1).toInstant().toString());
        annotated(id, 200);
        at(received.plusDays(90).plusHours(1).toInstant().toString());
        annotated(id, 404);
        Api.as("nl.officer").get("/denials/v1/imports/" + id).then().statusCode(200);
    }

    private static void annotated(String id, int status) {
        Api.as("nl.officer")
                .get("/denials/v1/imports/" + id + "/annotated")
                .then()
                .statusCode(status);
    }

    private static String imported(String name) {
        return imported(name, "", "");
    }

    private static String imported(String name, String heading, String cell) {
        return imported("R", name, heading, cell);
    }

    private static String imported(String reference, String name, String heading, String cell) {
        String file = "reference,regime_reg_ref,name,address,notifying_government,country,denial_cle,item_description,"
                + "end_use,reason_for_refusal,entity_type" + heading + "\n" + "P/" + System.nanoTime() + "," + reference
                + "," + name
                + ",Street,Netherlands,KZ,4D004,Software,Border,Risk,end_user" + cell + "\n";
        return Api.wrongly("nl.officer")
                .multiPart("file", "denials.csv", file.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .multiPart(
                        "settings",
                        "{\"kind\":\"REFUSAL\",\"decisionDate\":\"2026-03-31\",\"basis\":\"LISTED\","
                                + "\"countryMeans\":\"PARTY\",\"releasability\":{\"mode\":\"ORIGINATOR_ONLY\"}}")
                .post("/denials/v1/imports")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private void at(String instant) {
        clock.set(Instant.parse(instant));
        timers.runAll();
    }
}
