package org.comity.bulletins.request;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.comity.kernel.caller.Caller;
import org.comity.kernel.caller.CurrentCaller;
import org.comity.kernel.caller.Person;
import org.comity.kernel.caller.Role;
import org.comity.kernel.caller.StateCode;
import org.comity.kernel.http.RecordVersion;
import org.comity.kernel.http.Reply;
import org.comity.kernel.outbox.Outbox;
import org.comity.kernel.paging.Page;
import org.comity.kernel.paging.PageRequest;
import org.comity.kernel.problem.FieldError;
import org.comity.kernel.problem.KernelProblem;
import org.comity.sharing.foureyes.LifeStep;
import org.comity.sharing.foureyes.Opening;
import org.comity.sharing.foureyes.Step;
import org.comity.sharing.foureyes.TakenBy;
import org.comity.sharing.foureyes.WorkingCopy;
import org.comity.sharing.record.RecordKind;
import org.comity.sharing.record.RecordKinds;
import org.comity.sharing.record.Seen;
import org.comity.sharing.record.SharedRecords;
import org.comity.sharing.reference.References;
import org.comity.sharing.release.Desk;
import org.jspecify.annotations.Nullable;

/**
 * Drafts, asks, answers and withdraws requests for information.
 *
 * <p>Rules.
 */
@Singleton
class RequestService {

    private static final RecordKind<InformationRequestEntity, InformationRequestFileEntity> KIND = new RecordKind<>(
            "request",
            "information_request",
            "information_request_id",
            Desk.ANALYSIS,
            InformationRequestEntity.class,
            InformationRequestFileEntity.class);

    private final SharedRecords<InformationRequestEntity, InformationRequestFileEntity, InformationRequest> requests;
    private final Threads threads;
    private final References references;
    private final Outbox outbox;
    private final Reply.Writer replies;
    private final CurrentCaller current;
    private final Clock clock;

    RequestService(
            RecordKinds kinds,
            Threads threads,
            References references,
            Outbox outbox,
            Reply.Writer replies,
            CurrentCaller current,
            Clock clock) {
        this.requests = kinds.of(KIND, this::view);
        this.threads = threads;
        this.references = references;
        this.outbox = outbox;
        this.replies = replies;
        this.current = current;
        this.clock = clock;
    }

    /** One request, as the caller may see it. */
    @Transactional
    Reply read(UUID id) {
        return requests.read(id);
    }

    /** Those of these requests that the caller sees, for delivery. */
    List<InformationRequest> seen(Collection<UUID> ids) {
        return requests.seen(ids).stream().map(this::view).toList();
    }

    /** The requests that the caller may see, the newest first. */
    @Transactional
    Page<InformationRequest> list(RequestQuery query, PageRequest page) {
        Caller caller = current.get();
        if (!TakenBy.ANALYSTS.lets(caller) && !caller.hasAny(Role.POC)) {
            throw KernelProblem.FORBIDDEN.because("A role that reads requests for information is needed.");
        }
        return requests.list(page, query::narrowed, this::view);
    }

    /** Opens a draft. */
    @Transactional
    Reply draft(RequestDraft draft, String path) {
        Opening opening = requests.opening();
        InformationRequestEntity request = new InformationRequestEntity(
                opening, references.free("RI", opening.state(), KIND.table(), "originator_state"), draft);
        refuse(wrong(request, draft));
        return requests.open(
                path, request, new InformationRequestFileEntity(opening, draft, related(draft, opening.state())));
    }

    /** The draft asks this from now on. */
    @Transactional
    Reply edit(RecordVersion version, RequestDraft draft) {
        return take(version, RequestStep.EDIT, seen -> {
            RequestLife next = life(seen).edit().taken();
            refuse(wrong(seen.header(), draft));
            seen.header().says(draft);
            seen.file().release(draft.release());
            seen.file().relatedBulletin(related(draft, seen.header().originator()));
            return next;
        });
    }

    private List<FieldError> wrong(InformationRequestEntity request, RequestDraft draft) {
        List<FieldError> wrong = new ArrayList<>(draft.wrong(request.originator(), today()));
        if (wrong.isEmpty()) {
            requests.faults(request, draft.release()).stream()
                    .map(fault -> new FieldError(
                            fault.pointer().replaceFirst("^/releasability/states", "/addressees"), fault.detail()))
                    .forEach(wrong::add);
        }
        if (draft.relatedBulletin() != null
                && threads.bulletin(draft.relatedBulletin(), request.originator())
                        .isEmpty()) {
            wrong.add(new FieldError("/relatedBulletin", "There is no published bulletin of this reference."));
        }
        return wrong;
    }

    private @Nullable UUID related(RequestDraft draft, StateCode own) {
        return draft.relatedBulletin() == null
                ? null
                : threads.bulletin(draft.relatedBulletin(), own).orElse(null);
    }

    /** The draft goes to an approver; all that it lacks is told at once. */
    @Transactional
    Reply submit(RecordVersion version) {
        return take(version, RequestStep.SUBMIT, seen -> {
            RequestLife next = life(seen).submit(person(), clock.instant()).taken();
            refuseIncomplete(seen);
            return next;
        });
    }

    /** Another person approves: its addressees have it with that, each until a day of its own calendar. */
    @Transactional
    Reply approve(RecordVersion version) {
        return take(version, RequestStep.APPROVE, seen -> {
            RequestLife next = life(seen).approve(person()).taken();
            RequestDraft draft = refuseIncomplete(seen);
            requests.publish(seen);
            seen.file().relatedBulletin().ifPresent(bulletin -> threads.about(seen.header(), bulletin));
            draft.addressees().forEach(state -> threads.open(seen.header(), state));
            outbox.append(RequestEvent.ASKED.of(version.id(), seen.header().version()));
            return next;
        });
    }

