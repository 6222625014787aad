package org.comity.denials.consultation;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.comity.denials.consultation.ConsultationView.NoticeOfGrantView;
import org.comity.denials.consultation.ConsultationView.OutcomeView;
import org.comity.denials.consultation.ConsultationView.ProcedureView;
import org.comity.denials.consultation.thread.ThreadLife;
import org.comity.denials.content.NoDuty;
import org.comity.denials.procedure.ConsultationProcedure;
import org.comity.denials.procedure.Procedures;
import org.comity.kernel.caller.Caller;
import org.comity.kernel.caller.CurrentCaller;
import org.comity.kernel.caller.StateCode;
import org.comity.sharing.foureyes.LifeStep;
import org.comity.sharing.foureyes.WorkingCopy;
import org.jspecify.annotations.Nullable;

/**
 * Makes the view of a consultation out of the rows that its reader may see. Whatever follows (status, label, date of
 * change) follows from these rows alone, and from the time.
 */
@Singleton
class ConsultationViews {

    private final EntityManager database;
    private final ConsultationStore store;
    private final NoticeStore notices;
    private final CandidatePersons persons;
    private final Procedures procedures;
    private final ThreadViews threads;
    private final CurrentCaller current;
    private final Clock clock;

    ConsultationViews(
            EntityManager database,
            ConsultationStore store,
            NoticeStore notices,
            CandidatePersons persons,
            Procedures procedures,
            ThreadViews threads,
            CurrentCaller current,
            Clock clock) {
        this.database = database;
        this.store = store;
        this.notices = notices;
        this.persons = persons;
        this.procedures = procedures;
        this.threads = threads;
        this.current = current;
        this.clock = clock;
    }

    /** The rows that the caller may see; empty where the consultation itself is none of them. */
    Optional<Seen> seen(UUID id, Part part) {
        Caller caller = current.get();
        ConsultationEntity consultation = part == Part.NOTHING ? null : database.find(ConsultationEntity.class, id);
        if (consultation == null) {
            return Optional.empty();
        }
        boolean party = part.isParty();
        Optional<NoticeStore.SentNotice> notice = notices.notice(caller, id);
        if (part == Part.NOTIFIED && notice.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Seen(
                consultation,
                part,
                part == Part.REQUESTING
                        ? Optional.ofNullable(database.find(ConsultationFileEntity.class, id))
                        : Optional.empty(),
                party ? store.asked(id) : Optional.empty(),
                party ? store.threads(caller, id) : List.of(),
                party ? store.cited(caller, id) : Map.of(),
                party ? store.exchanges(caller, id) : Map.of(),
                party ? store.decision(id) : Optional.empty(),
                notice));
    }

    /** The view of these rows. */
    ConsultationView view(Seen seen) {
        Instant now = clock.instant();
        ConsultationEntity consultation = seen.consultation();
        Optional<ConsultationFileEntity> file = seen.file();
        Optional<ConsultationFileEntity> draft = file.filter(f -> f.draft().isPresent());
        return new ConsultationView(
                consultation.id(),
                consultation.ref(),
                version(seen),
                role(seen.part()),
                status(seen, now),
                consultation.requestingState(),
                consultation.type(),
                seen.tlp(),
                true,
                NoDuty.ANSWERS,
                seen.updatedAt(now),
                seen.part().isParty() ? consultation.requestedAt() : null,
                seen.part().isParty() ? procedure(consultation) : null,
                draft.map(f -> f.content().candidateTransaction())
                        .or(() -> seen.transaction().map(ConsultationStore.Asked::candidate))
                        .map(transaction -> persons.opened(consultation.id(), transaction))
                        .orElse(null),
                draft.map(f -> f.content().question())
                        .or(() -> seen.transaction().map(ConsultationStore.Asked::question))
                        .orElse(null),
                seen.threads().stream()
                        .map(thread -> threads.view(seen, thread, now))
                        .toList(),
                seen.part().isRequesting() ? open(seen, now) : List.of(),
                seen.outcome().map(ConsultationViews::outcome).orElse(null),
                notice(seen, NoticeType.UNDERCUT, now),
                notice(seen, NoticeType.ESSENTIAL_INTEREST, now),
                draft.map(f -> f.content().consultedStates()).orElse(List.of()),
                file.map(f -> f.content().internalRef()).orElse(null),
                file.map(f -> f.content().nationalAnnex()).orElse(null),
                file.map(ConsultationFileEntity::createdAt).orElse(null),
                file.map(ConsultationFileEntity::creator).orElse(null),
                file.flatMap(ConsultationFileEntity::submitter).orElse(null),
                file.map(ConsultationFileEntity::submittedAt).orElse(null),
                file.map(ConsultationFileEntity::returnedBecause).orElse(null),
                file.flatMap(ConsultationFileEntity::approver).orElse(null),
                file.flatMap(ConsultationFileEntity::decider).orElse(null),
                file.map(f -> steps(seen, f)).orElse(List.of()));
    }

