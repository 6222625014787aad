package org.comity.portal.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One consultation as this reader may see it: the schema {@code Consultation}. A consulted state has its own thread here and
 * nothing of any other.
 */
public record Consultation(
        UUID id,
        String ref,
        int version,
        ConsultationCodes.Role role,
        ConsultationCodes.Status status,
        String requestingState,
        ConsultationCodes.Type type,
        Codes.Tlp tlp,
        String notice,
        Instant updatedAt,
        @Nullable Instant requestedAt,
        @Nullable Procedure procedure,
        ConsultationContent.@Nullable Transaction candidateTransaction,
        @Nullable String question,
        List<ThreadView> threads,
        List<String> openThreads,
        @Nullable Decided outcome,
        @Nullable Notice undercutNotice,
        @Nullable Notice essentialInterestNotice,
        List<ConsultationContent.Consulted> consultedStates,
        @Nullable String internalRef,
        DenialContent.@Nullable NationalAnnex nationalAnnex,
        Denial.@Nullable Colleague createdBy,
        Denial.@Nullable Colleague submittedBy,
        @Nullable Instant submittedAt,
        @Nullable String returnedBecause,
        Denial.@Nullable Colleague approvedBy,
        Denial.@Nullable Colleague decidedBy) {

    public Consultation {
        threads = DenialContent.orNone(threads);
        openThreads = DenialContent.orNone(openThreads);
        consultedStates = DenialContent.orNone(consultedStates);
    }

    /** The candidate transaction; an empty one for whoever may not see it. */
    public ConsultationContent.Transaction transaction() {
        return candidateTransaction == null ? ConsultationContent.Transaction.empty() : candidateTransaction;
    }

    /** The notice of a grant, sent or outstanding, whatever its kind. */
    public @Nullable Notice noticeOfGrant() {
        return undercutNotice == null ? essentialInterestNotice : undercutNotice;
    }

    /** The kind of notice that a grant may ask for; that of undercuts where there is none. */
    public ConsultationCodes.NoticeKind noticeKind() {
        return type == ConsultationCodes.Type.ESSENTIAL_INTEREST
                ? ConsultationCodes.NoticeKind.INTEREST
                : ConsultationCodes.NoticeKind.UNDERCUT;
    }

    /** Whether a transit was allowed, and no licence granted; whoever has the notice alone reads it in the status. */
    public boolean isTransit() {
        return outcome == null
                ? status == ConsultationCodes.Status.TRANSIT_ALLOWED
                : outcome.outcome() == ConsultationCodes.Outcome.TRANSIT_ALLOWED;
    }

    /** What an edit of the draft would change. */
    public ConsultationContent content() {
        return new ConsultationContent(
                type, candidateTransaction, question, consultedStates, tlp, internalRef, nationalAnnex);
    }

    /** The thread of that state. */
    public Optional<ThreadView> thread(String state) {
        return threads.stream().filter(it -> it.state().equals(state)).findFirst();
    }

    /**
     * The procedure that was applied.
     *
     * @param notifyPreferredDays calendar days after a grant by which its notice is preferably sent
     * @param notifyLatestDays the same, at the latest
     */
    public record Procedure(
            String code,
            int version,
            int replyDays,
            int extensionDays,
            int notifyPreferredDays,
            int notifyLatestDays) {}

    /** What one consulted state has of it. */
    public record ThreadView(
            UUID id,
            int version,
            String state,
            ConsultationCodes.ThreadStatus status,
            boolean voluntary,
            List<Cited> denials,
            Due clock,
            @Nullable Reply reply,
            @Nullable Deemed deemed,
            List<Exchange> exchanges) {

        public ThreadView {
            denials = DenialContent.orNone(denials);
            exchanges = DenialContent.orNone(exchanges);
        }
    }

    /** A denial that is cited; {@code ended} says what became of it since. */
    public record Cited(UUID id, String ref, boolean catchAll, Codes.@Nullable DenialStatus ended) {}

    /** The deadline, on the consulted state's calendar. */
    public record Due(
            String calendarState,
            String zone,
            LocalDate requestedOn,
            LocalDate dueOn,
            Instant dueAt,
            @Nullable Integer extendedDays,
            @Nullable Proposal proposal,
            ConsultationCodes.Answer silence) {}

    /** An extension on the table. */
    public record Proposal(String by, int workingDays) {}

    /** What the consulted state replied. */
    public record Reply(
            ConsultationCodes.Answer answer, @Nullable String text, Instant at, boolean late) {}

    /** What silence counted as. */
    public record Deemed(ConsultationCodes.Answer as, Instant at) {}

    /** What one party said to the other. */
    public record Exchange(
            String by,
            ConsultationCodes.Said kind,
            @Nullable String text,
            @Nullable Integer workingDays,
            Instant at) {}

    /** How the requesting state decided. */
    public record Decided(
            ConsultationCodes.Outcome outcome,
            @Nullable String explanation,
            Instant decidedAt,
            @Nullable Instant closedAt) {}

    /** The notice of a grant, sent or outstanding. */
    public record Notice(
            @Nullable String ref,
            @Nullable LocalDate decidedOn,
            LocalDate preferredBy,
            LocalDate latestBy,
            @Nullable Instant sentAt,
            boolean late,
            @Nullable String reasons,
            List<String> denialRefs,
            @Nullable String destination,
            List<String> controlCodes) {

        public Notice {
            denialRefs = DenialContent.orNone(denialRefs);
            controlCodes = DenialContent.orNone(controlCodes);
        }
    }

    /** A consultation in a list. */
    public record Summary(
            UUID id,
            String ref,
            ConsultationCodes.Role role,
            ConsultationCodes.Status status,
            String requestingState,
            List<String> consultedStates,
            ConsultationCodes.Type type,
            @Nullable String destination,
            List<String> controlCodes,
            Codes.Tlp tlp,
            @Nullable Instant requestedAt,
            @Nullable Instant dueAt,
            @Nullable LocalDate dueOn,
            @Nullable String calendarState,
            @Nullable String zone,
            boolean silent,
            List<ConsultationCodes.Awaits> awaits,
            Instant updatedAt,
            @Nullable String internalRef,
            Denial.@Nullable Colleague submittedBy) {

        public Summary {
            consultedStates = DenialContent.orNone(consultedStates);
            controlCodes = DenialContent.orNone(controlCodes);
            awaits = DenialContent.orNone(awaits);
        }

        /** Whether that waits for the reader's own desk. */
        public boolean waitsFor(ConsultationCodes.Awaits what) {
            return awaits.contains(what);
        }
    }

    /** A page of consultations. */
    public record Page(List<Summary> items) {}

    /** An internal note, for the desk of the state that wrote it. */
    public record Note(
            UUID id,
            Denial.Colleague writtenBy,
            Instant at,
            String text,
            Denial.@Nullable Colleague editedBy,
            @Nullable Instant editedAt) {

        /** Who wrote the text as it stands. */
        public Denial.Colleague lastBy() {
            return editedBy == null ? writtenBy : editedBy;
        }

        /** When it was written as it stands. */
        public Instant lastAt() {
            return editedAt == null ? at : editedAt;
        }
    }

    /** The notes of the own state. */
    public record Notes(List<Note> items) {}
}
