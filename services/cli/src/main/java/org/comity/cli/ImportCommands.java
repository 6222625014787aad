package org.comity.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Imports files of denials. */
@Command(name = "import", description = "Denials in files: CSV or XLSX, at most 10,000 rows.")
final class ImportCommands {

    private static final List<Output.Column> LINE = List.of(
            new Output.Column("FILE", "/fileName"),
            new Output.Column("STATUS", "/status"),
            new Output.Column("DENIALS", "/denials"),
            new Output.Column("RECEIVED", "/createdAt"),
            new Output.Column("ID", "/id"));
    private static final List<Output.Column> RECORD = List.of(
            new Output.Column("Id", "/id"),
            new Output.Column("File", "/fileName"),
            new Output.Column("Status", "/status"),
            new Output.Column("Rows", "/rows"),
            new Output.Column("Denials", "/denials"),
            new Output.Column("New", "/changes/new"),
            new Output.Column("Changed", "/changes/changed"),
            new Output.Column("Unchanged", "/changes/unchanged"));

    private final Surroundings around;
    private final Denials denials;

    ImportCommands(Surroundings around, Denials denials) {
        this.around = around;
        this.denials = denials;
    }

    /** What the file does not say, and is asked once. */
    static final class Settings {

        @Option(names = "--kind", required = true, description = "Such as REFUSAL.")
        private String kind = "";

        @Option(names = "--decision-date", required = true, description = "Such as 2026-03-31.")
        private String decisionDate = "";

        @Option(names = "--basis", required = true, description = "Such as LISTED.")
        private String basis = "";

        @Option(
                names = "--country-means",
                required = true,
                description = "What a row's country is: PARTY or DESTINATION.")
        private String countryMeans = "";

        @Option(names = "--criterion", description = "Of each reason; OTHER if not said.")
        private @Nullable String criterion;

        @Option(names = "--control-list", description = "That the entries belong to, such as EU_ANNEX_I.")
        private @Nullable String controlList;

        @Option(names = "--tlp", description = "The label; AMBER if not said.")
        private @Nullable String tlp;

        @Option(names = "--use", description = "A permitted use, such as LICENSING; several times if several.")
        private List<String> uses = List.of();

        @Option(
                names = "--release",
                description = "A state to release to, or ALL; several times if several. Nobody if not said.")
        private List<String> release = List.of();

        JsonNode json() {
            ObjectNode settings = Http.JSON
                    .createObjectNode()
                    .put("kind", kind)
                    .put("decisionDate", decisionDate)
                    .put("basis", basis)
                    .put("countryMeans", countryMeans);
            put(settings, "criterion", criterion);
            put(settings, "controlList", controlList);
            put(settings, "tlp", tlp);
            if (!uses.isEmpty()) {
                ArrayNode permitted = settings.putArray("permittedUse");
                uses.forEach(permitted::add);
            }
            if (release.size() == 1 && release.getFirst().equalsIgnoreCase("ALL")) {
                settings.putObject("releasability").put("mode", "ALL");
            } else if (!release.isEmpty()) {
                ArrayNode states =
                        settings.putObject("releasability").put("mode", "LIST").putArray("states");
                release.forEach(state -> states.add(Names.state(state)));
            }
            return settings;
        }

        private static void put(ObjectNode settings, String name, @Nullable String value) {
            if (value != null) {
                settings.put(name, value);
            }
        }
    }

    @Command(name = "check", description = "Checks a file: what is new, and every fault by row and column.")
    int check(@Parameters(paramLabel = "FILE") Path file, @Mixin Settings settings, @Mixin Output output) {
        JsonNode checked = denials.upload(file, settings.json());
        output.show(around, checked, RECORD);
        for (JsonNode fault : checked.path("faults")) {
            around.err()
                    .printf(
                            "row %s, %s: %s%n",
                            fault.path("row").asText(),
                            fault.path("column").asText(),
                            fault.path("detail").asText());
        }
        return checked.path("faults").isEmpty() ? ExitCode.DONE : ExitCode.REFUSED;
    }

    @Command(name = "list", description = "Lists the files of your state.")
    int list(@Mixin Output output) {
        output.table(around, denials.list("/imports?limit=100"), LINE);
        return ExitCode.DONE;
    }

    @Command(name = "show", description = "Shows one file, and how far it is.")
    int show(@Parameters(paramLabel = "ID") String id, @Mixin Output output) {
        output.show(around, denials.read("/imports/" + Names.id(id)), RECORD);
        return ExitCode.DONE;
    }

    @Command(name = "apply", description = "Makes drafts of a checked file, all or none, and waits for it.")
    int apply(@Parameters(paramLabel = "ID") String id, @Mixin Output output) {
        return step(id, "apply", "APPLIED", output);
    }

    @Command(name = "submit", description = "Submits all denials of a file, and waits for it.")
    int submit(@Parameters(paramLabel = "ID") String id, @Mixin Output output) {
        return step(id, "submit", "SUBMITTED", output);
    }

    @Command(name = "approve", description = "Approves all denials of a file, as another person than who submitted.")
    int approve(@Parameters(paramLabel = "ID") String id, @Mixin Output output) {
        return step(id, "approve", "APPROVED", output);
    }

    private int step(String id, String verb, String done, Output output) {
        String path = "/imports/" + Names.id(id);
        denials.step(path, verb, "{}");
        JsonNode now = denials.awaited(path);
        output.show(around, now, RECORD);
        for (JsonNode fault : now.path("failure")) {
            around.err()
                    .printf(
                            "%s: %s%n",
                            fault.path("pointer").asText(), fault.path("detail").asText());
        }
        return now.path("status").asText().equals(done) ? ExitCode.DONE : ExitCode.REFUSED;
    }

    @Command(name = "annotated", description = "Saves a faulty file with what is wrong beside each row.")
    int annotated(
            @Parameters(paramLabel = "ID") String id,
            @Option(names = "--out", required = true, description = "The file.") Path out,
            @Option(names = "--force", description = "Write over a file that is there.") boolean force) {
        Output.save(around, denials.download("/imports/" + Names.id(id) + "/annotated"), out, force);
        return ExitCode.DONE;
    }
}
