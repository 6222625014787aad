package org.comity.denials.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.comity.denials.content.DeniedItem;
import org.comity.denials.content.EntityType;
import org.comity.denials.content.Identifier;
import org.comity.denials.content.NoDuty;
import org.comity.denials.content.Party;
import org.comity.denials.content.Reason;
import org.comity.denials.denial.DenialView;
import org.comity.denials.person.PersonVault;
import org.jspecify.annotations.Nullable;

/**
 * Denials as a file. A file of rows has the columns that an import reads, and what else a reader needs after them; no
 * file holds a natural person, a party or an official.
 */
@Singleton
class ExportedDenials {

    private static final String NOTICE = "notice";

    private static final List<String> MORE = List.of(
            "ref",
            "originator_state",
            "status",
            "version",
            "kind",
            "basis",
            "decision_date",
            "notified_date",
            "review_due",
            "destination_state",
            "tlp",
            "caveats",
            "withheld",
            NOTICE);
    /** What stands in a file in the place of a natural person's name. */
    static final String PERSON = "[natural person]";

    /** Who worked on a denial; their own desk reads it in the portal, and nobody in a file. */
    private static final List<String> OFFICIALS = List.of("createdBy", "submittedBy", "approvedBy");

    /** Each row repeats the narratives of its denial, so that a few large denials make a file without end. */
    private static final long MOST_CHARACTERS = 20_000_000;

    private final ObjectMapper json;

    ExportedDenials(ObjectMapper json) {
        this.json = json;
    }

    /**
     * A row for each party and item.
     *
     * @throws org.comity.kernel.problem.ProblemException 422 where that makes too large a file
     */
    byte[] file(List<DenialView> views, FileFormat format) {
        List<String> headings = new ArrayList<>();
        for (Column column : Column.values()) {
            headings.add(column.header());
        }
        headings.addAll(MORE);
        List<List<String>> lines = new ArrayList<>();
        long characters = 0;
        for (DenialView view : views) {
            String reason = reason(view);
            for (Optional<Party> party : orNone(view.parties())) {
                for (Optional<DeniedItem> item : orNone(view.items())) {
                    List<String> line = line(view, party, item, reason);
                    characters += line.stream().mapToLong(String::length).sum();
                    if (characters > MOST_CHARACTERS) {
                        throw ImportProblem.TOO_MANY_RECORDS.because(
                                "The file would be too large. Filter the list, or take it as JSON.");
                    }
                    lines.add(line);
                }
            }
        }
        if (lines.isEmpty() && format == FileFormat.CSV) {
            lines.add(noticeAlone(headings));
        }
        return FileWriter.file(headings, lines, format);
    }

    /** A file without denials says it, too; an import passes such a row over. */
    private static List<String> noticeAlone(List<String> headings) {
        return headings.stream()
                .map(heading -> heading.equals(NOTICE) ? NoDuty.ANY : "")
                .toList();
    }

    private static <T> List<Optional<T>> orNone(List<T> values) {
        return values.isEmpty()
                ? List.of(Optional.empty())
                : values.stream().map(Optional::of).toList();
    }

    private static String reason(DenialView view) {
        return view.reasons().stream()
                .map(ExportedDenials::text)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    private static List<String> line(DenialView view, Optional<Party> party, Optional<DeniedItem> item, String reason) {
        Optional<Party> named = party.filter(it -> !PersonVault.isPerson(it));
        return List.of(
                view.nationalRef() == null ? view.ref() : view.nationalRef(),
                named.stream()
                        .flatMap(it -> it.identifiers().stream())
                        .filter(id -> id.type().equals(Column.REGIME_REG_REF.header()))
                        .map(Identifier::value)
                        .findFirst()
                        .orElse(""),
                party.map(it -> PersonVault.isPerson(it) ? PERSON : it.name()).orElse(""),
                named.map(Party::address).orElse(""),
                view.originatorState().value(),
                named.map(Party::country).map(Object::toString).orElse(""),
                item.map(DeniedItem::controlCode).orElse(""),
                item.map(DeniedItem::description).orElse(""),
                text(view.statedEndUse()),
                reason,
                party.map(it -> it.role().name().toLowerCase(Locale.ROOT)).orElse(""),
                party.map(it -> PersonVault.isPerson(it) ? FileRow.YES : FileRow.NO)
                        .orElse(""),
                view.ref(),
                view.originatorState().value(),
                text(view.status()),
                String.valueOf(view.version()),
                text(view.kind()),
                text(view.basis()),
                text(view.decisionDate()),
                text(view.notifiedDate()),
                text(view.reviewDue()),
                text(view.destinationState()),
                view.tlp().name(),
                String.join("; ", view.caveats()),
                view.withheld().stream()
                        .map(withheld -> withheld.field() + ": " + withheld.ground())
                        .collect(Collectors.joining("; ")),
                view.notice());
    }

    private static String text(Reason reason) {
        return reason.narrative() != null ? reason.narrative() : text(reason.tearline());
    }

    private static String text(@Nullable Object value) {
        return Objects.toString(value, "");
    }

    /** The views that the API gives, without natural persons: neither parties nor officials. */
    byte[] json(List<DenialView> views) throws JsonProcessingException {
        ObjectNode file = json.createObjectNode();
        ArrayNode items = file.putArray("items");
        for (DenialView view : views) {
            ObjectNode denial = json.valueToTree(view);
            denial.remove(OFFICIALS);
            for (JsonNode content : List.of(denial, denial.path("amendment").path("content"))) {
                withoutPersons(content);
            }
            items.add(denial);
        }
        file.put(NOTICE, NoDuty.ANY);
        return json.writeValueAsBytes(file);
    }

    private static void withoutPersons(JsonNode content) {
        for (JsonNode party : content.path("parties")) {
            if (party.path("isNaturalPerson").asBoolean()
                    || EntityType.INDIVIDUAL
                            .name()
                            .equals(party.path("entityType").asText())) {
                ((ObjectNode) party)
                        .retain("role", "isNaturalPerson", "entityType")
                        .put("name", PERSON);
            }
        }
    }
}
