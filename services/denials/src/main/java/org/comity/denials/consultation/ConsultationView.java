package org.comity.denials.consultation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.comity.denials.consultation.content.CandidateTransaction;
import org.comity.denials.consultation.content.ConsultedState;
import org.comity.denials.consultation.thread.Answer;
import org.comity.denials.consultation.thread.ConsultationType;
import org.comity.denials.consultation.thread.ThreadStatus;
import org.comity.denials.content.NationalAnnex;
import org.comity.kernel.caller.Person;
import org.comity.kernel.caller.StateCode;
import org.comity.kernel.http.NotInTag;
import org.comity.sharing.release.Tlp;
import org.jspecify.annotations.Nullable;

/**
 * A consultation as one reader sees it: {@code Consultation} in openapi/denials.yaml. What is null or empty is left
 * out. Everything but the requesting desk's own part follows from the rows that its reader may see, and so does the
 * status: a consulted state has its own thread and knows of no other.
 *
 * @param version how far the whole has come, as the latest event that this reader sees says
 * @param updatedAt when what this reader sees last changed
 * @param withoutPrejudice always true: nothing here decides or recommends anything
 * @param notice in words, that nothing in it creates a duty to deny
 * @param openThreads who has not answered, for the requesting state
 * @param steps what the reader may do next with the whole, in the order of ConsultationStep
 */
