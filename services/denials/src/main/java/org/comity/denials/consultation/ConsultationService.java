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
import org.comity.denials.consultation.content.CandidateTransaction;
import org.comity.denials.consultation.content.ConsultationRules;
import org.comity.denials.consultation.content.DraftConsultation;
import org.comity.denials.consultation.thread.ThreadLife;
import org.comity.denials.consultation.thread.ThreadState;
import org.comity.denials.procedure.ConsultationProcedure;
import org.comity.denials.procedure.Procedures;
import org.comity.kernel.caller.Caller;
import org.comity.kernel.caller.CurrentCaller;
import org.comity.kernel.caller.StateCode;
import org.comity.kernel.http.RecordVersion;
import org.comity.kernel.http.Reply;
import org.comity.kernel.outbox.Outbox;
import org.comity.kernel.problem.FieldError;
import org.comity.kernel.problem.KernelProblem;
import org.comity.kernel.time.Identifiers;
import org.comity.sharing.foureyes.Step;
import org.comity.sharing.foureyes.TakenBy;
import org.comity.sharing.reference.References;
import org.comity.sharing.states.MemberStates;
import org.jspecify.annotations.Nullable;

/** What the requesting state does with a consultation: loads, asks the domain, saves, tells the outbox. */
@Singleton
class ConsultationService {

    private final EntityManager database;
    private final ConsultationStore store;
    private final NoticeStore notices;
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
    private final References references;
    private final Clock clock;

    ConsultationService(
            EntityManager database,
            ConsultationStore store,
            NoticeStore notices,
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
            References references,
            Clock clock) {
        this.database = database;
        this.store = store;
        this.notices = notices;
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
        this.references = references;
        this.clock = clock;
    }

