package org.comity.denials.consultation;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.comity.denials.consultation.content.CandidateTransaction;
import org.comity.denials.consultation.content.ConsultationRules;
import org.comity.denials.consultation.content.DraftConsultation;
import org.comity.denials.consultation.thread.ThreadLife;
import org.comity.denials.consultation.thread.ThreadState;
import org.comity.denials.procedure.ConsultationProcedure;
import org.comity.denials.procedure.Procedures;
import org.comity.denials.states.MemberStates;
import org.comity.kernel.caller.Caller;
import org.comity.kernel.caller.CurrentCaller;
import org.comity.kernel.caller.StateCode;
import org.comity.kernel.http.Reply;
import org.comity.kernel.outbox.Outbox;
import org.comity.kernel.problem.FieldError;
import org.comity.kernel.problem.KernelProblem;
import org.comity.kernel.time.Identifiers;
import org.jspecify.annotations.Nullable;

/** What the requesting state does with a consultation: loads, asks the domain, saves, tells the outbox. */
@Singleton
class ConsultationService {

    private static final int REF_CODE_LENGTH = 6;

    private final EntityManager database;
    private final ConsultationRepository consultations;
    private final ConsultationStore store;
    private final ConsultationReader reader;
    private final ConsultationViews views;
    private final ThreadOpening threads;
    private final CandidatePersons persons;
    private final MemberStates states;
    private final Procedures procedures;
    private final Outbox outbox;
    private final Reply.Writer replies;
    private final CurrentCaller current;
    private final Identifiers identifiers;
    private final Clock clock;

    ConsultationService(
            EntityManager database,
            ConsultationRepository consultations,
            ConsultationStore store,
            ConsultationReader reader,
            ConsultationViews views,
            ThreadOpening threads,
            CandidatePersons persons,
            MemberStates states,
            Procedures procedures,
            Outbox outbox,
            Reply.Writer replies,
            CurrentCaller current,
            Identifiers identifiers,
            Clock clock) {
        this.database = database;
        this.consultations = consultations;
        this.store = store;
        this.reader = reader;
        this.views = views;
        this.threads = threads;
        this.persons = persons;
        this.states = states;
        this.procedures = procedures;
        this.outbox = outbox;
        this.replies = replies;
        this.current = current;
        this.identifiers = identifiers;
        this.clock = clock;
    }

    /** Opens a draft. */
    @Transactional
    Reply draft(DraftConsultation content, Function<UUID, String> address) {
        Caller caller = current.get();
        if (!caller.isLicensingDesk()) {
            throw KernelProblem.FORBIDDEN.because("Licensing officers draft consultations.");
        }
        refuseWrong(content);
        Instant now = clock.instant();
        ConsultationEntity consultation =
                new ConsultationEntity(identifiers.next(), freeRef(caller.ownState(), now), caller.ownState(), content);
        database.persist(consultation);
        database.persist(new ConsultationFileEntity(
                consultation.id(),
                caller.ownState(),
                persons.sealed(consultation.id(), caller.ownState(), content),
                caller.person(),
                now));
        database.flush();
        return replies.created(address.apply(consultation.id()), views.view(reader.seen(consultation.id())));
    }

    /** Replaces the content of a draft. */
    @Transactional
    Reply edit(UUID id, @Nullable String ifMatch, DraftConsultation content) {
        Opened opened = open(id, ifMatch);
        ConsultationState next = decided(ConsultationLife.edit(opened.state()));
        refuseWrong(content);
        opened.file().content(persons.sealed(id, opened.consultation().requestingState(), content));
        opened.consultation().apply(content);
        return saved(opened, next);
    }

    /** Hands the draft to an approver. */
    @Transactional
    Reply submit(UUID id, @Nullable String ifMatch) {
        Opened opened = open(id, ifMatch);
        ConsultationState next =
                decided(ConsultationLife.submit(opened.state(), current.get().person(), clock.instant()));
        refuseIncomplete(persons.opened(id, opened.file().content()));
        return saved(opened, next);
    }

    /** Sends a submission back. */
    @Transactional
    Reply sendBack(UUID id, @Nullable String ifMatch, String reason) {
        Opened opened = open(id, ifMatch);
        requireApprover();
        return saved(opened, decided(ConsultationLife.sendBack(opened.state(), reason)));
    }

    /** Throws a draft away, of which no other state was told: nothing is left but its reference. */
    @Transactional
    void discard(UUID id, @Nullable String ifMatch) {
        Opened opened = open(id, ifMatch);
        switch (ConsultationLife.discard(opened.state())) {
            case ConsultationStep.Refused(var why) -> throw why.because(why.title() + ".");
            case ConsultationStep.To to -> throw new IllegalStateException("this step leads nowhere");
            case ConsultationStep.Gone gone -> {
                // whoever saved it in between is not overrun
                database.lock(opened.file(), LockModeType.PESSIMISTIC_FORCE_INCREMENT);
                database.flush();
                persons.forget(id);
                store.remove(opened.consultation());
            }
        }
    }

