package org.comity.bulletins.stix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.comity.bulletins.content.Attachment;
import org.comity.bulletins.content.BulletinClass;
import org.comity.bulletins.content.BulletinItem;
import org.comity.bulletins.content.DraftBulletin;
import org.comity.bulletins.content.Evidence;
import org.comity.bulletins.content.NamedParty;
import org.comity.bulletins.content.Theme;
import org.comity.bulletins.response.CommentKind;
import org.comity.bulletins.response.StateComment;
import org.comity.bulletins.response.StateSighting;
import org.comity.kernel.caller.StateCode;
import org.comity.kernel.json.Revised;
import org.comity.sharing.release.Tlp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** How a bulletin is written as STIX. */
class StixBulletinTest {

    private static final StateCode NL = new StateCode("NL");
    private static final Instant THEN = Instant.parse("2026-01-31T12:00:00.123456Z");

    private static final DraftBulletin CONTENT = Revised.of(ReadReport.draft(List.of()))
            .with("headline", "Invented intermediary")
            .with("bulletinClass", BulletinClass.ALERT)
            .with("summary", "It asks for catchers.")
            .with("themes", List.of(Theme.ROUTE_DIVERSION))
            .with("items", List.of(new BulletinItem("5A001.f.2", "IMSI catcher")))
            .with("destinations", List.of(new StateCode("XK")))
            .with("parties", List.of(new NamedParty("Lumen Grid Invented Ltd", null, List.of("LG"), null, NL)))
            .with(
                    "evidence",
                    List.of(
                            new Evidence("Invoice", "https://a.example/x", "0".repeat(64)),
                            new Evidence("Note", null, "1".repeat(64))))
            .with("attachments", List.of(new Attachment(new UUID(0, 7), "map.png", "image/png", 1234, "2".repeat(64))))
            .with("credibility", 2)
            .made();

    private static StixBulletin bulletin(UUID id, Tlp tlp, Instant changed) {
        return new StixBulletin(id, "BU-NL-2026-X", NL, CONTENT, tlp, THEN, changed, null);
    }

    private static List<ObjectNode> objects(StixBulletin bulletin) {
        return bulletin.parts(List.of()).stream().map(StixBulletin.Part::object).toList();
    }

    @Test
    void R331_all_objects_of_a_bulletin_keep_the_standard() {
        List<ObjectNode> objects = objects(bulletin(UUID.randomUUID(), Tlp.RED, THEN));
        assertEquals(
                List.of("identity", "marking-definition", "identity", "infrastructure", "location", "report"),
                objects.stream().map(one -> one.path("type").asText()).toList());
        objects.forEach(one -> assertEquals(Optional.empty(), StixCheck.fault(one), one.toString()));
        JsonNode report = objects.getLast();
        assertEquals(4, report.path("object_refs").size());
        assertEquals("[\"alert\",\"route-diversion\"]", report.path("labels").toString());
        assertEquals(4, report.path("external_references").size());
        assertEquals(
                "{\"source_name\":\"comity-attachment\",\"external_id\":\"00000000-0000-0000-0000-000000000007\","
                        + "\"description\":\"map.png, image/png, 1234 bytes, SHA-256 " + "2".repeat(64) + "\"}",
                report.path("external_references").get(3).toString());
    }

    @Test
    void R331_a_later_version_has_the_same_ids_and_another_bulletin_has_others() {
        UUID id = UUID.randomUUID();
        List<ObjectNode> first = objects(bulletin(id, Tlp.RED, THEN));
        List<ObjectNode> second = objects(bulletin(id, Tlp.RED, THEN.plusSeconds(1)));
        for (int i = 0; i < first.size(); i++) {
            assertEquals(first.get(i).path("id"), second.get(i).path("id"));
        }
        assertNotEquals(first.getLast().path("modified"), second.getLast().path("modified"));
        assertEquals(first.getLast().path("created"), second.getLast().path("created"));
        assertNotEquals(
                first.getLast().path("id"),
                objects(bulletin(UUID.randomUUID(), Tlp.RED, THEN)).getLast().path("id"));
        assertEquals(
                5,
                UUID.fromString(first.getLast().path("id").asText().substring("report--".length()))
                        .version());
    }

    @ParameterizedTest
    @EnumSource(Tlp.class)
    void R333_the_label_is_the_marking_of_TLP_2(Tlp tlp) {
        JsonNode report = objects(bulletin(UUID.randomUUID(), tlp, THEN)).getLast();
        String marking = report.path("object_marking_refs").get(0).asText();
        assertEquals(tlp, StixMarking.known(marking).orElseThrow().tlp());
        assertEquals(marking, StixMarking.of(tlp).id());
        assertTrue(objects(bulletin(UUID.randomUUID(), tlp, THEN)).stream()
                .anyMatch(one -> one.path("id").asText().equals(marking)));
    }

