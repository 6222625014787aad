package org.comity.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Imports files of denials. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = "Denials in files: CSV or XLSX, at most 10,000 rows.")
final class ImportCommands {

    private static final Layout LAYOUT = new Layout(
            List.of(
                    new Layout.Column("FILE", "/fileName"),
                    new Layout.Column("STATUS", "/status"),
                    new Layout.Column("DENIALS", "/denials"),
                    new Layout.Column("RECEIVED", "/createdAt"),
                    new Layout.Column("ID", "/id")),
            ImportCommands::lines,
            "A denial creates no duty to deny.");

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

        @Option(names = "--suspension-ends-on", description = "Of a SUSPENSION, which is not complete without it.")
        private @Nullable String suspensionEndsOn;

        @Option(
                names = "--release",
                description = "A state to release to, ALL, or NOBODY; several times if several. There is no default.")
        private List<String> release = List.of();

        @Option(
                names = "--regime",
                description =
                        "The regime that it was learned in, such as WA; to its members, where no --release is said.")
        private @Nullable String regime;

        @Option(
                names = "--provenance",
                description =
                        "Where your state has it from: OWN, REGIME_DERIVED, PARTNER or OPEN_SOURCE. With --regime,"
                                + " REGIME_DERIVED if not said; OWN releases own decisions to the members of the regime.")
        private @Nullable String provenance;