    /** Approves a submission and asks the other states, each in a thread of its own. */
    @Transactional
    Reply approve(UUID id, @Nullable String ifMatch) {
        Opened opened = open(id, ifMatch);
        requireApprover();
        ConsultationState next =
                decided(ConsultationLife.approve(opened.state(), current.get().person()));
        DraftConsultation content = persons.opened(id, opened.file().content());
        refuseIncomplete(content);
        Instant now = clock.instant();
        ConsultationProcedure procedure = procedures.consultation(LocalDate.ofInstant(now, ZoneOffset.UTC));
        ConsultationEntity consultation = opened.consultation();
        consultation.requested(now, procedure.version());
        opened.file().approvedBy(current.get().person());
        database.persist(new TransactionEntity(
                id,
                consultation.requestingState(),
                persons.shared(id, consultation.requestingState(), content.transactionOrEmpty()),
                Objects.requireNonNull(content.question())));
        content.consultedStates().forEach(consulted -> threads.open(consultation, consulted, procedure, now));
        Reply reply = saved(opened, next);
        outbox.append(ConsultationEvent.REQUESTED.of(id, consultation.version()));
        return reply;
    }

    /** Records the decision, whoever has answered. */
    @Transactional
    Reply decide(UUID id, @Nullable String ifMatch, Outcome outcome, @Nullable String explanation) {
        Opened opened = openWithThreads(id, ifMatch);
        ConsultationState next = decided(ConsultationLife.decide(
                opened.state(), outcome, current.get().person(), opened.seen().asksForNotice()));
        if (outcome.lets() && explanation == null) {
            throw KernelProblem.MISSING_VALUES.at(
                    "/explanation", "A grant is explained, and so is a transit that is allowed.");
        }
        Instant now = clock.instant();
        database.persist(new OutcomeEntity(id, opened.consultation().requestingState(), outcome, explanation, now));
        if (outcome == Outcome.DENIED || outcome == Outcome.WITHDRAWN) {
            endThreads(opened, now);
        }
        if (outcome.lets() && NoticeType.of(opened.consultation().type()).isPresent()) {
            LocalDate decided = ConsultationViews.day(now);
            ConsultationProcedure procedure = procedures.consultation(
                    Objects.requireNonNull(opened.consultation().procedureVersion()));
            store.openNoticeClock(
                    id,
                    opened.consultation().requestingState(),
                    opened.seen().asksForNotice(),
                    procedure.preferredBy(decided),
                    procedure.latestBy(decided));
        }
        opened.consultation().told(ConsultationEvent.DECIDED);
        Reply reply = saved(opened, next);
        outbox.append(ConsultationEvent.DECIDED.of(id, opened.consultation().version()));
        return reply;
    }

    /** Tells other states that the licence was granted: of an undercut those that may read the denials, else all. */
    @Transactional
    Reply notice(UUID id, NoticeType type, @Nullable String ifMatch, String reasons) {
        Opened opened = open(id, ifMatch);
        requireApprover();
        ConsultationEntity consultation = opened.consultation();
        ConsultationState next = decided(ConsultationLife.notify(
                opened.state(), consultation.type(), type, current.get().person()));
        Instant now = clock.instant();
        OutcomeEntity outcome = opened.seen().outcome().orElseThrow();
        LocalDate decided = ConsultationViews.day(outcome.decidedAt());
        ConsultationProcedure procedure =
                procedures.consultation(Objects.requireNonNull(consultation.procedureVersion()));
        Optional<CandidateTransaction> told = type == NoticeType.ESSENTIAL_INTEREST
                ? opened.seen().transaction().map(TransactionEntity::candidate)
                : Optional.empty();
        consultation.told(type.sent());
        database.flush();
        store.sendNotice(
                id,
                consultation.requestingState(),
                new ConsultationStore.SentNotice(
                        type,
                        freeNoticeRef(consultation.requestingState(), now),
                        outcome.outcome(),
                        reasons,
                        decided,
                        procedure.preferredBy(decided),
                        procedure.latestBy(decided),
                        now,
                        List.of(),
                        told.map(CandidateTransaction::destination).orElse(null),
                        told.map(CandidateTransaction::controlCodes).orElse(List.of())),
                states.now().subscribed());
        store.endNoticeClock(id, now);
        Reply reply = saved(opened, next);
        outbox.append(type.sent().of(id, consultation.version()));
        return reply;
    }

    /** Files a decided consultation away. */
    @Transactional
    Reply close(UUID id, @Nullable String ifMatch) {
        Opened opened = openWithThreads(id, ifMatch);
        ConsultationState next = decided(ConsultationLife.close(opened.state()));
        Instant now = clock.instant();
        opened.seen().outcome().orElseThrow().closed(now);
        endThreads(opened, now);
        store.endNoticeClock(id, now);
        opened.consultation().told(ConsultationEvent.CLOSED);
        Reply reply = saved(opened, next);
        outbox.append(ConsultationEvent.CLOSED.of(id, opened.consultation().version()));
        return reply;
    }

