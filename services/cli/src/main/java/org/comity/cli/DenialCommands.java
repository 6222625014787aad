package org.comity.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Reads denials. */
@Command(name = "denials", description = "Denials that you may see.")
final class DenialCommands {

    private static final List<Output.Column> LINE = List.of(
            new Output.Column("REFERENCE", "/ref"),
            new Output.Column("STATUS", "/status"),
            new Output.Column("STATE", "/originatorState"),
            new Output.Column("DESTINATION", "/destinationState"),
            new Output.Column("ENTRIES", "/controlCodes"),
            new Output.Column("DECIDED", "/decisionDate"),
            new Output.Column("ID", "/id"));
    private static final List<Output.Column> RECORD = List.of(
            new Output.Column("Reference", "/ref"),
            new Output.Column("Notice", "/notice"),
            new Output.Column("Label", "/tlp"),
            new Output.Column("Status", "/status"),
            new Output.Column("Originator", "/originatorState"),
            new Output.Column("Kind", "/kind"),
            new Output.Column("Decided", "/decisionDate"),
            new Output.Column("Notified", "/notifiedDate"),
            new Output.Column("Destination", "/destinationState"),
            new Output.Column("Entry", "/items/0/controlCode"),
            new Output.Column("Item", "/items/0/description"),
            new Output.Column("Party", "/parties/0/name"),
            new Output.Column("Review due", "/reviewDue"));

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

    @Command(name = "list", description = "Lists denials, newest first.")
    int list(@Mixin Filters filters, @Mixin Output output) {
        Map<String, List<String>> parameters = filters.parameters();
        parameters.put("limit", List.of("100"));
        output.table(around, denials.list("/denials" + Denials.query(parameters)), LINE);
        return ExitCode.DONE;
    }

    @Command(name = "show", description = "Shows one denial.")
    int show(@Parameters(paramLabel = "ID") String id, @Mixin Output output) {
        output.show(around, denials.read("/denials/" + Names.id(id)), RECORD);
        return ExitCode.DONE;
    }

    @Command(name = "export", description = "Saves the list as a file; at most 5,000 denials, no natural persons.")
    int export(
            @Mixin Filters filters,
            @Option(names = "--format", defaultValue = "csv", description = "csv, xlsx or json; csv if not said.")
                    String format,
            @Option(names = "--out", description = "The file; standard output if not said.") @Nullable Path out,
            @Option(names = "--force", description = "Write over a file that is there.") boolean force) {
        Map<String, List<String>> parameters = filters.parameters();
        parameters.put("format", List.of(format));
        Output.save(around, denials.download("/exports" + Denials.query(parameters)), out, force);
        return ExitCode.DONE;
    }

    @Command(name = "document", description = "Saves one denial as a PDF.")
    int document(
            @Parameters(paramLabel = "ID") String id,
            @Option(names = "--out", required = true, description = "The file.") Path out,
            @Option(names = "--force", description = "Write over a file that is there.") boolean force) {
        Output.save(around, denials.download("/denials/" + Names.id(id) + "/document"), out, force);
        return ExitCode.DONE;
    }
}
