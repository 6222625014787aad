package org.comity.denials.returns;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.comity.denials.content.PermittedUse;
import org.comity.denials.content.Provenance;
import org.comity.denials.content.Releasability;
import org.comity.denials.content.Tlp;
import org.comity.denials.denial.Audience;
import org.comity.denials.denial.ReleaseRequest;
import org.comity.denials.states.MemberStates;
import org.comity.kernel.audit.AuditTrail;
import org.comity.kernel.caller.Caller;
import org.comity.kernel.caller.CurrentCaller;
import org.comity.kernel.caller.Role;
import org.comity.kernel.caller.StateCode;
import org.comity.kernel.http.Reply;
import org.comity.kernel.problem.FieldError;
import org.comity.kernel.problem.KernelProblem;
import org.comity.kernel.time.Identifiers;
import org.jspecify.annotations.Nullable;

/** Takes, approves, corrects and shows returns. */
@Singleton
class ReturnService {

    private final EntityManager database;
    private final ReturnStore store;
    private final OwnDenialsOfPeriod denials;
    private final MemberStates states;
    private final Reply.Writer replies;
    private final CurrentCaller current;
    private final AuditTrail trail;
    private final Identifiers identifiers;
    private final Clock clock;

    ReturnService(
            EntityManager database,
            ReturnStore store,
            OwnDenialsOfPeriod denials,
            MemberStates states,
            Reply.Writer replies,
            CurrentCaller current,
            AuditTrail trail,
            Identifiers identifiers,
            Clock clock) {
        this.database = database;
        this.store = store;
        this.denials = denials;
        this.states = states;
        this.replies = replies;
        this.current = current;
        this.trail = trail;
        this.identifiers = identifiers;
        this.clock = clock;
    }