    private RequestDraft refuseIncomplete(Seen<InformationRequestEntity, InformationRequestFileEntity> seen) {
        InformationRequestEntity request = seen.header();
        RequestDraft draft = new RequestDraft(
                request.subject(),
                request.text(),
                seen.releasability().states(),
                null,
                request.dueOn(),
                request.dueInWorkingDays());
        refuse(wrong(request, draft));
        List<FieldError> missing = draft.missing();
        if (!missing.isEmpty()) {
            throw KernelProblem.MISSING_VALUES.in(missing);
        }
        return draft;
    }

    /** Goes back to its desk. */
    @Transactional
    Reply sendBack(RecordVersion version, String reason) {
        return take(
                version, RequestStep.RETURN, seen -> life(seen).sendBack(reason).taken());
    }

    /** Its state asks it no longer; its addressees see that, and why. */
    @Transactional
    Reply withdraw(RecordVersion version, String reason) {
        return take(version, RequestStep.WITHDRAW, seen -> {
            RequestLife next = life(seen).withdraw().taken();
            seen.header().endedBecause(reason);
            outbox.append(RequestEvent.WITHDRAWN.of(version.id(), seen.header().version()));
            return next;
        });
    }

    /** Throws a draft away. */
    @Transactional
    void discard(RecordVersion version) {
        var seen = requests.opened(version, RequestStep.DISCARD);
        if (life(seen).discard() instanceof Step.Refused<RequestLife> refused) {
            throw refused.refusal("");
        }
        requests.remove(seen, seen.header().ref());
    }

    /** The caller's state answers. */
    @Transactional
    Reply answer(UUID id, RequestAnswer said) {
        var seen = requests.find(id);
        TakenBy.ANALYSTS.require(current.get());
        InformationRequestEntity request = seen.header();
        if (current.get().isOf(request.originator())) {
            throw KernelProblem.FORBIDDEN.because("This is for the states that are asked.");
        }
        if (request.status() != RequestStatus.ASKED) {
            throw RequestProblem.NOT_ASKED.because("Its state asks this no longer.");
        }
        if (said.text() == null && said.bulletin() == null) {
            throw KernelProblem.MISSING_VALUES.at("/text", "Answer in words, or name a bulletin.");
        }
        StateCode own = current.get().ownState();
        UUID bulletin = said.bulletin() == null ? null : bulletin(said.bulletin(), own, request.originator());
        threads.answer(id, own, said.text(), bulletin);
        outbox.append(RequestEvent.ANSWERED.of(id, request.version()));
        return replies.ok(view(seen));
    }

    private UUID bulletin(String ref, StateCode own, StateCode asking) {
        return threads.ownReleasedTo(ref, own, asking)
                .orElseThrow(() -> KernelProblem.INVALID_VALUES.at(
                        "/bulletin",
                        "Your state has published no bulletin of this reference that the asking state reads."));
    }

    /** Takes a step, which tells where the request stands then. */
    private Reply take(
            RecordVersion version,
            RequestStep step,
            Function<Seen<InformationRequestEntity, InformationRequestFileEntity>, RequestLife> work) {
        return requests.take(version, step, seen -> {
            RequestLife next = work.apply(seen);
            boolean waits = next.copy().filter(WorkingCopy::isSubmitted).isPresent();
            seen.header().status(waits ? RequestStatus.CLEARANCE : next.status(), clock.instant());
            if (!next.copy().equals(seen.file().workingCopy())) {
                seen.file().workingCopy(next.copy());
            }
        });
    }

    private static RequestLife life(Seen<InformationRequestEntity, InformationRequestFileEntity> seen) {
        RequestStatus status = seen.header().status() == RequestStatus.CLEARANCE
                ? RequestStatus.DRAFT
                : seen.header().status();
        return new RequestLife(status, seen.file().workingCopy());
    }

    private InformationRequest view(Seen<InformationRequestEntity, InformationRequestFileEntity> seen) {
        InformationRequestEntity request = seen.header();
        Optional<InformationRequestFileEntity> file = seen.ownFile();
        StateCode reader = current.get().ownState();
        return new InformationRequest(
                request.id(),
                request.ref(),
                request.version(),
                request.originator(),
                request.status(),
                file.map(InformationRequestFileEntity::updatedAt).orElse(request.contentAt()),
                request.subject(),
                request.text(),
                file.isPresent() ? seen.releasability().states() : List.of(),
                file.map(own -> own.relatedBulletin().flatMap(bulletin -> threads.bulletin(bulletin, reader)))
                        .orElseGet(() -> threads.about(request.id(), reader))
                        .orElse(null),
                file.isPresent() ? request.dueOn() : null,
                file.isPresent() ? request.dueInWorkingDays() : null,
                request.endedBecause(),
                file.flatMap(InformationRequestFileEntity::submitter).orElse(null),
                file.map(InformationRequestFileEntity::returnedBecause).orElse(null),
                threads.of(request.id(), reader),
                file.isPresent() ? steps(seen) : answers(request));
    }

    private List<String> steps(Seen<InformationRequestEntity, InformationRequestFileEntity> seen) {
        return LifeStep.open(
                RequestStep.class, current.get(), step -> life(seen).lets(step, person()));
    }

    private List<String> answers(InformationRequestEntity request) {
        return current.get().isOf(request.originator())
                ? List.of()
                : LifeStep.open(AddresseeStep.class, current.get(), step -> request.status() == RequestStatus.ASKED);
    }

    private Person person() {
        return current.get().person();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static void refuse(List<FieldError> wrong) {
        if (!wrong.isEmpty()) {
            throw KernelProblem.INVALID_VALUES.in(wrong);
        }
    }
}
