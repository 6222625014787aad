package org.comity.denials.consultation;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.comity.denials.consultation.ConsultationView.Awaits;
import org.comity.denials.consultation.ConsultationView.ClockView;
import org.comity.denials.consultation.ConsultationView.ExchangeView;
import org.comity.denials.consultation.ConsultationView.NoticeOfGrantView;
import org.comity.denials.consultation.ConsultationView.OutcomeView;
import org.comity.denials.consultation.ConsultationView.ProcedureView;
import org.comity.denials.consultation.ConsultationView.ProposalView;
import org.comity.denials.consultation.ConsultationView.ThreadView;
import org.comity.denials.consultation.content.CandidateTransaction;
import org.comity.denials.consultation.thread.Answer;
import org.comity.denials.consultation.thread.ConsultationType;
import org.comity.denials.consultation.thread.ThreadLife;
import org.comity.denials.consultation.thread.ThreadState;
import org.comity.denials.consultation.thread.ThreadStatus;
import org.comity.denials.content.NoDuty;
import org.comity.denials.procedure.ConsultationProcedure;
import org.comity.denials.procedure.Procedures;
import org.comity.kernel.caller.Caller;
import org.comity.kernel.caller.CurrentCaller;
import org.comity.kernel.caller.StateCode;
import org.comity.sharing.foureyes.LifeStep;
import org.comity.sharing.foureyes.WorkingCopy;
import org.comity.sharing.release.Tlp;
import org.jspecify.annotations.Nullable;

/**
 * Makes the view of a consultation out of the rows that its reader may see. Whatever follows (status, label, date of
 * change) follows from these rows alone, and from the time.
 */
@Singleton
class ConsultationViews {

    private final EntityManager database;
    private final ConsultationStore store;
    private final CandidatePersons persons;
    private final Procedures procedures;
    private final ThreadViews threads;
    private final CurrentCaller current;
    private final Clock clock;

    ConsultationViews(
            EntityManager database,
            ConsultationStore store,
            CandidatePersons persons,
            Procedures procedures,
            ThreadViews threads,
            CurrentCaller current,
            Clock clock) {
        this.database = database;
        this.store = store;
        this.persons = persons;
        this.procedures = procedures;
        this.threads = threads;
        this.current = current;
        this.clock = clock;
    }

    /** The rows that a view is made of. */
    record Seen(
            ConsultationEntity consultation,
            Part part,
            Optional<ConsultationFileEntity> file,
            Optional<ConsultationStore.Asked> transaction,
            List<ThreadEntity> threads,
            Map<UUID, List<ConsultationStore.Cited>> cited,
            Map<UUID, List<ExchangeView>> exchanges,
            Optional<ConsultationStore.Decision> outcome,
            Optional<ConsultationStore.SentNotice> notice) {

        List<ConsultationStore.Cited> citedIn(ThreadEntity thread) {
            return cited.getOrDefault(thread.id(), List.of());
        }

        List<ExchangeView> saidIn(ThreadEntity thread) {
            return exchanges.getOrDefault(thread.id(), List.of());
        }

        /** Whether a grant, were it decided now, would ask for a notice (docs/rules.md ). */
        boolean asksForNotice() {
            return consultation.type() == ConsultationType.ESSENTIAL_INTEREST || isContradicted();
        }

        /** Whether an answer or a denial in force stands against a grant; a voluntary thread never does. */
        private boolean isContradicted() {
            return consultation.type() == ConsultationType.NO_UNDERCUT
                    && threads.stream()
                            .filter(thread -> !thread.isVoluntary())
                            .anyMatch(thread -> saysIdentical(thread)
                                    || citedIn(thread).stream()
                                            .anyMatch(cited -> !cited.catchAll() && cited.ended() == null));
        }

        /** Whether a consulted state said identical, in time or late. */
        boolean isCalledIdentical() {
            return consultation.type() == ConsultationType.NO_UNDERCUT
                    && threads.stream().anyMatch(thread -> !thread.isVoluntary() && saysIdentical(thread));
        }

        private static boolean saysIdentical(ThreadEntity thread) {
            return thread.state().said().filter(Answer.IDENTICAL::equals).isPresent();
        }
    }