    /** Gives the return for a period, in place of one that is not released yet. */
    @Transactional
    Reply give(ReturnRequest request, Function<UUID, String> address) {
        Caller caller = current.get();
        if (!caller.isLicensingDesk()) {
            throw KernelProblem.FORBIDDEN.because("Licensing officers give returns.");
        }
        refuseFaults(request, states.now());
        Instant now = clock.instant();
        StateCode own = caller.ownState();
        Period period = Period.parse(Objects.requireNonNull(request.period())).orElseThrow();
        ReturnKind kind = Objects.requireNonNull(request.kind());
        refuseNilInSpite(own, request);
        Optional<ReturnEntity> before = store.ofPeriod(own, period);
        if (before.isPresent() && before.get().status() == ReturnStatus.RELEASED) {
            trail.touched(before.get().id());
            throw ReturnProblem.ALREADY_RETURNED.because(
                    "The return for " + period + " was released already. Correct it instead.");
        }
        ReturnEntity given =
                before.orElseGet(() -> new ReturnEntity(identifiers.next(), own, period, kind, request, now));
        ReturnFileEntity file;
        if (before.isPresent()) {
            given.take(kind, request, now);
            file = store.file(given.id());
            file.given(request, caller.person(), now);
            database.lock(file, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
        } else {
            database.persist(given);
            file = new ReturnFileEntity(given.id(), own, request, caller.person(), now);
            database.persist(file);
        }
        database.flush();
        reach(given, file, covered(given, file.releasability(given.releaseMode())));
        trail.touched(given.id());
        ReturnView view = store.view(given, Optional.of(file));
        return before.isPresent() ? replies.ok(view) : replies.created(address.apply(given.id()), view);
    }

    /** Gives the next version of a return that was released; readers have what was released until it is approved. */
    @Transactional
    Reply correct(UUID id, @Nullable String ifMatch, ReturnRequest sent) {
        ReturnEntity released = own(id, ifMatch);
        if (released.status() != ReturnStatus.RELEASED) {
            throw ReturnProblem.NOT_RELEASED.because("Submit it again instead.");
        }
        ReturnRequest next = sent.of(released.period());
        if (!released.period().equals(next.period())) {
            throw KernelProblem.INVALID_VALUES.at("/period", "A correction is about the same half-year.");
        }
        refuseFaults(next, states.now().keeping(store.reached(id)));
        refuseNilInSpite(released.originator(), next);
        ReturnFileEntity file = store.file(id);
        file.correcting(next, current.get().person(), clock.instant());
        database.lock(file, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
        database.flush();
        return replies.ok(store.view(released, Optional.of(file)));
    }

    private void refuseNilInSpite(StateCode own, ReturnRequest request) {
        if (request.kind() != ReturnKind.NIL || request.nilBecause() != null) {
            return;
        }
        Period period = Period.parse(Objects.requireNonNull(request.period())).orElseThrow();
        long count = denials.count(own, period);
        if (count > 0) {
            throw ReturnProblem.DENIALS_IN_PERIOD.at(
                    "/nilBecause",
                    (count == 1 ? "Your state has a denial" : "Your state has " + count + " denials") + " of " + period
                            + ". Return them in sum, or say why the return is nil all the same.");
        }
    }

    /** What the caller's state denied in a half-year, for its return. */
    @Transactional
    DeniedInPeriod denied(String period) {
        Caller caller = current.get();
        if (!caller.isLicensingDesk()) {
            throw KernelProblem.FORBIDDEN.because("Licensing officers give returns.");
        }
        return denials.sum(
                caller.ownState(),
                Period.parse(period)
                        .filter(it -> it.year() >= Period.EARLIEST_YEAR)
                        .orElseThrow(() -> KernelProblem.MALFORMED_REQUEST.at(
                                "period", "This is no half-year; one looks like 2026-H1.")));
    }

    /** What was released of an own return, version by version. */
    @Transactional
    List<ReturnVersionView> versions(UUID id) {
        trail.touched(id);
        Caller caller = current.get();
        ReturnEntity found = store.find(caller, id);
        if (!caller.isOf(found.originator()) || !caller.isLicensingDesk()) {
            throw KernelProblem.FORBIDDEN.because(
                    "Versions are for the licensing desk of the state whose return it is.");
        }
        return store.versions(id);
    }

    /** Another person than the one who gave it approves; it is released. */
    @Transactional
    Reply approve(UUID id, @Nullable String ifMatch) {
        ReturnEntity waiting = waiting(id, ifMatch);
        ReturnFileEntity file = store.file(id);
        if (file.submitter().id().equals(current.get().person().id())) {
            throw ReturnProblem.SAME_PERSON.because("Another person approves than the one who gave it.");
        }
        Instant now = clock.instant();
        Optional<ReturnRequest> correction = file.correction();
        if (correction.isPresent()) {
            return corrected(waiting, file, correction.get(), now);
        }
        refuseNilInSpite(waiting.originator(), ReturnStore.content(waiting, file));
        waiting.released(now);
        file.approved(current.get().person(), now);
        store.keepVersion(waiting, file);
        return saved(waiting, file);
    }

    private Reply corrected(ReturnEntity released, ReturnFileEntity file, ReturnRequest next, Instant now) {
        refuseFaults(next, states.now().keeping(store.reached(released.id())));
        refuseNilInSpite(released.originator(), next);
        Set<StateCode> reached = Audience.again(
                next.releaseOrDefault(),
                covered(released, next.releaseOrDefault()),
                covered(released, file.releasability(released.releaseMode())),
                store.reached(released.id()));
        store.keepVersion(released, file);
        released.corrected(Objects.requireNonNull(next.kind()), next, now);
        file.corrected(next, current.get().person(), now);
        store.keepVersion(released, file);
        return saved(released, file, reached);
    }

    /** Sends it back, to be given anew. */
    @Transactional
    Reply sendBack(UUID id, @Nullable String ifMatch, String reason) {
        ReturnEntity waiting = waiting(id, ifMatch);
        ReturnFileEntity file = store.file(id);
        if (file.correction().isEmpty()) {
            waiting.sentBack();
        }
        file.sentBack(reason, clock.instant());
        return saved(waiting, file);
    }

    /** Drops the correction of a released return that was sent back; what was released stays. */
    @Transactional
    Reply discard(UUID id, @Nullable String ifMatch) {
        ReturnEntity released = own(id, ifMatch);
        ReturnFileEntity file = store.file(id);
        if (file.correction().isEmpty() || file.returnedBecause() == null) {
            throw ReturnProblem.NOT_SENT_BACK.because(
                    file.correction().isEmpty()
                            ? "There is no correction to discard."
                            : "The correction waits for an approver, who sends it back first.");
        }
        file.correctionDiscarded(clock.instant());
        database.lock(file, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
        database.flush();
        return replies.ok(store.view(released, Optional.of(file)));
    }

    /** Changes to whom a released return goes: narrower by the desk, wider by an approver. It bites at once. */
    @Transactional
    Reply release(UUID id, @Nullable String ifMatch, ReleaseRequest request) {
        ReturnEntity released = own(id, ifMatch);
        if (released.status() != ReturnStatus.RELEASED) {
            throw ReturnProblem.NOT_RELEASED.because("Submit it again with another release instead.");
        }
        if (request.releasability() == null) {
            throw KernelProblem.MISSING_VALUES.at("/releasability", "This is missing.");
        }
        Tlp tlp = request.tlp() == null ? released.tlp() : request.tlp();
        List<PermittedUse> uses =
                request.permittedUse() == null || request.permittedUse().isEmpty()
                        ? released.permittedUse()
                        : request.permittedUse();
        refuseFaults(
                new ReturnRequest(
                        released.period(), released.kind(), released.lines(), null, request.releasability(), tlp, uses),
                states.now().keeping(store.reached(id)));
        ReturnFileEntity file = store.file(id);
        Set<StateCode> readers = store.reached(id);
        Set<StateCode> reached = Audience.again(
                request.releasability(),
                covered(released, request.releasability()),
                covered(released, file.releasability(released.releaseMode())),
                readers);
        boolean widens = !readers.containsAll(reached)
                || tlp.compareTo(released.tlp()) > 0
                || !released.permittedUse().containsAll(uses);
        if (widens && !current.get().isApprover()) {
            throw ReturnProblem.WIDENING_NEEDS_APPROVER.because(
                    "An officer may narrow the release; an approver widens it.");
        }
        Instant now = clock.instant();
        released.releasedAnew(request.releasability().mode(), tlp, uses, now);
        file.releasedAnew(request.releasability(), tlp, uses, now);
        return saved(released, file, reached);
    }

    private Set<StateCode> covered(ReturnEntity given, Releasability release) {
        return Audience.of(
                release, Provenance.OWN, given.originator(), states.now().keeping(store.reached(given.id())));
    }

    /** One return, as the caller may see it. */
    @Transactional
    Reply read(UUID id) {
        trail.touched(id);
        return replies.ok(store.view(store.find(current.get(), id)));
    }

    /** The returns for a year that the caller may see. */
    @Transactional
    List<ReturnView> ofYear(int year) {
        Caller caller = current.get();
        refuseWhoReadsNone(caller);
        List<ReturnView> views =
                store.ofYear(caller, year).stream().map(store::view).toList();
        trail.touchedAll(views.stream().map(ReturnView::id).toList());
        return views;
    }

    /** The own state's returns that wait for an approver, of any year; for others than its desk there are none. */
    @Transactional
    List<ReturnView> waiting() {
        Caller caller = current.get();
        refuseWhoReadsNone(caller);
        List<ReturnView> views = store.waiting(caller).stream().map(store::view).toList();
        trail.touchedAll(views.stream().map(ReturnView::id).toList());
        return views;
    }

    private static void refuseWhoReadsNone(Caller caller) {
        if (!caller.isLicensingDesk()
                && !caller.hasAny(Role.ANALYST, Role.POC, Role.SECRETARIAT, Role.SECRETARIAT_ADMIN)) {
            throw KernelProblem.FORBIDDEN.because("A role that reads denials is needed.");
        }
    }

    /** 404 where it is hidden, 403 where it is another state's, 428 and 412. */
    private ReturnEntity own(UUID id, @Nullable String ifMatch) {
        trail.touched(id);
        Caller caller = current.get();
        ReturnEntity found = store.find(caller, id);
        if (!caller.isOf(found.originator()) || !caller.isLicensingDesk()) {
            throw KernelProblem.FORBIDDEN.because("Only the licensing desk of the state whose return it is does this.");
        }
        replies.etag(store.view(found)).require(ifMatch);
        return found;
    }

    /** The same, 403 for who is no approver, and 409. */
    private ReturnEntity waiting(UUID id, @Nullable String ifMatch) {
        ReturnEntity found = own(id, ifMatch);
        if (!current.get().isApprover()) {
            throw KernelProblem.FORBIDDEN.because("A licensing approver does this.");
        }
        boolean corrects =
                store.file(id).correction().isPresent() && store.file(id).returnedBecause() == null;
        if (found.status() != ReturnStatus.NATIONAL_APPROVAL && !corrects) {
            throw ReturnProblem.NOT_SUBMITTED.because("The return does not wait for an approver.");
        }
        return found;
    }

    private Reply saved(ReturnEntity changed, ReturnFileEntity file) {
        return saved(changed, file, covered(changed, file.releasability(changed.releaseMode())));
    }

    private Reply saved(ReturnEntity changed, ReturnFileEntity file, Set<StateCode> reached) {
        database.lock(file, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
        database.flush();
        reach(changed, file, reached);
        return replies.ok(store.view(changed, Optional.of(file)));
    }

    private void reach(ReturnEntity given, ReturnFileEntity file, Set<StateCode> reached) {
        Releasability release = file.releasability(given.releaseMode());
        store.reach(given, reached, Audience.membersOnly(release, Provenance.OWN));
    }

    private void refuseFaults(ReturnRequest request, MemberStates.Snapshot reachable) {
        List<FieldError> wrong =
                new ArrayList<>(ReturnRules.wrong(request, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)));
        wrong.addAll(Audience.unreachable(request.releaseOrDefault(), Provenance.OWN, reachable, "/releasability"));
        wrong.addAll(Audience.nobody(
                request.releaseOrDefault(), Provenance.OWN, current.get().ownState(), reachable, "/releasability"));
        List<FieldError> missing = ReturnRules.missing(request);
        if (wrong.isEmpty() && !missing.isEmpty()) {
            throw KernelProblem.MISSING_VALUES.in(missing);
        }
        if (!wrong.isEmpty()) {
            wrong.addAll(missing);
            throw KernelProblem.INVALID_VALUES.in(wrong);
        }
    }
}
