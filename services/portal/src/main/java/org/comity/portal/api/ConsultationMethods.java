package org.comity.portal.api;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.comity.portal.api.ConsultationCodes.Answer;
import org.comity.portal.api.ConsultationCodes.Outcome;
import org.comity.portal.api.ConsultationCodes.Status;
import org.comity.portal.api.ConsultationCodes.ThreadStatus;
import org.comity.portal.api.ConsultationCodes.Type;
import org.jspecify.annotations.Nullable;

/**
 * What consultations can tell beside the fields that the contract gives them; {@code denials.types} says which type has which.
 *
 * <p>Rules: R-262.
 */
public final class ConsultationMethods {

    private ConsultationMethods() {}

    /** Of what is asked. */
    public interface OfType {

        /** Whether a grant may ask for a notice to other states. */
        default boolean hasNotice() {
            return this != Type.LOCATION;
        }

        /** What a consulted state may answer. */
        default List<Answer> answers() {
            return this == Type.NO_UNDERCUT
                    ? List.of(Answer.IDENTICAL, Answer.NOT_IDENTICAL)
                    : List.of(Answer.OBJECTION, Answer.NO_OBJECTION);
        }
    }

    /** Of where a consultation stands. */
    public interface OfStatus {

        /** Not yet requested: for the requesting desk alone. */
        default boolean isDraft() {
            return this == Status.DRAFT || this == Status.NATIONAL_APPROVAL;
        }

        /** Requested, and not decided. */
        default boolean isOpen() {
            return this == Status.REQUESTED || this == Status.DECISION_PENDING;
        }

        /** Those of a decision that lets the goods go. */
        static List<Status> letting() {
            return Arrays.stream(Outcome.values())
                    .filter(Outcome::lets)
                    .map(it -> Status.valueOf(it.name()))
                    .toList();
        }

        /** All but some. */
        static List<Status> others(Status... these) {
            return Arrays.stream(Status.values())
                    .filter(it -> !List.of(these).contains(it))
                    .toList();
        }
    }

    /** Of where a thread stands. */
    public interface OfThreadStatus {

        /** Waits for a reply. */
        default boolean isOpen() {
            return this == ThreadStatus.REQUESTED || this == ThreadStatus.NEED_MORE;
        }

        /** Silence was taken for an answer. */
        default boolean isDeemed() {
            return this == ThreadStatus.DEEMED_NOT_IDENTICAL || this == ThreadStatus.DEEMED_NO_OBJECTION;
        }
    }

    /** Of how the requesting state decided. */
    public interface OfOutcome {

        /** Whether the goods may go, which is explained, and may ask for a notice to other states. */
        default boolean lets() {
            return this == Outcome.GRANTED || this == Outcome.TRANSIT_ALLOWED;
        }
    }

    /** Of a consultation as its reader sees it. */
    public interface OfConsultation extends Drafted {

        private Consultation self() {
            return (Consultation) this;
        }

        /** The candidate transaction; an empty one for a reader who may not see it. */
        default ConsultationContent.Transaction transaction() {
            ConsultationContent.Transaction said = self().candidateTransaction();
            return said == null ? ConsultationContent.Transaction.empty() : said;
        }

        /** The notice of a grant, sent or outstanding, whatever its kind. */
        default Consultation.@Nullable Notice noticeOfGrant() {
            Consultation.Notice undercut = self().undercutNotice();
            return undercut == null ? self().essentialInterestNotice() : undercut;
        }

        /** Whether other states wait for the notice of a grant. */
        default boolean isNoticeOutstanding() {
            Consultation.Notice notice = noticeOfGrant();
            return notice != null && notice.sentAt() == null;
        }

        /** The kind of notice that a grant may ask for; that of undercuts where there is none. */
        default NoticeKind noticeKind() {
            return self().type() == Type.ESSENTIAL_INTEREST ? NoticeKind.INTEREST : NoticeKind.UNDERCUT;
        }

        /** Whether the reader may send the notice of a grant. */
        default boolean offersNotice() {
            return offers(noticeKind().verb());
        }

        /** Whether a transit was allowed, and no licence granted; a state that has the notice alone reads it in the status. */
        default boolean isTransit() {
            Consultation.Decided outcome = self().outcome();
            return outcome == null
                    ? self().status() == Status.TRANSIT_ALLOWED
                    : outcome.outcome() == Outcome.TRANSIT_ALLOWED;
        }

        /** What an edit of the draft would change. */
        default ConsultationContent content() {
            return Json.content(Json.tree(self()), ConsultationContent.class);
        }

        /** The thread of that state. */
        default Optional<Consultation.ThreadView> thread(String state) {
            return self().threads().stream()
                    .filter(it -> it.state().equals(state))
                    .findFirst();
        }
    }

    /** Of a consultation in a list. */
    public interface OfSummary {

        List<ConsultationCodes.Awaits> awaits();

        /** Whether that waits for the reader's own desk. */
        default boolean waitsFor(ConsultationCodes.Awaits what) {
            return awaits().contains(what);
        }
    }

    /** Of an internal note. */
    public interface OfNote {

        private Consultation.Note self() {
            return (Consultation.Note) this;
        }

        /** Who wrote the text as it stands. */
        default Denial.Colleague lastBy() {
            Denial.Colleague editor = self().editedBy();
            return editor == null ? self().writtenBy() : editor;
        }

        /** When it was written as it stands. */
        default Instant lastAt() {
            Instant edited = self().editedAt();
            return edited == null ? self().at() : edited;
        }
    }

    /** Of what a drafter says of a consultation. */
    public interface OfContent {

        private ConsultationContent self() {
            return (ConsultationContent) this;
        }

        /** The candidate transaction; an empty one where nothing is said. */
        default ConsultationContent.Transaction transaction() {
            ConsultationContent.Transaction said = self().candidateTransaction();
            return said == null ? ConsultationContent.Transaction.empty() : said;
        }

        /** What is said of that state. */
        default Optional<ConsultationContent.Consulted> consulted(String state) {
            return self().consultedStates().stream()
                    .filter(it -> it.state().equals(state))
                    .findFirst();
        }

        /** The same about another transaction. */
        default ConsultationContent with(ConsultationContent.Transaction other) {
            return with(other, self().consultedStates());
        }

        /** The same to others. */
        default ConsultationContent with(List<ConsultationContent.Consulted> others) {
            return with(self().candidateTransaction(), others);
        }

        private ConsultationContent with(
                ConsultationContent.@Nullable Transaction transaction, List<ConsultationContent.Consulted> states) {
            ConsultationContent self = self();
            return new ConsultationContent(
                    self.type(),
                    transaction,
                    self.question(),
                    states,
                    self.tlp(),
                    self.internalRef(),
                    self.nationalAnnex());
        }
    }

    /** Of the transaction that the requesting state has before it. */
    public interface OfTransaction {

        private ConsultationContent.Transaction self() {
            return (ConsultationContent.Transaction) this;
        }

        /** With other items. */
        default ConsultationContent.Transaction withItems(List<DenialContent.Item> others) {
            return new ConsultationContent.Transaction(
                    others, self().destination(), self().parties(), self().statedEndUse());
        }

        /** With other parties. */
        default ConsultationContent.Transaction withParties(List<ConsultationContent.Party> others) {
            return new ConsultationContent.Transaction(
                    self().items(), self().destination(), others, self().statedEndUse());
        }
    }
}
