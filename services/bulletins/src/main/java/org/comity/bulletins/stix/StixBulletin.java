package org.comity.bulletins.stix;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.comity.bulletins.content.Attachment;
import org.comity.bulletins.content.BulletinItem;
import org.comity.bulletins.content.DraftBulletin;
import org.comity.bulletins.content.Evidence;
import org.comity.bulletins.content.NamedParty;
import org.comity.bulletins.content.UnnamedState;
import org.comity.bulletins.response.StateComment;
import org.comity.bulletins.response.StateSighting;
import org.comity.kernel.caller.StateCode;
import org.comity.sharing.release.Tlp;
import org.jspecify.annotations.Nullable;

/**
 * A published bulletin, written as STIX: a report that names its originator, the organisations, items and destinations of the
 * bulletin, and the label as a marking definition. What came in with the draft is named by the report too, and goes out as it
 * came, but for an organisation, an item or a place that the bulletin does not name, and with its label where it has a laxer one.
 *
 * <p>Source: docs/rules.md R-331 to R-333 (STIX 2.1).
 *
 * @param originator as its readers know it: {@link UnnamedState} where they do not
 * @param changedAt when what readers see changed last: the version of its objects
 * @param endedBecause why it was withdrawn or recalled; null as long as it stands
 */
public record StixBulletin(
        UUID id,
        String ref,
        StateCode originator,
        DraftBulletin content,
        Tlp tlp,
        Instant publishedAt,
        Instant changedAt,
        @Nullable String endedBecause) {

    /** The first day of the Code: since then there are states to identify. */
    private static final String OF_OLD = "2023-03-30T00:00:00.000000Z";

    /** STIX 2.1, appendix A: the Admiralty credibility scale, from 1 to 5; 6 says nothing. */
    private static final List<Integer> CREDIBILITY = List.of(90, 70, 50, 30, 10);

    /** STIX 2.1, appendix A: what stands for low, medium and high confidence. */
    private static final List<Integer> CONFIDENCE = List.of(15, 50, 85);

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /**
     * An object, and whether others than this bulletin have it too.
     *
     * @param shared it is of no bulletin: a state, a country, a marking
     */
    record Part(ObjectNode object, boolean shared) {}

    private static ObjectNode object(String type, String id, String created, String modified) {
        return JSON.objectNode()
                .put("type", type)
                .put("spec_version", "2.1")
                .put("id", id)
                .put("created", created)
                .put("modified", modified);
    }

    /** The identity of a state. */
    private static ObjectNode state(StateCode state) {
        ObjectNode identity = object("identity", stateId(state), OF_OLD, OF_OLD);
        identity.put("name", name(state)).put("identity_class", "organization");
        identity.putArray("sectors").add("government-national");
        return identity;
    }

    private static String stateId(StateCode state) {
        return StixId.of("identity", "state:" + state);
    }

    private static String name(StateCode state) {
        if (state.equals(UnnamedState.CODE)) {
            return UnnamedState.NAME;
        }
        return state.value().equals("XK")
                ? "Kosovo"
                : new Locale.Builder().setRegion(state.value()).build().getDisplayCountry(Locale.ENGLISH);
    }

    /** What the bulletin says, as objects; the report comes last. */
    List<Part> parts(List<ObjectNode> cameIn) {
        List<ObjectNode> given = shown(cameIn, content);
        Map<String, Part> parts = new LinkedHashMap<>();
        add(parts, state(originator), true);
        add(parts, StixMarking.of(tlp).object(), true);
        List<String> refs = new ArrayList<>(List.of(stateId(originator)));
        for (StateCode signatory : content.signatories()) {
            refs.add(add(parts, state(signatory), true));
        }
        for (NamedParty party : content.parties()) {
            refs.add(ofGiven(given, "identity", "name", party.name()).orElseGet(() -> add(parts, party(party), false)));
        }
        for (BulletinItem item : content.items()) {
            String name = words(item);
            if (name != null) {
                refs.add(ofGiven(given, "infrastructure", "name", name)
                        .orElseGet(() -> add(parts, item(item, name), false)));
            }
        }
        for (StateCode destination : content.destinations()) {
            refs.add(ofGiven(given, "location", "country", destination.value())
                    .orElseGet(() -> add(parts, country(destination), true)));
        }
        given.stream().filter(one -> !isReport(one)).forEach(one -> {
            refs.add(idOf(one));
            if (isLaxer(one)) {
                add(parts, relabelled(one), false);
            }
        });
        ObjectNode report = report(given);
        ArrayNode named = report.putArray("object_refs");
        refs.stream().distinct().forEach(named::add);
        if (endedBecause != null) {
            report.put("revoked", true);
            add(parts, note(endedBecause, idOf(report)), false);
        }
        add(parts, report, false);
        return List.copyOf(parts.values());
    }

    private static String add(Map<String, Part> parts, ObjectNode object, boolean shared) {
        parts.putIfAbsent(idOf(object), new Part(object, shared));
        return idOf(object);
    }

    private static String idOf(JsonNode object) {
        return object.path("id").asText();
    }

    /** What goes out of the objects that came in: not an organisation, an item or a place that the desk took out. */
    static List<ObjectNode> shown(List<ObjectNode> given, DraftBulletin content) {
        return given.stream()
                .filter(one -> switch (one.path("type").asText()) {
                    case "identity" ->
                        content.parties().stream().map(NamedParty::name).anyMatch(isSaid(one, "name"));
                    case "infrastructure" ->
                        content.items().stream()
                                .flatMap(item -> Stream.ofNullable(words(item)))
                                .anyMatch(isSaid(one, "name"));
                    case "location" ->
                        content.destinations().stream().map(StateCode::value).anyMatch(isSaid(one, "country"));
                    default -> true;
                })
                .toList();
    }

    private static Predicate<String> isSaid(JsonNode object, String key) {
        return value -> object.path(key).asText().equals(value);
    }

    private static @Nullable String words(BulletinItem item) {
        return item.description() == null ? item.controlCode() : item.description();
    }

    private static boolean isReport(JsonNode object) {
        return object.path("type").asText().equals("report");
    }

    private static Optional<String> ofGiven(List<ObjectNode> given, String type, String key, String value) {
        return given.stream()
                .filter(one -> one.path("type").asText().equals(type)
                        && isSaid(one, key).test(value))
                .map(StixBulletin::idOf)
                .findFirst();
    }

    private ObjectNode own(String type, String name) {
        ObjectNode object =
                object(type, StixId.of(type, id + ":" + name), StixTime.of(publishedAt), StixTime.of(changedAt));
        object.put("created_by_ref", stateId(originator));
        mark(object);
        return object;
    }

    private void mark(ObjectNode object) {
        object.putArray("object_marking_refs").add(StixMarking.of(tlp).id());
    }

    /** Whether an object that came in has no label, or one that lets it go further than the bulletin. */
    private boolean isLaxer(ObjectNode given) {
        return !given.path("type").asText().equals("marking-definition")
                && StixMarking.labels(given).noneMatch(label -> label.compareTo(tlp) <= 0);
    }

    /** A version of an object with the label of the bulletin in place of its own, and with its other markings. */
    ObjectNode relabelled(ObjectNode object) {
        ObjectNode copy = object.deepCopy();
        ArrayNode markings = copy.putArray("object_marking_refs");
        for (JsonNode marking : object.path("object_marking_refs")) {
            if (StixMarking.known(marking.asText()).isEmpty()) {
                markings.add(marking);
            }
        }
        markings.add(StixMarking.of(tlp).id());
        StixTime.read(object.path("modified").asText())
                .map(before -> before.isBefore(changedAt) ? changedAt : before.plusMillis(1))
                .ifPresent(version -> copy.put("modified", StixTime.of(version)));
        return copy;
    }

    /** Whether what a state said has the label of the bulletin, as it is now. */
    boolean isLabelled(ObjectNode answer) {
        return StixMarking.labels(answer).allMatch(tlp::equals);
    }

    private ObjectNode party(NamedParty party) {
        ObjectNode identity = own("identity", party.name() + ":" + party.country());
        identity.put("name", party.name()).put("identity_class", "organization");
        List<String> words = new ArrayList<>();
        if (party.nativeScriptName() != null) {
            words.add("Name in its own script: " + party.nativeScriptName());
        }
        if (!party.aliases().isEmpty()) {
            words.add("Also known as: " + String.join("; ", party.aliases()));
        }
        if (party.country() != null) {
            words.add("Country: " + party.country());
        }
        if (!words.isEmpty()) {
            identity.put("description", String.join("\n", words));
        }
        if (party.address() != null) {
            identity.put("contact_information", party.address());
        }
        return identity;
    }

    private ObjectNode item(BulletinItem item, String name) {
        ObjectNode infrastructure = own("infrastructure", item.controlCode() + ":" + name);
        infrastructure.put("name", name);
        infrastructure.putArray("infrastructure_types").add("unknown");
        if (item.controlCode() != null) {
            infrastructure
                    .putArray("external_references")
                    .addObject()
                    .put("source_name", "control-list")
                    .put("external_id", item.controlCode());
        }
        return infrastructure;
    }

    private static ObjectNode country(StateCode country) {
        return object("location", StixId.of("location", country.value()), OF_OLD, OF_OLD)
                .put("name", name(country))
                .put("country", country.value());
    }

    /** What came in as the report of this draft goes out under its own identifier, with what the desk has made of it. */
    private ObjectNode report(List<ObjectNode> given) {
        ObjectNode report = given.stream()
                .filter(StixBulletin::isReport)
                .findFirst()
                .map(ObjectNode::deepCopy)
                .orElseGet(() -> own("report", "bulletin").put("id", StixId.of("report", id.toString())));
        report.put("created_by_ref", stateId(originator)).put("modified", StixTime.of(changedAt));
        report.remove("revoked");
        if (StixTime.read(report.path("created").asText())
                .filter(changedAt::isBefore)
                .isPresent()) {
            report.put("created", StixTime.of(changedAt));
        }
        mark(report);
        report.put("name", content.headline() == null ? ref : content.headline());
        String words = String.join(
                "\n\n",
                Stream.of(content.summary(), content.body())
                        .filter(Objects::nonNull)
                        .toList());
        if (!words.isEmpty()) {
            report.put("description", words);
        }
        report.put("published", StixTime.of(publishedAt));
        if (!report.has("report_types")) {
            report.putArray("report_types").add("threat-report");
        }
        labels(report);
        references(report);
        confidence(report);
        return report;
    }

    private void labels(ObjectNode report) {
        List<String> labels = Stream.of(
                        Stream.ofNullable(content.bulletinClass()),
                        content.themes().stream(),
                        content.misuseTypes().stream())
                .flatMap(codes -> codes.map(code -> StixLabels.of((Enum<?>) code)))
                .toList();
        if (!labels.isEmpty()) {
            ArrayNode list = report.putArray("labels");
            labels.forEach(list::add);
        }
    }

    private void references(ObjectNode report) {
        ArrayNode references = report.withArray("external_references");
        references.addObject().put("source_name", "comity").put("external_id", ref);
        for (Evidence evidence : content.evidence()) {
            ObjectNode reference = references.addObject().put("source_name", evidence.kind());
            if (evidence.url() == null) {
                reference.put("description", "SHA-256 " + evidence.sha256());
            } else {
                reference.put("url", evidence.url()).putObject("hashes").put("SHA-256", evidence.sha256());
            }
        }
        attachments(references);
    }

    /** An attachment is named, and its content is nowhere: it is downloaded from the bulletin, by who reads that. */
    private void attachments(ArrayNode references) {
        for (Attachment file : content.attachments()) {
            references
                    .addObject()
                    .put("source_name", "comity-attachment")
                    .put("external_id", file.id().toString())
                    .put(
                            "description",
                            "%s, %s, %d bytes, SHA-256 %s"
                                    .formatted(file.name(), file.type(), file.size(), file.sha256()));
        }
    }

    private void confidence(ObjectNode report) {
        Integer credibility = content.credibility();
        if (credibility != null && credibility <= CREDIBILITY.size()) {
            report.put("confidence", CREDIBILITY.get(credibility - 1));
        } else if (content.confidence() != null) {
            report.put("confidence", CONFIDENCE.get(content.confidence().ordinal()));
        }
    }

    private ObjectNode note(String reason, String report) {
        ObjectNode note = own("note", "ended").put("content", reason);
        note.putArray("object_refs").add(report);
        return note;
    }

    /** What a state said of it, for all readers. */
    List<Part> opinion(StateComment comment, String report) {
        ObjectNode opinion = answer("opinion", comment.state(), comment.saidAt());
        opinion.put(
                "opinion",
                switch (comment.kind()) {
                    case CONFIRM, CORROBORATE -> "agree";
                    case DENY, DISPUTE -> "disagree";
                    case NO_COMMENT -> "neutral";
                });
        if (comment.text() != null) {
            opinion.put("explanation", comment.text());
        }
        opinion.putArray("authors").add(name(comment.state()));
        opinion.putArray("object_refs").add(report);
        return List.of(new Part(state(comment.state()), true), new Part(opinion, false));
    }

    /** That a state acted on it, for that state and the originator. */
    List<Part> sighting(StateSighting seen, String report) {
        ObjectNode sighting = answer("sighting", seen.state(), seen.saidAt());
        sighting.put("description", seen.actionTaken()).put("sighting_of_ref", report);
        sighting.putArray("where_sighted_refs").add(stateId(seen.state()));
        return List.of(new Part(state(seen.state()), true), new Part(sighting, false));
    }

    private ObjectNode answer(String type, StateCode state, Instant at) {
        ObjectNode object = object(type, StixId.of(type, id + ":" + state), StixTime.of(publishedAt), StixTime.of(at));
        object.put("created_by_ref", stateId(state));
        mark(object);
        return object;
    }
}
