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
import org.comity.kernel.audit.AuditTrail;
import org.comity.kernel.caller.Caller;
import org.comity.kernel.caller.CurrentCaller;
import org.comity.kernel.caller.Person;
import org.comity.kernel.caller.Role;
import org.comity.kernel.caller.StateCode;
import org.comity.kernel.http.RecordVersion;
import org.comity.kernel.http.Reply;
import org.comity.kernel.problem.FieldError;
import org.comity.kernel.problem.KernelProblem;
import org.comity.kernel.time.Identifiers;
import org.comity.sharing.foureyes.TakenBy;
import org.comity.sharing.release.Audience;
import org.comity.sharing.release.PermittedUse;
import org.comity.sharing.release.Provenance;
import org.comity.sharing.release.Releasability;
import org.comity.sharing.release.ReleaseRequest;
import org.comity.sharing.release.Tlp;
import org.comity.sharing.release.Widening;
import org.comity.sharing.states.MemberStates;

/**
 * Takes, approves, corrects and shows returns.
 *
 * <p>Rules: R-310.
 */
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
        TakenBy.DESK.require(caller);
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
    Reply correct(RecordVersion version, ReturnRequest sent) {
        Opened opened = open(version, ReturnStep.CORRECT);
        ReturnLife next =
                opened.life().correct(current.get().person(), clock.instant()).taken();
        ReturnEntity released = opened.given();
        ReturnRequest content = sent.of(released.period());
        if (!released.period().equals(content.period())) {
            throw KernelProblem.INVALID_VALUES.at("/period", "A correction is about the same half-year.");
        }
        refuseFaults(content, states.now().keeping(store.reached(released.id())));
        refuseNilInSpite(released.originator(), content);
        opened.file().correction(content);
        return saved(opened, next);
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
        TakenBy.DESK.require(caller);
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
    Reply approve(RecordVersion version) {
        Opened opened = open(version, ReturnStep.APPROVE);
        Person by = current.get().person();
        ReturnLife next = opened.life().approve(by).taken();
        ReturnEntity waiting = opened.given();
        Optional<ReturnRequest> correction = opened.file().correction();
        if (correction.isPresent()) {
            return corrected(opened, next, correction.get());
        }
        refuseNilInSpite(waiting.originator(), ReturnStore.content(waiting, opened.file()));
        waiting.released(clock.instant());
        opened.file().approved(by);
        store.keepVersion(waiting, opened.file());
        reach(opened, covered(opened));
        return saved(opened, next);
    }

    private Reply corrected(Opened opened, ReturnLife life, ReturnRequest next) {
        ReturnEntity released = opened.given();
        refuseFaults(next, states.now().keeping(store.reached(released.id())));
        refuseNilInSpite(released.originator(), next);
        Set<StateCode> reached = Audience.again(
                next.releaseOrDefault(),
                covered(released, next.releaseOrDefault()),
                covered(opened),
                store.reached(released.id()));
        store.keepVersion(released, opened.file());
        released.corrected(Objects.requireNonNull(next.kind()), next, clock.instant());
        opened.file().corrected(next, current.get().person());
        store.keepVersion(released, opened.file());
        reach(opened, reached);
        return saved(opened, life);
    }

    /** Sends it back, to be given once more. */
    @Transactional
    Reply sendBack(RecordVersion version, String reason) {
        Opened opened = open(version, ReturnStep.RETURN);
        return saved(opened, opened.life().sendBack(reason).taken());
    }

    /** Drops the correction of a released return that was sent back; what was released stays. */
    @Transactional
    Reply discard(RecordVersion version) {
        Opened opened = open(version, ReturnStep.DISCARD);
        ReturnLife next = opened.life().discard().taken();
        opened.file().correction(null);
        return saved(opened, next);
    }

    /** Changes to whom a released return goes: narrower by the desk, wider by an approver. It bites at once. */
    @Transactional
    Reply release(RecordVersion version, ReleaseRequest request) {
        Opened opened = open(version, ReturnStep.RELEASE);
        ReturnLife next = opened.life().release().taken();
        ReturnEntity released = opened.given();
        UUID id = released.id();
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
        Set<StateCode> readers = store.reached(id);
        Set<StateCode> reached = Audience.again(
                request.releasability(), covered(released, request.releasability()), covered(opened), readers);
        Widening.requireApprover(
                current.get(),
                readers,
                reached,
                new Widening.Terms(released.tlp(), released.permittedUse()),
                new Widening.Terms(tlp, uses));
        Instant now = clock.instant();
        released.releasedAnew(request.releasability().mode(), tlp, uses, now);
        opened.file().releasedAnew(request.releasability(), tlp, uses, now);
        reach(opened, reached);
        return saved(opened, next);
    }

    private Set<StateCode> covered(Opened opened) {
        return covered(
                opened.given(), opened.file().releasability(opened.given().releaseMode()));
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

    /** An own return with its file, and where it stands. */
    private record Opened(ReturnEntity given, ReturnFileEntity file, ReturnLife life) {}

    /**
     * Finds an own return for a step: 404 where it is hidden, 403 where it is another state's or another role's step, 428
     * and 412.
     */
    private Opened open(RecordVersion version, ReturnStep step) {
        trail.touched(version.id());
        Caller caller = current.get();
        ReturnEntity found = store.find(caller, version.id());
        if (!caller.isOf(found.originator()) || !caller.isLicensingDesk()) {
            throw KernelProblem.FORBIDDEN.because("Only the licensing desk of the state whose return it is does this.");
        }
        step.takenBy().require(caller);
        replies.etag(store.view(found)).require(version.ifMatch());
        ReturnFileEntity file = store.file(found.id());
        return new Opened(found, file, ReturnStore.life(found, file));
    }

    /** Saves what the step leads to, and answers with what the originator now sees. */
    private Reply saved(Opened opened, ReturnLife next) {
        ReturnFileEntity file = opened.file();
        if (!next.released()) {
            opened.given().sentBack();
        }
        if (!next.copy().equals(file.workingCopy())) {
            file.workingCopy(next.copy());
        }
        file.touched(clock.instant());
        database.lock(file, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
        database.flush();
        return replies.ok(store.view(opened.given(), Optional.of(file)));
    }

    private void reach(Opened opened, Set<StateCode> reached) {
        reach(opened.given(), opened.file(), reached);
    }

    private void reach(ReturnEntity given, ReturnFileEntity file, Set<StateCode> reached) {
        database.flush();
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