    /** Opens a draft. */
    @Transactional
    Reply draft(DraftConsultation content, Function<UUID, String> address) {
        Caller caller = current.get();
        TakenBy.DESK.require(caller);
        refuseWrong(content);
        Instant now = clock.instant();
        ConsultationEntity consultation = new ConsultationEntity(
                identifiers.next(),
                references.free("CN", caller.ownState(), "consultation", "requesting_state"),
                caller.ownState(),
                content);
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
    Reply edit(RecordVersion version, DraftConsultation content) {
        UUID id = version.id();
        Opened opened = open(version, ConsultationStep.EDIT);
        ConsultationState next = ConsultationLife.edit(opened.state()).taken();
        refuseWrong(content);
        opened.file().content(persons.sealed(id, opened.consultation().requestingState(), content));
        opened.consultation().apply(content);
        return saved(opened, next);
    }

    /** Hands the draft to an approver. */
    @Transactional
    Reply submit(RecordVersion version) {
        Opened opened = open(version, ConsultationStep.SUBMIT);
        ConsultationState next = ConsultationLife.submit(
                        opened.state(), current.get().person(), clock.instant())
                .taken();
        refuseIncomplete(persons.opened(version.id(), opened.file().content()));
        return saved(opened, next);
    }

    /** Sends a submission back. */
    @Transactional
    Reply sendBack(RecordVersion version, String reason) {
        Opened opened = open(version, ConsultationStep.RETURN);
        return saved(opened, ConsultationLife.sendBack(opened.state(), reason).taken());
    }

    /** Throws a draft away, of which no other state was told: nothing is left but its reference. */
    @Transactional
    void discard(RecordVersion version) {
        UUID id = version.id();
        Opened opened = open(version, ConsultationStep.DISCARD);
        if (ConsultationLife.discard(opened.state()) instanceof Step.Refused<ConsultationState> refused) {
            throw refused.refusal("");
        }
        persons.forget(id);
        store.remove(opened.consultation(), opened.file());
    }

    /** Approves a submission and asks the other states, each in a thread of its own. */
    @Transactional
    Reply approve(RecordVersion version) {
        UUID id = version.id();
        Opened opened = open(version, ConsultationStep.APPROVE);
        ConsultationState next =
                ConsultationLife.approve(opened.state(), current.get().person()).taken();
        DraftConsultation content = persons.opened(id, opened.file().content());
        refuseIncomplete(content);
        Instant now = clock.instant();
        ConsultationProcedure procedure = procedures.consultation(LocalDate.ofInstant(now, ZoneOffset.UTC));
        ConsultationEntity consultation = opened.consultation();
        consultation.requested(now, procedure.version());
        opened.file().approved(current.get().person());
        store.ask(
                consultation,
                new ConsultationStore.Asked(
                        persons.shared(id, consultation.requestingState(), content.transactionOrEmpty()),
                        Objects.requireNonNull(content.question())));
        content.consultedStates().forEach(consulted -> threads.open(consultation, consulted, procedure, now));
        Reply reply = saved(opened, next);
        outbox.append(ConsultationEvent.REQUESTED.of(id, consultation.version()));
        return reply;
    }

    /** Records the decision, whoever has answered. */
    @Transactional
    Reply decide(RecordVersion version, Outcome outcome, @Nullable String explanation) {
        UUID id = version.id();
        Opened opened = openWithThreads(
                version, outcome == Outcome.WITHDRAWN ? ConsultationStep.WITHDRAW : ConsultationStep.DECIDE);
        ConsultationState next = ConsultationLife.decide(
                        opened.state(),
                        outcome,
                        current.get().person(),
                        opened.seen().asksForNotice())
                .taken();
        if (outcome.lets() && explanation == null) {
            throw KernelProblem.MISSING_VALUES.at(
                    "/explanation", "A grant is explained, and so is a transit that is allowed.");
        }
        Instant now = clock.instant();
        store.decide(opened.consultation(), outcome, explanation, now);
        if (outcome == Outcome.DENIED || outcome == Outcome.WITHDRAWN) {
            endThreads(opened, now);
        }
        if (outcome.lets() && NoticeType.of(opened.consultation().type()).isPresent()) {
            LocalDate decided = ConsultationViews.day(now);
            ConsultationProcedure procedure = procedures.consultation(
                    Objects.requireNonNull(opened.consultation().procedureVersion()));
            notices.openNoticeClock(
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
    Reply notice(RecordVersion version, NoticeType type, String reasons) {
        UUID id = version.id();
        Opened opened = open(version, type.step());
        ConsultationEntity consultation = opened.consultation();
        ConsultationState next = ConsultationLife.notify(
                        opened.state(), consultation.type(), type, current.get().person())
                .taken();
        Instant now = clock.instant();
        ConsultationStore.Decision outcome = opened.seen().outcome().orElseThrow();
        LocalDate decided = ConsultationViews.day(outcome.decidedAt());
        ConsultationProcedure procedure =
                procedures.consultation(Objects.requireNonNull(consultation.procedureVersion()));
        Optional<CandidateTransaction> told = type == NoticeType.ESSENTIAL_INTEREST
                ? opened.seen().transaction().map(ConsultationStore.Asked::candidate)
                : Optional.empty();
        consultation.told(type.sent());
        database.flush();
        notices.sendNotice(
                id,
                consultation.requestingState(),
                new NoticeStore.SentNotice(
                        type,
                        references.free(
                                "NG", consultation.requestingState(), "consultation_notice", "requesting_state"),
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
        notices.endNoticeClock(id, now);
        Reply reply = saved(opened, next);
        outbox.append(type.sent().of(id, consultation.version()));
        return reply;
    }

    /** Files a decided consultation away. */
    @Transactional
    Reply close(RecordVersion version) {
        UUID id = version.id();
        Opened opened = openWithThreads(version, ConsultationStep.CLOSE);
        ConsultationState next = ConsultationLife.close(opened.state()).taken();
        Instant now = clock.instant();
        store.close(id, now);
        endThreads(opened, now);
        notices.endNoticeClock(id, now);
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
    Reply editNote(RecordVersion version, UUID note, String text) {
        UUID id = version.id();
        replies.etag(reader.ownNote(id, note, true)).require(version.ifMatch());
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

    private record Opened(Seen seen, ConsultationFileEntity file, ConsultationState state) {

        ConsultationEntity consultation() {
            return seen.consultation();
        }
    }

    /**
     * Finds an own consultation for a step: 404 where it is hidden, 403 where it is another state's or another role's step,
     * 428 and 412.
     */
    private Opened open(RecordVersion version, ConsultationStep step) {
        Seen seen = reader.seen(version.id());
        Optional<ConsultationFileEntity> file = seen.file();
        if (file.isEmpty() || !current.get().isOf(seen.consultation().requestingState())) {
            throw KernelProblem.FORBIDDEN.because("Only the requesting state's licensing desk does this.");
        }
        step.takenBy().require(current.get());
        replies.etag(views.view(seen)).require(version.ifMatch());
        return new Opened(seen, file.get(), ConsultationState.of(seen, file.get()));
    }

    /** The same for what depends on the answers: none is given between what is read and what is decided of it. */
    private Opened openWithThreads(RecordVersion version, ConsultationStep step) {
        Opened opened = open(version, step);
        opened.seen().threads().stream()
                .sorted(Comparator.comparing(ThreadEntity::id))
                .forEach(thread -> database.lock(thread, LockModeType.PESSIMISTIC_WRITE));
        return opened;
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
}
