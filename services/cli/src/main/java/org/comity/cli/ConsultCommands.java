package org.comity.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Consults other states, and answers them. */
@Command(
        name = "consult",
        description = "Consultations. None of them blocks a decision, and no answer creates a duty to deny.")
final class ConsultCommands {

    private static final List<Output.Column> LINE = List.of(
            new Output.Column("REFERENCE", "/ref"),
            new Output.Column("STATUS", "/status"),
            new Output.Column("ROLE", "/role"),
            new Output.Column("ASKED BY", "/requestingState"),
            new Output.Column("DUE", "/dueAt"),
            new Output.Column("ID", "/id"));
    private static final List<Output.Column> RECORD = List.of(
            new Output.Column("Id", "/id"),
            new Output.Column("Reference", "/ref"),
            new Output.Column("Status", "/status"),
            new Output.Column("Asked by", "/requestingState"),
            new Output.Column("Question", "/question"),
            new Output.Column("Item", "/candidateTransaction/items/0/description"),
            new Output.Column("Party", "/candidateTransaction/parties/0/name"),
            new Output.Column("Not answered", "/openThreads"),
            new Output.Column("Due", "/threads/0/clock/dueAt"));

    private final Surroundings around;
    private final Denials denials;

    ConsultCommands(Surroundings around, Denials denials) {
        this.around = around;
        this.denials = denials;
    }

    @Command(name = "list", description = "Lists consultations by deadline.")
    int list(
            @Option(names = "--role", description = "sent, received or notified.") @Nullable String role,
            @Option(names = "--status", description = "Such as REQUESTED.") @Nullable List<String> statuses,
            @Mixin Output output) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        parameters.put("role", role == null ? List.of() : List.of(role));
        parameters.put("status", statuses == null ? List.of() : statuses);
        parameters.put("order", List.of("deadline"));
        parameters.put("limit", List.of("100"));
        output.table(around, denials.list("/consultations" + Denials.query(parameters)), LINE);
        return ExitCode.DONE;
    }

    @Command(name = "show", description = "Shows one consultation, as your state sees it.")
    int show(@Parameters(paramLabel = "ID") String id, @Mixin Output output) {
        output.show(around, denials.read(path(id)), RECORD);
        return ExitCode.DONE;
    }

    @Command(name = "new", description = "Drafts a consultation out of a JSON file (DraftConsultation of the API).")
    int draft(@Parameters(paramLabel = "FILE") Path file, @Mixin Output output) {
        output.show(around, denials.create("/consultations", text(file)), RECORD);
        return ExitCode.DONE;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            throw new Failure(ExitCode.USAGE, "There is no file " + file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Command(name = "submit", description = "Hands a draft to an approver.")
    int submit(@Parameters(paramLabel = "ID") String id, @Mixin Output output) {
        return step(path(id), "submit", Http.JSON.createObjectNode(), output);
    }

    @Command(name = "approve", description = "Asks the other states, as another person than who submitted.")
    int approve(@Parameters(paramLabel = "ID") String id, @Mixin Output output) {
        return step(path(id), "approve", Http.JSON.createObjectNode(), output);
    }

    @Command(name = "decide", description = "Takes your state's decision down, whoever has answered.")
    int decide(
            @Parameters(paramLabel = "ID") String id,
            @Parameters(paramLabel = "OUTCOME", description = "DENIED, GRANTED or TRANSIT_ALLOWED.") String outcome,
            @Option(names = "--explanation", description = "Why; a grant is explained.") @Nullable String explanation,
            @Mixin Output output) {
        return step(path(id), "decide", said("outcome", outcome, "explanation", explanation), output);
    }

    @Command(name = "notice", description = "Tells the states that may read the denials that it was granted.")
    int notice(
            @Parameters(paramLabel = "ID") String id,
            @Option(names = "--reasons", required = true, description = "Why.") String reasons,
            @Mixin Output output) {
        return step(path(id), "undercut-notice", said("reasons", reasons, "", null), output);
    }

    @Command(name = "reply", description = "Replies, once, for your state.")
    int reply(
            @Parameters(paramLabel = "ID") String id,
            @Parameters(paramLabel = "ANSWER", description = "IDENTICAL or NOT_IDENTICAL; OBJECTION or NO_OBJECTION.")
                    String answer,
            @Option(names = "--state", required = true, description = "Your state, whose thread it is.") String state,
            @Option(names = "--text", description = "In words.") @Nullable String text,
            @Mixin Output output) {
        return thread(id, state, "reply", said("answer", answer, "text", text), output);
    }

    @Command(name = "ask", description = "Asks for more information. The clock runs on.")
    int ask(
            @Parameters(paramLabel = "ID") String id,
            @Option(names = "--state", required = true, description = "Your state, whose thread it is.") String state,
            @Option(names = "--text", required = true, description = "What you need.") String text,
            @Mixin Output output) {
        return thread(id, state, "ask", said("text", text, "", null), output);
    }

    @Command(name = "answer", description = "Gives a consulted state what it asked for.")
    int answer(
            @Parameters(paramLabel = "ID") String id,
            @Option(names = "--state", required = true, description = "The state that asked.") String state,
            @Option(names = "--text", required = true, description = "What it needs.") String text,
            @Mixin Output output) {
        return thread(id, state, "answer", said("text", text, "", null), output);
    }

    private int thread(String id, String state, String verb, ObjectNode said, Output output) {
        return step(path(id), "threads/" + Names.state(state) + "/" + verb, said, output);
    }

    private int step(String path, String verb, ObjectNode said, Output output) {
        output.show(around, denials.step(path, verb, said.toString()), RECORD);
        return ExitCode.DONE;
    }

    private static ObjectNode said(String name, String value, String other, @Nullable String otherValue) {
        ObjectNode said = Http.JSON.createObjectNode().put(name, value);
        return otherValue == null ? said : said.put(other, otherValue);
    }

    private static String path(String id) {
        return "/consultations/" + Names.id(id);
    }
}
