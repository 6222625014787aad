package org.comity.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
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
        mixinStandardHelpOptions = true,
        description = "Consultations. None of them blocks a decision, and no answer creates a duty to deny.")
final class ConsultCommands {

    private static final String NAMED = "Its id, or its reference, such as CN-NL-2026-7KQ4M2.";
    private static final Layout LAYOUT = new Layout(
            List.of(
                    new Layout.Column("REFERENCE", "/ref"),
                    new Layout.Column("STATUS", "/status"),
                    new Layout.Column("ROLE", "/role"),
                    new Layout.Column("ASKED BY", "/requestingState"),
                    new Layout.Column("DUE", "/dueAt"),
                    new Layout.Column("AWAITS", "/awaits"),
                    new Layout.Column("ID", "/id")),
            ConsultationLines::of,
            "Neither a denial nor an answer creates a duty to deny; each state decides for itself.");

    /** What a party says of an extension. */
    enum Move {
        PROPOSE,
        AGREE,
        DECLINE
    }

    private final Surroundings around;
    private final Denials denials;

    ConsultCommands(Surroundings around, Denials denials) {
        this.around = around;
        this.denials = denials;
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists consultations by deadline.")
    int list(
            @Option(names = "--role", description = "sent, received or notified.") @Nullable String role,
            @Option(names = "--status", description = "Such as REQUESTED.") @Nullable List<String> statuses,
            @Mixin Output output) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        parameters.put("role", role == null ? List.of() : List.of(role));
        parameters.put("status", statuses == null ? List.of() : statuses);
        parameters.put("order", List.of("deadline"));
        parameters.put("limit", List.of("100"));
        output.table(around, denials.list("/consultations" + Denials.query(parameters)), LAYOUT);
        return ExitCode.DONE;
    }

    @Command(
            name = "show",
            mixinStandardHelpOptions = true,
            description = "Shows one consultation, as your state sees it, with every thread of yours.")
    int show(@Parameters(paramLabel = "ID", description = NAMED) String id, @Mixin Output output) {
        output.show(around, denials.read(denials.consultation(id)), LAYOUT);
        return ExitCode.DONE;
    }

    @Command(
            name = "new",
            mixinStandardHelpOptions = true,
            description = "Drafts a consultation out of a JSON file (DraftConsultation of the API).")
    int draft(@Parameters(paramLabel = "FILE") Path file, @Mixin Output output) {
        output.show(around, denials.create("/consultations", LocalFiles.text(file)), LAYOUT);
        return ExitCode.DONE;
    }

    @Command(name = "submit", mixinStandardHelpOptions = true, description = "Hands a draft to an approver.")
    int submit(
            @Parameters(paramLabel = "ID", description = NAMED) String id,
            @Mixin ReadVersion.Optional read,
            @Mixin Output output) {
        return step(id, "submit", read.tag(), said(), output);
    }

    @Command(
            name = "discard",
            mixinStandardHelpOptions = true,
            description = "Throws away a draft, of which no other state was told.")
    int discard(
            @Parameters(paramLabel = "ID", description = NAMED) String id,
            @Mixin ReadVersion.Required read,
            @Mixin Output output) {
        denials.discard(denials.consultation(id), read.tag())
                .ifPresentOrElse(left -> output.show(around, left, LAYOUT), () -> around.err()
                        .println("It is thrown away."));
        return ExitCode.DONE;
    }

    @Command(
            name = "return",
            mixinStandardHelpOptions = true,
            description = "Sends what was submitted back to its drafter.")
    int sendBack(
            @Parameters(paramLabel = "ID", description = NAMED) String id,
            @Option(names = "--reason", required = true, description = "Why.") String reason,
            @Mixin ReadVersion.Optional read,
            @Mixin Output output) {
        return step(id, "return", read.tag(), said().put("reason", reason), output);
    }

    @Command(
            name = "approve",
            mixinStandardHelpOptions = true,
            description = "Asks the other states, as another person than who submitted.")
    int approve(
            @Parameters(paramLabel = "ID", description = NAMED) String id,
            @Mixin ReadVersion.Required read,
            @Mixin Output output) {
        return step(id, "approve", read.tag(), said(), output);
    }

    @Command(
            name = "decide",
            mixinStandardHelpOptions = true,
            description = "Records your state's decision, also before all consulted states have answered.")
    int decide(
            @Parameters(paramLabel = "ID", description = NAMED) String id,
            @Parameters(paramLabel = "OUTCOME", description = "DENIED, GRANTED or TRANSIT_ALLOWED.") String outcome,
            @Option(names = "--explanation", description = "Why; a grant is explained.") @Nullable String explanation,
            @Mixin ReadVersion.Required read,
            @Mixin Output output) {
        return step(id, "decide", read.tag(), put(said().put("outcome", outcome), "explanation", explanation), output);
    }

    @Command(
            name = "withdraw",
            mixinStandardHelpOptions = true,
            description = "Asks no more: nobody's answer is awaited, and nothing is decided.")
    int withdraw(
            @Parameters(paramLabel = "ID", description = NAMED) String id,
            @Mixin ReadVersion.Optional read,
            @Mixin Output output) {
        return step(id, "withdraw", read.tag(), said(), output);
    }

