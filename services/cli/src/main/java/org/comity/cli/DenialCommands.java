package org.comity.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Reads denials.
 *
 * <p>Rules: R-228.
 */
@Command(name = "denials", mixinStandardHelpOptions = true, description = "Denials that you may see.")
final class DenialCommands {

    private static final String NAMED = "Its id, or its reference, such as DN-NL-2026-7KQ4M2.";

    private static final Layout LAYOUT = new Layout(
            List.of(
                    new Layout.Column("REFERENCE", "/ref"),
                    new Layout.Column("STATUS", "/status"),
                    new Layout.Column("STATE", "/originatorState"),
                    new Layout.Column("DESTINATION", "/destinationState"),
                    new Layout.Column("ENTRIES", "/controlCodes", "items"),
                    new Layout.Column("DECIDED", "/decisionDate"),
                    new Layout.Column("ID", "/id")),
            DenialCommands::lines,
            "A denial creates no duty to deny.");

    /** What a format is answered in. */
    private static final Map<String, String> MEDIA_TYPES =
            Map.of("csv", MediaTypes.CSV, "xlsx", MediaTypes.WORKBOOK, "json", Answer.JSON);

    private final Surroundings around;
    private final Denials denials;

    DenialCommands(Surroundings around, Denials denials) {
        this.around = around;
        this.denials = denials;
    }

    /** The filters of a list. */
    static final class Filters {

        @Option(names = "--status", description = "One or several statuses, such as NOTIFIED.")
        private List<String> statuses = List.of();

        @Option(names = "--item", description = "A control-list entry; its sub-entries count too.")
        private @Nullable String item;

        @Option(names = "--destination", description = "A state, such as KZ.")
        private @Nullable String destination;

        @Option(names = "--originator", description = "A state, such as NL.")
        private @Nullable String originator;

        Map<String, List<String>> parameters() {
            Map<String, List<String>> parameters = new LinkedHashMap<>();
            parameters.put("status", statuses);
            put(parameters, "item", item);
            put(parameters, "destination", destination);
            put(parameters, "originator", originator);
            return parameters;
        }

        private static void put(Map<String, List<String>> parameters, String name, @Nullable String value) {
            parameters.put(name, value == null ? List.of() : List.of(value));
        }
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists denials, newest first.")
    int list(@Mixin Filters filters, @Mixin Output output) {
        Map<String, List<String>> parameters = filters.parameters();
        parameters.put("limit", List.of("100"));
        output.table(around, denials.list("/denials" + Denials.query(parameters)), LAYOUT);
        return ExitCode.DONE;
    }

    @Command(name = "show", mixinStandardHelpOptions = true, description = "Shows one denial, as you may see it.")
    int show(@Parameters(paramLabel = "ID", description = NAMED) String id, @Mixin Output output) {
        output.show(around, denials.read(denials.denial(id)), LAYOUT);
        return ExitCode.DONE;
    }

    private static List<Layout.Line> lines(JsonNode denial) {
        return new Lines(denial)
                .field("Id", "/id")
                .field("Reference", "/ref")
                .field("Notice", "/notice")
                .field("Label", "/tlp")
                .field("Status", "/status")
                .field("Originator", "/originatorState")
                .field("Kind", "/kind")
                .field("Basis", "/basis")
                .field("Decided", "/decisionDate")
                .field("Notified", "/notifiedDate")
                .field("Destination", "/destinationState")
                .field("Transit", "/transitStates")
                .each("Item", "/items", Lines::item)
                .each("Party", "/parties", Lines::party)
                .field("End-use, stated", "/statedEndUse")
                .field("End-use, assessed", "/assessedEndUse")
                .each("Reason", "/reasons", DenialCommands::reason)
                .each(
                        "Withheld",
                        "/withheld",
                        field -> Lines.joined(Lines.field(field, "field"), Lines.aside(Lines.field(field, "ground"))))
                .text("Released to", Lines.release(denial.path("releasability")))
                .field("Permitted use", "/permittedUse")
                .each("Caveat", "/caveats", Lines::text)
                .field("Contact", "/contact")
                .field("Review due", "/reviewDue")
                .field("Suspension ends", "/suspensionEndsOn")
                .field("Final assessment", "/finalAssessment")
                .field("Revoked because", "/revocationReason")
                .all();
    }

    private static String reason(JsonNode reason) {
        return Lines.joined(
                Lines.field(reason, "criterion"),
                Lines.aside(Lines.field(reason, "misuseTypes")),
                Lines.field(reason, "narrative"));
    }

    @Command(
            name = "discard",
            mixinStandardHelpOptions = true,
            description = "Throws away a draft that never went out, or a proposal; what is in force stays.")
    int discard(
            @Parameters(paramLabel = "ID", description = NAMED) String id,
            @Mixin ReadVersion.Required read,
            @Mixin Output output) {
        denials.discard(denials.denial(id), read.tag())
                .ifPresentOrElse(left -> output.show(around, left, LAYOUT), () -> around.err()
                        .println("It is thrown away."));
        return ExitCode.DONE;
    }

    @Command(
            name = "export",
            mixinStandardHelpOptions = true,
            description = "Saves the list as a file; at most 5,000 denials, no natural persons.")
    int export(
            @Mixin Filters filters,
            @Option(names = "--format", defaultValue = "csv", description = "csv, xlsx or json; csv if not said.")
                    String format,
            @Mixin Target target) {
        String mediaType = MEDIA_TYPES.get(format.toLowerCase(Locale.ROOT));
        if (mediaType == null) {
            throw new Failure(ExitCode.USAGE, "A format is csv, xlsx or json.");
        }
        target.require(around, mediaType.equals(MediaTypes.WORKBOOK));
        Map<String, List<String>> parameters = filters.parameters();
        parameters.put("format", List.of(format.toLowerCase(Locale.ROOT)));
        target.write(around, denials.download("/exports" + Denials.query(parameters), Set.of(mediaType)));
        around.err().println(LAYOUT.notice());
        return ExitCode.DONE;
    }

    @Command(
            name = "document",
            mixinStandardHelpOptions = true,
            description = "Saves one denial as a PDF. Its originator learns that your state read it.")
    int document(@Parameters(paramLabel = "ID", description = NAMED) String id, @Mixin Target target) {
        target.require(around, true);
        target.write(around, denials.download(denials.denial(id) + "/document", Set.of(MediaTypes.PDF)));
        around.err().println(LAYOUT.notice());
        return ExitCode.DONE;
    }
}