    /** Adds an internal note of the caller's own state. */
    @Transactional
    Reply note(UUID id, String text, Function<UUID, String> address) {
        reader.seenByOwnDeskOfParty(id);
        NoteView written = store.writeNote(current.get(), id, text, clock.instant());
        return replies.created(address.apply(written.id()), written);
    }

    /** Writes an internal note of the caller's own state anew. */
    @Transactional
    Reply editNote(UUID id, UUID note, @Nullable String ifMatch, String text) {
        replies.etag(reader.ownNote(id, note, true)).require(ifMatch);
        store.editNote(current.get(), note, text, clock.instant());
        return replies.ok(reader.ownNote(id, note, false));
    }

    private void endThreads(Opened opened, Instant now) {
        for (ThreadEntity thread : opened.seen().threads()) {
            ThreadState before = thread.state();
            ThreadState after = ThreadLife.end(before, thread.type(), now);
            if (!after.equals(before)) {
                // Silence that no timer has taken down yet changed the thread when the deadline passed.
                thread.state(after, after instanceof ThreadState.Deemed deemed ? deemed.at() : now);
                database.flush();
                if (after instanceof ThreadState.Deemed) {
                    outbox.append(ConsultationEvent.DEEMED.of(thread.id(), thread.told()));
                }
            }
        }
    }

    private record Opened(ConsultationViews.Seen seen, ConsultationFileEntity file, ConsultationState state) {

        ConsultationEntity consultation() {
            return seen.consultation();
        }
    }

    /** Finds an own consultation for a change: 404 where it is hidden, 403 where it is another's, 428 and 412. */
    private Opened open(UUID id, @Nullable String ifMatch) {
        ConsultationViews.Seen seen = reader.seen(id);
        Optional<ConsultationFileEntity> file = seen.file();
        if (file.isEmpty() || !current.get().isOf(seen.consultation().requestingState())) {
            throw KernelProblem.FORBIDDEN.because("Only the requesting state's licensing desk does this.");
        }
        replies.etag(views.view(seen)).require(ifMatch);
        return new Opened(seen, file.get(), state(seen, file.get()));
    }

    /** The same for what depends on the answers: none is given between what is read and what is decided of it. */
    private Opened openWithThreads(UUID id, @Nullable String ifMatch) {
        Opened opened = open(id, ifMatch);
        opened.seen().threads().stream()
                .sorted(Comparator.comparing(ThreadEntity::id))
                .forEach(thread -> database.lock(thread, LockModeType.PESSIMISTIC_WRITE));
        return opened;
    }

    private static ConsultationState state(ConsultationViews.Seen seen, ConsultationFileEntity file) {
        return file.draft().orElseGet(() -> seen.outcome()
                .map(outcome -> outcome.closedAt() != null
                        ? new ConsultationState.Closed()
                        : new ConsultationState.Decided(
                                outcome.outcome(), file.decider(), ConsultationViews.noticeState(seen)))
                .orElseGet(ConsultationState.Requested::new));
    }

    private static ConsultationState decided(ConsultationStep step) {
        return switch (step) {
            case ConsultationStep.To(var next) -> next;
            case ConsultationStep.Gone gone -> throw new IllegalStateException("this step leaves nothing");
            case ConsultationStep.Refused(var why) -> throw why.because(why.title() + ".");
        };
    }

    private void requireApprover() {
        if (!current.get().isApprover()) {
            throw KernelProblem.FORBIDDEN.because("A licensing approver does this.");
        }
    }

    private Reply saved(Opened opened, ConsultationState next) {
        opened.file().state(next, clock.instant());
        database.lock(opened.file(), LockModeType.OPTIMISTIC_FORCE_INCREMENT);
        database.flush();
        return replies.ok(views.view(reader.seen(opened.consultation().id())));
    }

    private void refuseWrong(DraftConsultation content) {
        StateCode own = current.get().ownState();
        List<FieldError> errors = new ArrayList<>(
                ConsultationRules.wrong(content, own, states.now().subscribed()));
        errors.addAll(threads.notCitable(content));
        if (!errors.isEmpty()) {
            throw KernelProblem.INVALID_VALUES.in(errors);
        }
    }

    private void refuseIncomplete(DraftConsultation content) {
        // A release may have been narrowed, or a state suspended, since the draft was saved.
        refuseWrong(content);
        List<FieldError> missing = ConsultationRules.missing(content);
        if (!missing.isEmpty()) {
            throw KernelProblem.MISSING_VALUES.in(missing);
        }
    }

    private String freeRef(StateCode own, Instant now) {
        return free("CN", own, now, ref -> consultations.hasRef(own, ref));
    }

    private String freeNoticeRef(StateCode own, Instant now) {
        return free("NG", own, now, ref -> store.hasNotice(own, ref));
    }

    private String free(String kind, StateCode own, Instant now, Predicate<String> taken) {
        int year = LocalDate.ofInstant(now, ZoneOffset.UTC).getYear();
        return Stream.generate(() -> "%s-%s-%d-%s".formatted(kind, own, year, identifiers.code(REF_CODE_LENGTH)))
                .filter(Predicate.not(taken))
                .findFirst()
                .orElseThrow();
    }
}