    @ParameterizedTest
    @CsvSource({"CONFIRM,agree", "CORROBORATE,agree", "DENY,disagree", "DISPUTE,disagree", "NO_COMMENT,neutral"})
    void R331_a_comment_is_an_opinion_and_acting_on_it_a_sighting(CommentKind kind, String opinion) {
        StixBulletin bulletin = bulletin(UUID.randomUUID(), Tlp.AMBER, THEN);
        String report = objects(bulletin).getLast().path("id").asText();
        JsonNode said = bulletin.opinion(new StateComment(NL, kind, "x", THEN), report)
                .getLast()
                .object();
        assertEquals(opinion, said.path("opinion").asText());
        assertEquals(Optional.empty(), StixCheck.fault(said));
        JsonNode seen = bulletin.sighting(new StateSighting(NL, "x", THEN), report)
                .getLast()
                .object();
        assertEquals(report, seen.path("sighting_of_ref").asText());
        assertEquals(Optional.empty(), StixCheck.fault(seen));
    }

    private static ObjectNode given(String type, String fields) {
        return StixJson.stored("{\"type\":\"" + type + "\",\"id\":\"" + type + "--" + UUID.randomUUID()
                + "\",\"created\":\"2026-01-31T12:00:00Z\"" + fields + "}");
    }

    @Test
    void R333_what_came_in_with_no_label_or_a_laxer_one_has_that_of_the_bulletin() {
        String other = "marking-definition--" + UUID.randomUUID();
        String marked = ",\"modified\":\"2026-01-31T12:00:00Z\",\"object_marking_refs\":[\"%s\",\"" + other + "\"]";
        ObjectNode strict = given("indicator", marked.formatted(StixMarking.RED_OF_TLP_1.id()));
        ObjectNode lax = given("indicator", marked.formatted(StixMarking.GREEN.id()));
        ObjectNode none = given("ipv4-addr", "");
        List<ObjectNode> out = bulletin(UUID.randomUUID(), Tlp.AMBER, THEN).parts(List.of(strict, lax, none)).stream()
                .map(StixBulletin.Part::object)
                .toList();
        assertFalse(out.stream().anyMatch(one -> one.path("id").equals(strict.path("id"))));
        for (ObjectNode came : List.of(lax, none)) {
            ObjectNode relabelled = out.stream()
                    .filter(one -> one.path("id").equals(came.path("id")))
                    .findFirst()
                    .orElseThrow();
            assertEquals(List.of(Tlp.AMBER), StixMarking.labels(relabelled).toList());
            assertEquals(came == lax, relabelled.toString().contains(other));
            assertEquals(came == lax, relabelled.has("modified"));
        }
    }

    @Test
    void R345_what_the_desk_took_out_does_not_go_out() {
        List<ObjectNode> kept = List.of(
                given("identity", ",\"name\":\"Lumen Grid Invented Ltd\""),
                given("infrastructure", ",\"name\":\"IMSI catcher\""),
                given("location", ",\"country\":\"XK\""),
                given("indicator", ",\"name\":\"x\""),
                given("report", ",\"name\":\"x\""));
        List<ObjectNode> taken = List.of(
                given("identity", ",\"name\":\"Taken Out Ltd\""),
                given("infrastructure", ",\"name\":\"5A001.f.2\""),
                given("location", ",\"country\":\"KZ\""),
                given("location", ",\"region\":\"europe\""));
        List<ObjectNode> all = Stream.concat(taken.stream(), kept.stream()).toList();
        assertEquals(kept, StixBulletin.shown(all, CONTENT));
        String report = bulletin(UUID.randomUUID(), Tlp.RED, THEN)
                .parts(all)
                .getLast()
                .object()
                .toString();
        taken.forEach(one -> assertFalse(report.contains(one.path("id").asText()), report));
        kept.forEach(one -> assertTrue(report.contains(one.path("id").asText()), report));
    }

    @Test
    void R331_a_report_that_came_in_is_revoked_by_its_desk_alone_and_no_later_created_than_modified() {
        ObjectNode came = given("report", ",\"revoked\":true");
        came.put("created", StixTime.of(THEN.plusSeconds(3600)));
        JsonNode report = bulletin(UUID.randomUUID(), Tlp.RED, THEN)
                .parts(List.of(came))
                .getLast()
                .object();
        assertFalse(report.has("revoked"));
        assertEquals(StixTime.of(THEN), report.path("created").asText());
    }
}