public record ConsultationView(
        UUID id,
        String ref,
        int version,
        Role role,
        ConsultationStatus status,
        StateCode requestingState,
        ConsultationType type,
        Tlp tlp,
        boolean withoutPrejudice,
        String notice,
        Instant updatedAt,
        @Nullable Instant requestedAt,
        @Nullable ProcedureView procedure,
        @Nullable CandidateTransaction candidateTransaction,
        @Nullable String question,
        List<ThreadView> threads,
        List<StateCode> openThreads,
        @Nullable OutcomeView outcome,
        @Nullable NoticeOfGrantView undercutNotice,
        @Nullable NoticeOfGrantView essentialInterestNotice,
        List<ConsultedState> consultedStates,
        @Nullable String internalRef,
        @Nullable NationalAnnex nationalAnnex,
        @Nullable Instant createdAt,
        @Nullable Person createdBy,
        @Nullable Person submittedBy,
        @Nullable Instant submittedAt,
        @Nullable String returnedBecause,
        @Nullable Person approvedBy,
        @Nullable Person decidedBy,
        @NotInTag @JsonInclude(JsonInclude.Include.ALWAYS) List<String> steps) {

    /** Whose consultation it is, for its reader. */
    public enum Role {
        /** The reader's state asked. */
        SENT,
        /** The reader's state was asked. */
        RECEIVED,
        /** The reader's state has the notice of the grant. */
        NOTIFIED
    }

    /**
     * The procedure that was applied.
     *
     * @param replyDays working days, as those of an extension
     * @param notifyPreferredDays calendar days after a grant by which its notice is preferably sent
     * @param notifyLatestDays the same, at the latest
     */
    public record ProcedureView(
            String code,
            int version,
            int replyDays,
            int extensionDays,
            int notifyPreferredDays,
            int notifyLatestDays) {}

    /**
     * What one consulted state has of it.
     *
     * @param version counts what happened in it, as its events say
     * @param steps what the reader may do next in it, in the order of ThreadStep
     */
    public record ThreadView(
            UUID id,
            int version,
            StateCode state,
            ThreadStatus status,
            boolean voluntary,
            List<CitedView> denials,
            ClockView clock,
            @Nullable ReplyView reply,
            @Nullable DeemedView deemed,
            List<ExchangeView> exchanges,

            @NotInTag @JsonInclude(JsonInclude.Include.ALWAYS)
            List<String> steps) {}

    /** A denial that is cited; {@code ended} says that it was revoked or has expired since. */
    public record CitedView(
            UUID id, String ref, boolean catchAll, @Nullable String ended) {}

    /**
     * The clock, on the consulted state's calendar.
     *
     * @param requestedOn the day of the request there; it does not count
     * @param dueAt the last instant of the last day to reply
     * @param silence what silence until then counts as
     */
    public record ClockView(
            StateCode calendarState,
            String zone,
            LocalDate requestedOn,
            LocalDate dueOn,
            Instant dueAt,
            @Nullable Instant extendedTo,
            @Nullable Integer extendedDays,
            List<StateCode> extensionAgreedBy,
            @Nullable ProposalView proposal,
            Answer silence) {}

    /** An extension on the table. */
    public record ProposalView(StateCode by, int workingDays) {}

    /** What the consulted state replied. */
    public record ReplyView(Answer answer, @Nullable String text, Instant at, boolean late) {}

    /** What silence counted as, from the end of the deadline on. */
    public record DeemedView(Answer as, Instant at) {}

    /**
     * What one party said to the other.
     *
     * @param kind the step that it was said with, by {@code ThreadStep.said}
     */
    public record ExchangeView(
            StateCode by,
            String kind,
            @Nullable String text,
            @Nullable Integer workingDays,
            Instant at) {}

    /** How the requesting state decided. */
    public record OutcomeView(
            Outcome outcome,
            @Nullable String explanation,
            Instant decidedAt,
            @Nullable Instant closedAt) {}

    /**
     * A notice of a grant, sent or outstanding.
     *
     * @param ref once it was sent
     * @param required for the requesting state: whether the decision asks for one
     * @param late sent after the latest day, or past it and not sent
     * @param denialRefs in an undercut notice, of the denials that the reader may read
     * @param destination of the transaction, in a notice about an essential interest, as the entries of its items
     */
    public record NoticeOfGrantView(
            @Nullable String ref,
            @Nullable Boolean required,
            @Nullable LocalDate decidedOn,
            LocalDate preferredBy,
            LocalDate latestBy,
            @Nullable Instant sentAt,
            boolean late,
            @Nullable String reasons,
            List<String> denialRefs,
            @Nullable StateCode destination,
            List<String> controlCodes) {

        boolean isOutstanding() {
            return sentAt == null;
        }
    }

    /** The one notice that there can be, whatever its type. */
    Optional<NoticeOfGrantView> noticeOfGrant() {
        return Optional.ofNullable(undercutNotice).or(() -> Optional.ofNullable(essentialInterestNotice));
    }

    /** What waits for the licensing desk of the reader's own state. */
    public enum Awaits {
        /** What was submitted waits for an approver. */
        APPROVAL,
        /** A consulted state asked for more. */
        MORE,
        /** The other party proposed an extension. */
        EXTENSION,
        /** A reply, while the thread is open. */
        REPLY,
        /** Every answer is there, by silence too; the decision itself waited for none. */
        DECISION,
        /** A notice of a grant is outstanding. */
        NOTICE
    }

    /**
     * A consultation on a list: an item of {@code ConsultationPage} in openapi/denials.yaml.
     *
     * @param dueAt the nearest deadline among the reader's threads that are open; with the day on which it ends, on whose
     *     calendar, and in which zone
     * @param silent a thread of the reader's is past its deadline without a reply
     */
    public record Summary(
            UUID id,
            String ref,
            Role role,
            ConsultationStatus status,
            StateCode requestingState,
            List<StateCode> consultedStates,
            ConsultationType type,
            @Nullable StateCode destination,
            @JsonInclude(JsonInclude.Include.ALWAYS) List<String> controlCodes,
            Tlp tlp,
            @Nullable Instant requestedAt,
            @Nullable Instant dueAt,
            @Nullable LocalDate dueOn,
            @Nullable StateCode calendarState,
            @Nullable String zone,
            boolean silent,
            @JsonInclude(JsonInclude.Include.ALWAYS) List<Awaits> awaits,
            Instant updatedAt,
            @Nullable String internalRef,
            @Nullable Person submittedBy) {}
}
