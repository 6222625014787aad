package org.comity.denials.consultation;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.comity.denials.consultation.thread.Answer;
import org.comity.denials.consultation.thread.ThreadStep;
import org.comity.denials.consultation.thread.ThreadWord;
import org.comity.kernel.text.PlainText;
import org.jspecify.annotations.Nullable;

/** What the steps of a consultation are told. */
public final class ConsultationRequests {

    private static final int TEXT = 4000;

    private ConsultationRequests() {}

    /** Why a submission goes back. */
    public record Return(
            @NotNull(message = "This is missing.") @PlainText(max = 2000, multiline = true)
            String reason) {}

    /** What the consulted state answers. */
    public record Reply(
            @NotNull(message = "This is missing.") Answer answer,

            @PlainText(max = TEXT, multiline = true) @Nullable
            String text) {

        ThreadWord word() {
            return new ThreadWord(answer, null, text);
        }
    }

    /** A question, or what was asked for. */
    public record Text(
            @NotNull(message = "This is missing.") @PlainText(max = TEXT, multiline = true)
            String text) {}

    /** A move about an extension. */
    public record Extend(
            @NotNull(message = "This is missing.") Move move,

            @Min(value = 1, message = "An extension has at least one working day.")
            @Max(value = 1000, message = "That is no extension any more.")
            @Nullable
            Integer workingDays,

            @PlainText(max = TEXT, multiline = true) @Nullable
            String text) {

        /** What is said; the other party's extension is agreed to with as many days as it proposed. */
        ThreadWord word() {
            return new ThreadWord(null, move == Move.PROPOSE ? workingDays : null, text);
        }

        /** What is done about an extension. */
        public enum Move {
            /** Put one on the table, in place of any that is there. */
            PROPOSE,
            /** Agree to the other party's. */
            AGREE,
            /** Do not agree to it. */
            DECLINE;

            ThreadStep step() {
                return ThreadStep.valueOf(name());
            }
        }
    }

    /** A decision. */
    public record Decide(
            @NotNull(message = "This is missing.") Decision outcome,

            @PlainText(max = TEXT, multiline = true) @Nullable
            String explanation) {

        /** What can be decided; a withdrawal is a step of its own. */
        public enum Decision {
            /** The licence is denied. */
            DENIED,
            /** The licence is granted. */
            GRANTED,
            /** The transit is allowed. */
            TRANSIT_ALLOWED;

            Outcome outcome() {
                return Outcome.valueOf(name());
            }
        }
    }

    /** Why it was granted. */
    public record Notice(
            @NotNull(message = "This is missing.") @PlainText(max = TEXT, multiline = true)
            String reasons) {}
}
