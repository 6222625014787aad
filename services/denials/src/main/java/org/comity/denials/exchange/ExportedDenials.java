package org.comity.denials.exchange;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.comity.denials.content.DeniedItem;
import org.comity.denials.content.EntityType;
import org.comity.denials.content.NoDuty;
import org.comity.denials.content.Party;
import org.comity.denials.denial.DenialView;

/**
 * Denials as a file. A file of rows has the columns that an import reads, and what else a reader needs after them; no
 * file holds a natural person, a party or an official.
 */
@Singleton
class ExportedDenials {

    private static final String NOTICE = ExportColumn.NOTICE.header();

    /** Who worked on a denial; their own desk reads it in the portal, and nobody in a file. */
    private static final List<String> OFFICIALS = List.of("createdBy", "submittedBy", "approvedBy");

    /** Each row repeats the narratives of its denial, so that a few large denials make a file without end; for JSON they are bytes. */
    private static final long MOST_CHARACTERS = 20_000_000;

    private final ObjectMapper json;

    ExportedDenials(ObjectMapper json) {
        this.json = json;
    }

    /** A file that is being written. */
    interface Writing {

        /**
         * Writes a denial.
         *
         * @throws org.comity.kernel.problem.ProblemException 422 where that makes too large a file
         */
        void add(DenialView view);

        /** The file. */
        byte[] done();
    }

    /** A file with a row for each party and item. */
    Writing rows(FileFormat format) {
        List<String> headings = new ArrayList<>();
        Arrays.stream(Column.values()).map(Column::header).forEach(headings::add);
        ExportColumn.EXPORTED.stream().map(ExportColumn::header).forEach(headings::add);
        List<List<String>> lines = new ArrayList<>();
        return new Writing() {

            private long characters;

            @Override
            public void add(DenialView view) {
                String reason = ExportedRow.reason(view);
                for (Optional<Party> party : orNone(view.content().parties())) {
                    for (Optional<DeniedItem> item : orNone(view.content().items())) {
                        List<String> line = line(new ExportedRow(view, reason, party, item));
                        characters += line.stream().mapToLong(String::length).sum();
                        refuseTooLarge(characters);
                        lines.add(line);
                    }
                }
            }

            @Override
            public byte[] done() {
                if (lines.isEmpty() && format == FileFormat.CSV) {
                    lines.add(noticeAlone(headings));
                }
                return FileWriter.file(headings, lines, format);
            }
        };
    }

    private static void refuseTooLarge(long size) {
        if (size > MOST_CHARACTERS) {
            throw ImportProblem.TOO_MANY_RECORDS.because("The file would be too large. Filter the list.");
        }
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

    private static List<String> line(ExportedRow row) {
        return Stream.concat(
                        Arrays.stream(Column.values()).map(column -> column.of(row)),
                        ExportColumn.EXPORTED.stream().map(column -> column.of(row.denial())))
                .toList();
    }

    /** A file of the views that the API gives, without natural persons: neither parties nor officials. */
    Writing json() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        JsonGenerator generator = json.createGenerator(file);
        generator.writeStartObject();
        generator.writeArrayFieldStart("items");
        return new Writing() {

            @Override
            public void add(DenialView view) {
                ObjectNode denial = json.valueToTree(view);
                denial.remove(OFFICIALS);
                for (JsonNode content : List.of(denial, denial.path("amendment").path("content"))) {
                    withoutPersons(content);
                }
                try {
                    generator.writeTree(denial);
                    generator.flush();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                refuseTooLarge(file.size());
            }

            @Override
            public byte[] done() {
                try (generator) {
                    generator.writeEndArray();
                    generator.writeStringField(NOTICE, NoDuty.ANY);
                    generator.writeEndObject();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                return file.toByteArray();
            }
        };
    }

    private static void withoutPersons(JsonNode content) {
        for (JsonNode party : content.path("parties")) {
            if (party.path("isNaturalPerson").asBoolean()
                    || EntityType.INDIVIDUAL
                            .name()
                            .equals(party.path("entityType").asText())) {
                ((ObjectNode) party)
                        .retain("role", "isNaturalPerson", "entityType")
                        .put("name", ExportedRow.PERSON);
            }
        }
    }
}