    /** The rows that the caller may see; empty where the consultation itself is none of them. */
    Optional<Seen> seen(UUID id, Part part) {
        Caller caller = current.get();
        ConsultationEntity consultation = part == Part.NOTHING ? null : database.find(ConsultationEntity.class, id);
        if (consultation == null) {
            return Optional.empty();
        }
        boolean party = part.isParty();
        Optional<ConsultationStore.SentNotice> notice = store.notice(caller, id);
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
                tlp(seen),
                true,
                NoDuty.ANSWERS,
                updatedAt(seen, now),
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

    /** The view as a line of a list. */
    ConsultationView.Summary summary(ConsultationView view) {
        CandidateTransaction candidate = view.candidateTransaction();
        Instant now = clock.instant();
        Optional<ClockView> nearest = view.threads().stream()
                .filter(thread -> isOpen(thread) && !now.isAfter(thread.clock().dueAt()))
                .map(ThreadView::clock)
                .min(Comparator.comparing(ClockView::dueAt));
        return new ConsultationView.Summary(
                view.id(),
                view.ref(),
                view.role(),
                view.status(),
                view.requestingState(),
                Stream.concat(
                                view.threads().stream().map(ThreadView::state),
                                view.consultedStates().stream().map(consulted -> consulted.state()))
                        .distinct()
                        .toList(),
                view.type(),
                candidate == null
                        ? view.noticeOfGrant()
                                .map(NoticeOfGrantView::destination)
                                .orElse(null)
                        : candidate.destination(),
                candidate == null
                        ? view.noticeOfGrant()
                                .map(NoticeOfGrantView::controlCodes)
                                .orElse(List.of())
                        : candidate.controlCodes(),
                view.tlp(),
                view.requestedAt(),
                nearest.map(ClockView::dueAt).orElse(null),
                nearest.map(ClockView::dueOn).orElse(null),
                nearest.map(ClockView::calendarState).orElse(null),
                nearest.map(ClockView::zone).orElse(null),
                view.threads().stream().anyMatch(thread -> thread.deemed() != null && thread.reply() == null),
                awaits(view),
                view.updatedAt(),
                view.internalRef(),
                view.submittedBy());
    }

    private static boolean isOpen(ThreadView thread) {
        return thread.reply() == null && thread.deemed() == null && thread.status() != ThreadStatus.ENDED;
    }

    /** What waits for the reader's own state, from what it sees alone (docs/rules.md R-137). */
    private static List<Awaits> awaits(ConsultationView view) {
        Set<Awaits> awaits = EnumSet.noneOf(Awaits.class);
        boolean asked = view.role() == ConsultationView.Role.RECEIVED;
        if (view.status() == ConsultationStatus.NATIONAL_APPROVAL) {
            awaits.add(Awaits.APPROVAL);
        }
        if (view.status() == ConsultationStatus.DECISION_PENDING && !asked) {
            awaits.add(Awaits.DECISION);
        }
        if (!asked
                && view.noticeOfGrant().filter(NoticeOfGrantView::isOutstanding).isPresent()) {
            awaits.add(Awaits.NOTICE);
        }
        for (ThreadView thread : view.threads()) {
            ProposalView proposal = thread.clock().proposal();
            if (proposal != null && proposal.by().equals(thread.state()) != asked) {
                awaits.add(Awaits.EXTENSION);
            }
            if (asked && isOpen(thread)) {
                awaits.add(Awaits.REPLY);
            }
            if (!asked && thread.status() == ThreadStatus.NEED_MORE) {
                awaits.add(Awaits.MORE);
            }
        }
        return List.copyOf(awaits);
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

    /**
     * The strictest label of what this reader sees: the consultation's own, those of the denials cited to it, and those of
     * the notice that it may read.
     */
    private static Tlp tlp(Seen seen) {
        return Stream.of(
                        Stream.of(seen.consultation().tlp()),
                        seen.cited().values().stream().flatMap(List::stream).map(ConsultationStore.Cited::tlp),
                        seen.notice().stream()
                                .flatMap(notice -> notice.denials().stream())
                                .map(ConsultationStore.Undercut::tlp))
                .flatMap(labels -> labels)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static Instant updatedAt(Seen seen, Instant now) {
        List<Instant> changes = new ArrayList<>();
        seen.file().ifPresent(file -> changes.add(file.updatedAt()));
        if (seen.part().isParty() && seen.consultation().requestedAt() != null) {
            changes.add(seen.consultation().requestedAt());
        }
        for (ThreadEntity thread : seen.threads()) {
            changes.add(thread.changedAt());
            if (ThreadLife.asOf(thread.state(), thread.type(), now) instanceof ThreadState.Deemed deemed) {
                changes.add(deemed.at());
            }
            seen.citedIn(thread).stream()
                    .map(ConsultationStore.Cited::changedAt)
                    .filter(Objects::nonNull)
                    .forEach(changes::add);
        }
        seen.outcome().ifPresent(outcome -> {
            changes.add(outcome.decidedAt());
            if (outcome.closedAt() != null) {
                changes.add(outcome.closedAt());
            }
        });
        seen.notice().ifPresent(notice -> changes.add(notice.at()));
        return changes.stream().max(Comparator.naturalOrder()).orElse(Instant.EPOCH);
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

    /** How it stands with the notice of a grant, for the requesting state; for others what was sent. */
    static ConsultationState.Notice noticeState(Seen seen) {
        if (seen.notice().isPresent()) {
            return ConsultationState.Notice.SENT;
        }
        // what is said after it was filed away undoes nothing, and asks for nothing that could not be sent any more
        boolean granted = seen.outcome()
                .filter(outcome -> outcome.outcome().lets() && outcome.closedAt() == null)
                .isPresent();
        boolean required = granted
                && (seen.consultation().type() == ConsultationType.ESSENTIAL_INTEREST
                                && seen.part().isRequesting()
                        || seen.file()
                                .map(ConsultationFileEntity::isNoticeRequired)
                                .orElse(false)
                        || seen.isCalledIdentical());
        return required ? ConsultationState.Notice.OUTSTANDING : ConsultationState.Notice.NOT_REQUIRED;
    }

    private @Nullable NoticeOfGrantView notice(Seen seen, NoticeType type, Instant now) {
        if (NoticeType.of(seen.consultation().type()).filter(type::equals).isEmpty()) {
            return null;
        }
        if (seen.notice().isPresent()) {
            ConsultationStore.SentNotice sent = seen.notice().get();
            return new NoticeOfGrantView(
                    sent.ref(),
                    null,
                    sent.decidedOn(),
                    sent.preferredBy(),
                    sent.latestBy(),
                    sent.at(),
                    day(sent.at()).isAfter(sent.latestBy()),
                    sent.reasons(),
                    sent.denials().stream().map(ConsultationStore.Undercut::ref).toList(),
                    sent.destination(),
                    sent.controlCodes());
        }
        if (noticeState(seen) != ConsultationState.Notice.OUTSTANDING) {
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