    /** What the requesting desk may do next with the whole. */
    private List<String> steps(Seen seen, ConsultationFileEntity file) {
        Caller caller = current.get();
        ConsultationState state = ConsultationState.of(seen, file);
        return LifeStep.open(
                ConsultationStep.class,
                caller,
                step -> ConsultationLife.lets(step, state, seen.consultation().type(), caller.person()));
    }

    /** The version of the latest event of the whole of which this reader sees what happened; 0 for a draft. */
    private static int version(Seen seen) {
        if (seen.outcome().filter(outcome -> outcome.closedAt() != null).isPresent()) {
            return ConsultationEvent.CLOSED.stage();
        }
        if (seen.notice().isPresent()) {
            return seen.notice().get().type().sent().stage();
        }
        if (seen.outcome().isPresent()) {
            return ConsultationEvent.DECIDED.stage();
        }
        return seen.consultation().requestedAt() == null ? 0 : ConsultationEvent.REQUESTED.stage();
    }

    private static ConsultationView.Role role(Part part) {
        return switch (part) {
            case REQUESTING, REQUESTING_CONTACT -> ConsultationView.Role.SENT;
            case CONSULTED -> ConsultationView.Role.RECEIVED;
            case NOTIFIED, NOTHING -> ConsultationView.Role.NOTIFIED;
        };
    }

    private static ConsultationStatus status(Seen seen, Instant now) {
        if (seen.part() == Part.NOTIFIED) {
            return ConsultationStatus.valueOf(
                    seen.notice().orElseThrow().outcome().name());
        }
        if (seen.consultation().requestedAt() == null) {
            return seen.file()
                            .flatMap(ConsultationFileEntity::workingCopy)
                            .filter(WorkingCopy::isSubmitted)
                            .isPresent()
                    ? ConsultationStatus.NATIONAL_APPROVAL
                    : ConsultationStatus.DRAFT;
        }
        if (seen.outcome().isPresent()) {
            ConsultationStore.Decision outcome = seen.outcome().get();
            return outcome.closedAt() != null
                    ? ConsultationStatus.CLOSED
                    : ConsultationStatus.valueOf(outcome.outcome().name());
        }
        return open(seen, now).isEmpty() ? ConsultationStatus.DECISION_PENDING : ConsultationStatus.REQUESTED;
    }

    private static List<StateCode> open(Seen seen, Instant now) {
        return seen.threads().stream()
                .filter(thread ->
                        ThreadLife.asOf(thread.state(), thread.type(), now).isOpen())
                .map(ThreadEntity::consultedState)
                .toList();
    }

    private @Nullable ProcedureView procedure(ConsultationEntity consultation) {
        Integer version = consultation.procedureVersion();
        if (version == null) {
            return null;
        }
        ConsultationProcedure procedure = procedures.consultation(version);
        return new ProcedureView(
                ConsultationProcedure.CODE,
                version,
                procedure.replyDays(),
                procedure.extensionDays(),
                procedure.notifyPreferred(),
                procedure.notifyLatest());
    }

    private static OutcomeView outcome(ConsultationStore.Decision outcome) {
        return new OutcomeView(outcome.outcome(), outcome.explanation(), outcome.decidedAt(), outcome.closedAt());
    }

    private @Nullable NoticeOfGrantView notice(Seen seen, NoticeType type, Instant now) {
        if (NoticeType.of(seen.consultation().type()).filter(type::equals).isEmpty()) {
            return null;
        }
        if (seen.notice().isPresent()) {
            NoticeStore.SentNotice sent = seen.notice().get();
            return new NoticeOfGrantView(
                    sent.ref(),
                    null,
                    sent.decidedOn(),
                    sent.preferredBy(),
                    sent.latestBy(),
                    sent.at(),
                    day(sent.at()).isAfter(sent.latestBy()),
                    sent.reasons(),
                    sent.denials().stream().map(NoticeStore.Undercut::ref).toList(),
                    sent.destination(),
                    sent.controlCodes());
        }
        if (seen.noticeOfGrant() != ConsultationState.Notice.OUTSTANDING) {
            return null;
        }
        LocalDate decided = day(seen.outcome().orElseThrow().decidedAt());
        ConsultationProcedure procedure = procedures.consultation(
                Objects.requireNonNull(seen.consultation().procedureVersion()));
        return new NoticeOfGrantView(
                null,
                true,
                decided,
                procedure.preferredBy(decided),
                procedure.latestBy(decided),
                null,
                day(now).isAfter(procedure.latestBy(decided)),
                null,
                List.of(),
                null,
                List.of());
    }

    /** Days of a notice turn in UTC. */
    static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }
}