        @Option(names = "--exclude", description = "A state not to release to; several times if several.")
        private List<String> excluded = List.of();

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
            put(settings, "provenance", provenance == null && regime != null ? "REGIME_DERIVED" : provenance);
            if (!uses.isEmpty()) {
                ArrayNode permitted = settings.putArray("permittedUse");
                uses.forEach(permitted::add);
            }
            put(settings, "suspensionEndsOn", suspensionEndsOn);
            releasability(settings);
            return settings;
        }

        /** Says to whom the file is released, where the command says anything of it. */
        private void releasability(ObjectNode settings) {
            if (release.isEmpty() && regime == null) {
                if (!excluded.isEmpty()) {
                    throw new Failure(
                            ExitCode.USAGE, "--exclude leaves out of --release or --regime. Say one of them.");
                }
                return;
            }
            ObjectNode releasability = settings.putObject("releasability");
            if (release.isEmpty()) {
                releasability.put("mode", "REGIME");
            } else if (release.size() == 1 && release.getFirst().equalsIgnoreCase("ALL")) {
                releasability.put("mode", "ALL");
            } else if (release.size() == 1 && release.getFirst().equalsIgnoreCase("NOBODY")) {
                releasability.put("mode", "ORIGINATOR_ONLY");
            } else {
                states(releasability.put("mode", "LIST").putArray("states"), release);
            }
            put(releasability, "regime", regime == null ? null : regime.toUpperCase(Locale.ROOT));
            if (!excluded.isEmpty()) {
                states(releasability.putArray("excluded"), excluded);
            }
        }

        private static void states(ArrayNode array, List<String> states) {
            states.forEach(state -> array.add(Names.state(state)));
        }

        private static void put(ObjectNode settings, String name, @Nullable String value) {
            if (value != null) {
                settings.put(name, value);
            }
        }
    }

    private static List<Layout.Line> lines(JsonNode one) {
        return new Lines(one)
                .field("Id", "/id")
                .field("File", "/fileName")
                .field("Status", "/status")
                .field("Rows", "/rows")
                .field("Denials", "/denials")
                .field("New", "/changes/new")
                .field("Changed", "/changes/changed")
                .field("Unchanged", "/changes/unchanged")
                .field("Kind", "/settings/kind")
                .field("Decided", "/settings/decisionDate")
                .field("Basis", "/settings/basis")
                .field("Suspension ends", "/settings/suspensionEndsOn")
                .field("Label", "/settings/tlp")
                .field("Permitted use", "/settings/permittedUse")
                .field("Where it comes from", "/settings/provenance")
                .text("To be released to", Lines.release(one.at("/settings/releasability")))
                .field("Sent back because", "/returnedBecause")
                .text("Broken off", one.path("interrupted").asBoolean() ? "yes; give the last command again" : "")
                .all();
    }

    @Command(
            name = "check",
            mixinStandardHelpOptions = true,
            description = "Checks a file: what is new, and every fault by row and column.")
    int check(@Parameters(paramLabel = "FILE") Path file, @Mixin Settings settings, @Mixin Output output) {
        JsonNode wanted = settings.json();
        around.err().println(Output.printable("Checking " + file.getFileName() + ", which may take some seconds."));
        Answer answer = denials.upload(file, wanted);
        output.show(around, answer, LAYOUT);
        JsonNode faults = answer.json().path("faults");
        for (JsonNode fault : faults) {
            say("row " + Lines.field(fault, "row") + ", " + Lines.field(fault, "column"), fault);
        }
        int more = answer.json().path("faultCount").asInt() - faults.size();
        if (more > 0) {
            around.err().println("and " + more + " more faults. Correct these, and check the file again.");
        }
        return faults.isEmpty() ? ExitCode.DONE : ExitCode.REFUSED;
    }

    private void say(String where, JsonNode fault) {
        around.err().println(Output.printable(where + ": " + Lines.field(fault, "detail")));
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists the files of your state.")
    int list(@Mixin Output output) {
        output.table(around, denials.list("/imports?limit=100"), LAYOUT);
        return ExitCode.DONE;
    }

    @Command(
            name = "show",
            mixinStandardHelpOptions = true,
            description = "Shows one file, what is asked once for it, and how far it is.")
    int show(@Parameters(paramLabel = "ID") String id, @Mixin Output output) {
        output.show(around, denials.read(path(id)), LAYOUT);
        return ExitCode.DONE;
    }

    @Command(
            name = "apply",
            mixinStandardHelpOptions = true,
            description = "Makes drafts of a checked file, all or none, and waits for it.")
    int apply(@Parameters(paramLabel = "ID") String id, @Mixin ReadVersion.Optional read, @Mixin Output output) {
        return step(id, "apply", read.tag(), "APPLIED", output);
    }

    @Command(
            name = "submit",
            mixinStandardHelpOptions = true,
            description = "Submits all denials of a file, and waits for it.")
    int submit(@Parameters(paramLabel = "ID") String id, @Mixin ReadVersion.Optional read, @Mixin Output output) {
        return step(id, "submit", read.tag(), "SUBMITTED", output);
    }

    @Command(
            name = "approve",
            mixinStandardHelpOptions = true,
            description = "Approves all denials of a file, as another person than who submitted.")
    int approve(@Parameters(paramLabel = "ID") String id, @Mixin ReadVersion.Required read, @Mixin Output output) {
        return step(id, "approve", read.tag(), "APPROVED", output);
    }

    @Command(
            name = "return",
            mixinStandardHelpOptions = true,
            description = "Sends back all that was submitted with a file and still waits, all or none.")
    int sendBack(
            @Parameters(paramLabel = "ID") String id,
            @Option(names = "--reason", required = true, description = "Why.") String reason,
            @Mixin ReadVersion.Optional read,
            @Mixin Output output) {
        String said = Http.JSON.createObjectNode().put("reason", reason).toString();
        return step(id, "return", read.tag(), said, "APPLIED", output);
    }

    @Command(
            name = "discard",
            mixinStandardHelpOptions = true,
            description = "Throws away a file and the drafts that it made and that nobody touched since.")
    int discard(@Parameters(paramLabel = "ID") String id, @Mixin ReadVersion.Required read, @Mixin Output output) {
        int end = step(id, "discard", read.tag(), "DISCARDED", output);
        for (JsonNode record : denials.read(path(id) + "/records").json().path("items")) {
            if (record.path("passedOver").asBoolean()) {
                around.err().println(Output.printable(Lines.field(record, "reference") + ": stays."));
            }
        }
        return end;
    }

    private int step(String id, String verb, @Nullable String tag, String done, Output output) {
        return step(id, verb, tag, "{}", done, output);
    }

    private int step(String id, String verb, @Nullable String tag, String said, String done, Output output) {
        denials.step(path(id), verb, tag, said);
        Answer answer = denials.awaited(path(id));
        JsonNode now = answer.json();
        output.show(around, answer, LAYOUT);
        for (JsonNode fault : now.path("failure")) {
            say(Lines.field(fault, "pointer"), fault);
        }
        return now.path("status").asText().equals(done) ? ExitCode.DONE : ExitCode.REFUSED;
    }

    @Command(
            name = "annotated",
            mixinStandardHelpOptions = true,
            description = "Saves a faulty file with what is wrong beside each row.")
    int annotated(@Parameters(paramLabel = "ID") String id, @Mixin Target target) {
        target.require(around, true);
        target.write(around, denials.download(path(id) + "/annotated", Set.of(MediaTypes.CSV, MediaTypes.WORKBOOK)));
        return ExitCode.DONE;
    }

    private static String path(String id) {
        return "/imports/" + Names.id(id);
    }
}