    @Command(
            name = "notice",
            mixinStandardHelpOptions = true,
            description = "Tells the states that may read the denials, or all, that it was granted.")
    int notice(
            @Parameters(paramLabel = "ID", description = NAMED) String id,
            @Option(names = "--reasons", required = true, description = "Why.") String reasons,
            @Option(
                            names = "--essential-interest",
                            description = "After a consultation on essential interests: to all.")
                    boolean essentialInterest,
            @Mixin ReadVersion.Required read,
            @Mixin Output output) {
        String verb = essentialInterest ? "essential-interest-notice" : "undercut-notice";
        return step(id, verb, read.tag(), said().put("reasons", reasons), output);
    }

    @Command(name = "close", mixinStandardHelpOptions = true, description = "Files a decided consultation away.")
    int close(
            @Parameters(paramLabel = "ID", description = NAMED) String id,
            @Mixin ReadVersion.Optional read,
            @Mixin Output output) {
        return step(id, "close", read.tag(), said(), output);
    }

    @Command(name = "reply", mixinStandardHelpOptions = true, description = "Replies, once, for your state.")
    int reply(
            @Parameters(paramLabel = "ID", description = NAMED) String id,
            @Parameters(paramLabel = "ANSWER", description = "IDENTICAL or NOT_IDENTICAL; OBJECTION or NO_OBJECTION.")
                    String answer,
            @Option(names = "--state", required = true, description = "Your state, whose thread it is.") String state,
            @Option(names = "--text", description = "In words.") @Nullable String text,
            @Mixin ReadVersion.Required read,
            @Mixin Output output) {
        return step(id, thread(state, "reply"), read.tag(), put(said().put("answer", answer), "text", text), output);
    }

    @Command(
            name = "acknowledge",
            mixinStandardHelpOptions = true,
            description = "Confirms that your state has the question. The clock runs on.")
    int acknowledge(
            @Parameters(paramLabel = "ID", description = NAMED) String id,
            @Option(names = "--state", required = true, description = "Your state, whose thread it is.") String state,
            @Mixin ReadVersion.Optional read,
            @Mixin Output output) {
        return step(id, thread(state, "acknowledge"), read.tag(), said(), output);
    }

    @Command(
            name = "ask",
            mixinStandardHelpOptions = true,
            description = "Asks for more information. The clock runs on.")
    int ask(
            @Parameters(paramLabel = "ID", description = NAMED) String id,
            @Option(names = "--state", required = true, description = "Your state, whose thread it is.") String state,
            @Option(names = "--text", required = true, description = "What you need.") String text,
            @Mixin ReadVersion.Optional read,
            @Mixin Output output) {
        return step(id, thread(state, "ask"), read.tag(), said().put("text", text), output);
    }

    @Command(
            name = "answer",
            mixinStandardHelpOptions = true,
            description = "Gives a consulted state what it asked for.")
    int answer(
            @Parameters(paramLabel = "ID", description = NAMED) String id,
            @Option(names = "--state", required = true, description = "The state that asked.") String state,
            @Option(names = "--text", required = true, description = "What it needs.") String text,
            @Mixin ReadVersion.Optional read,
            @Mixin Output output) {
        return step(id, thread(state, "answer"), read.tag(), said().put("text", text), output);
    }

    @Command(
            name = "extend",
            mixinStandardHelpOptions = true,
            description = "Proposes more working days, or agrees to the other party's proposal, or declines it.")
    int extend(
            @Parameters(paramLabel = "ID", description = NAMED) String id,
            @Parameters(paramLabel = "MOVE", description = "PROPOSE, AGREE or DECLINE.") Move move,
            @Option(names = "--state", required = true, description = "The consulted state, whose thread it is.")
                    String state,
            @Option(names = "--days", description = "Working days; with PROPOSE.") @Nullable Integer days,
            @Option(names = "--text", description = "In words.") @Nullable String text,
            @Mixin ReadVersion.Required read,
            @Mixin Output output) {
        ObjectNode said = put(said().put("move", move.name()), "text", text);
        if ((days != null) != (move == Move.PROPOSE)) {
            throw new Failure(ExitCode.USAGE, "--days goes with PROPOSE, and with nothing else.");
        }
        if (days != null) {
            said.put("workingDays", days);
        }
        return step(id, thread(state, "extend"), read.tag(), said, output);
    }

    private static String thread(String state, String verb) {
        return "threads/" + Names.state(state) + "/" + verb;
    }

    private int step(String id, String verb, @Nullable String tag, ObjectNode said, Output output) {
        output.show(around, denials.step(denials.consultation(id), verb, tag, said.toString()), LAYOUT);
        return ExitCode.DONE;
    }

    private static ObjectNode said() {
        return Http.JSON.createObjectNode();
    }

    private static ObjectNode put(ObjectNode said, String name, @Nullable String value) {
        return value == null ? said : said.put(name, value);
    }
}
