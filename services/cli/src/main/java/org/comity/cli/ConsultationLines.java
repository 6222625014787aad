package org.comity.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** A consultation as its reader sees it: what is asked, then each thread with its deadline and its answer. */
final class ConsultationLines {

    private ConsultationLines() {}

    static List<Layout.Line> of(JsonNode one) {
        List<Layout.Line> lines = new ArrayList<>(new Lines(one)
                .field("Id", "/id")
                .field("Reference", "/ref")
                .field("Label", "/tlp")
                .field("Status", "/status")
                .field("Role", "/role")
                .field("Type", "/type")
                .field("Asked by", "/requestingState")
                .each("To be asked", "/consultedStates", ConsultationLines::asked)
                .field("Question", "/question")
                .each("Item", "/candidateTransaction/items", Lines::item)
                .field("Destination", "/candidateTransaction/destination")
                .each("Party", "/candidateTransaction/parties", Lines::party)
                .field("End-use, stated", "/candidateTransaction/statedEndUse")
                .field("Returned because", "/returnedBecause")
                .all());
        one.path("threads").forEach(thread -> lines.addAll(thread(thread)));
        lines.addAll(new Lines(one)
                .field("Not answered", "/openThreads")
                .field("Outcome", "/outcome/outcome")
                .field("Recorded", "/outcome/decidedAt")
                .field("Explanation", "/outcome/explanation")
                .field("Closed", "/outcome/closedAt")
                .text("Undercut notice", notice(one.path("undercutNotice")))
                .all());
        return lines;
    }

    private static String asked(JsonNode state) {
        return Lines.joined(Lines.field(state, "state"), Lines.aside(Lines.field(state, "denialRefs")));
    }

    private static List<Layout.Line> thread(JsonNode thread) {
        return new Lines(thread)
                .text("Thread " + Lines.field(thread, "state"), Lines.field(thread, "status"))
                .each("  cites", "/denials", ConsultationLines::cited)
                .text("  due", due(thread.path("clock")))
                .text("  proposed", proposal(thread.at("/clock/proposal")))
                .text("  reply", reply(thread.path("reply")))
                .text("  silence", silence(thread.path("deemed")))
                .each("  said", "/exchanges", ConsultationLines::exchange)
                .all();
    }

    private static String cited(JsonNode denial) {
        return Lines.joined(Lines.field(denial, "ref"), Lines.aside(Lines.field(denial, "ended")));
    }

    private static String due(JsonNode clock) {
        String extended = Lines.field(clock, "extendedTo");
        return Lines.joined(
                extended.isBlank() ? Lines.field(clock, "dueAt") : extended,
                extended.isBlank() ? "" : "(extended from " + Lines.field(clock, "dueAt") + ")");
    }

    private static String proposal(JsonNode proposal) {
        return proposal.isMissingNode()
                ? ""
                : "%s working days more, by %s"
                        .formatted(Lines.field(proposal, "workingDays"), Lines.field(proposal, "by"));
    }

    private static String reply(JsonNode reply) {
        return reply.isMissingNode()
                ? ""
                : Lines.joined(
                        Lines.field(reply, "answer"),
                        "on " + Lines.field(reply, "at") + (reply.path("late").asBoolean() ? ", late" : ""),
                        Lines.field(reply, "text"));
    }

    private static String silence(JsonNode deemed) {
        return deemed.isMissingNode()
                ? ""
                : "counted as %s on %s".formatted(Lines.field(deemed, "as"), Lines.field(deemed, "at"));
    }

    private static String exchange(JsonNode exchange) {
        String days = Lines.field(exchange, "workingDays");
        return Lines.joined(
                Lines.field(exchange, "at"),
                Lines.field(exchange, "by"),
                Lines.field(exchange, "kind"),
                days.isBlank() ? "" : days + " working days",
                Lines.field(exchange, "text"));
    }

    private static String notice(JsonNode notice) {
        if (notice.isMissingNode()) {
            return "";
        }
        String sent = Lines.field(notice, "sentAt");
        return Lines.joined(
                Lines.field(notice, "ref"),
                sent.isBlank() ? "preferably by " + Lines.field(notice, "preferredBy") : "sent on " + sent,
                sent.isBlank() ? "and at the latest by " + Lines.field(notice, "latestBy") : "",
                notice.path("late").asBoolean() ? "(late)" : "",
                Lines.field(notice, "reasons"),
                Lines.aside(Lines.field(notice, "denialRefs")));
    }
}
