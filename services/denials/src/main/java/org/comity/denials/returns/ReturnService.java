package org.comity.denials.returns;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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
import org.comity.kernel.outbox.Event;
import org.comity.kernel.outbox.Outbox;
import org.comity.kernel.problem.FieldError;
import org.comity.kernel.problem.KernelProblem;
import org.comity.sharing.foureyes.Opening;
import org.comity.sharing.foureyes.TakenBy;
import org.comity.sharing.record.Seen;
import org.comity.sharing.record.SharedRecords;
import org.comity.sharing.release.Audience;
import org.comity.sharing.release.Provenance;
import org.comity.sharing.release.ReleaseRequest;
import org.comity.sharing.states.MemberStates;

/**
 * Takes, approves, corrects and shows returns.
 *
 * <p>Rules: R-310.
 */
@Singleton
class ReturnService {

    private static final String TOPIC = "denials.denial.v1";

    private final ReturnStore store;
    private final OwnDenialsOfPeriod denials;
    private final MemberStates states;
    private final CurrentCaller current;
    private final Outbox outbox;
    private final Clock clock;

    ReturnService(
            ReturnStore store,
            OwnDenialsOfPeriod denials,
            MemberStates states,
            CurrentCaller current,
            Outbox outbox,
            Clock clock) {
        this.store = store;
        this.denials = denials;
        this.states = states;
        this.current = current;
        this.outbox = outbox;
        this.clock = clock;
    }

    private SharedRecords<ReturnEntity, ReturnFileEntity, ReturnView> returns() {
        return store.returns();
    }

    /** Gives the return for a period, in place of one that is not released yet. */
    @Transactional
    Reply give(ReturnRequest request, String path) {
        Opening opening = returns().opening();
        refuseFaults(request, states.now());
        Period period = Period.parse(Objects.requireNonNull(request.period())).orElseThrow();
        refuseNilInSpite(opening.state(), request);
        Optional<ReturnEntity> before = store.ofPeriod(opening.state(), period);
        if (before.isEmpty()) {
            return returns().open(path, new ReturnEntity(opening, request), new ReturnFileEntity(opening, request));
        }
        Seen<ReturnEntity, ReturnFileEntity> given = returns().find(before.get().id());
        if (given.header().status() == ReturnStatus.RELEASED) {
            throw ReturnProblem.ALREADY_RETURNED.because(
                    "The return for " + period + " was released already. Correct it instead.");
        }
        given.header().take(request, opening.at());
        given.file().given(request, opening.by(), opening.at());
        return returns().changed(given);
    }

    /** Gives the next version of a return that was released; readers have what was released until it is approved. */
    @Transactional
    Reply correct(RecordVersion version, ReturnRequest sent) {
        return take(version, ReturnStep.CORRECT, seen -> {
            ReturnLife next = life(seen).correct(person(), clock.instant()).taken();
            ReturnEntity released = seen.header();
            ReturnRequest content = sent.of(released.period());
            if (!released.period().equals(content.period())) {
                throw KernelProblem.INVALID_VALUES.at("/period", "A correction is about the same half-year.");
            }
            refuseFaults(content, readable(released));
            refuseNilInSpite(released.originator(), content);
            seen.file().correction(content);
            return next;
        });
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
        if (returns().find(id).ownFile().isEmpty()) {
            throw KernelProblem.FORBIDDEN.because(
                    "Versions are for the licensing desk of the state whose return it is.");
        }
        return store.versions(id);
    }

    /** Another person than the one who gave it approves; it is released. */
    @Transactional
    Reply approve(RecordVersion version) {
        return take(version, ReturnStep.APPROVE, seen -> {
            ReturnLife next = life(seen).approve(person()).taken();
            seen.file().correction().ifPresentOrElse(correction -> corrected(seen, correction), () -> released(seen));
            store.keepVersion(seen);
            return next;
        });
    }

    private void released(Seen<ReturnEntity, ReturnFileEntity> seen) {
        refuseNilInSpite(seen.header().originator(), ReturnStore.content(seen));
        returns().publish(seen);
        tell("released", seen);
    }

    private void tell(String happened, Seen<ReturnEntity, ReturnFileEntity> seen) {
        outbox.append(Event.of(
                TOPIC,
                "org.comity.denials.return." + happened + ".v1",
                seen.header().id().toString(),
                seen.header().version()));
    }

    private void corrected(Seen<ReturnEntity, ReturnFileEntity> seen, ReturnRequest next) {
        refuseFaults(next, readable(seen.header()));
        refuseNilInSpite(seen.header().originator(), next);
        store.keepVersion(seen);
        returns().publishNext(seen, next.releaseOrDefault(), () -> {
            seen.header().says(next);
            seen.file().corrected(next);
        });
        tell("amended", seen);
    }

    /** Sends it back, to be given once more. */
    @Transactional
    Reply sendBack(RecordVersion version, String reason) {
        return take(
                version, ReturnStep.RETURN, seen -> life(seen).sendBack(reason).taken());
    }

    /** Drops the correction of a released return that was sent back; what was released stays. */
    @Transactional
    Reply discard(RecordVersion version) {
        return take(version, ReturnStep.DISCARD, seen -> {
            ReturnLife next = life(seen).discard().taken();
            seen.file().correction(null);
            return next;
        });
    }

    /** Changes to whom a released return goes: narrower by the desk, wider by an approver. It bites at once. */
    @Transactional
    Reply release(RecordVersion version, ReleaseRequest request) {
        return take(version, ReturnStep.RELEASE, seen -> {
            ReturnLife next = life(seen).release().taken();
            if (request.releasability() != null) {
                refuseFaults(
                        ReturnStore.content(seen)
                                .released(request.releasability(), seen.header().terms()),
                        readable(seen.header()));
            }
            returns().release(seen, request);
            seen.file().correctionGoes(seen.releasability(), seen.header().terms());
            tell("release-changed", seen);
            return next;
        });
    }

    /** One return, as the caller may see it. */
    @Transactional
    Reply read(UUID id) {
        return returns().read(id);
    }

    /** The returns for a year that the caller may see. */
    @Transactional
    List<ReturnView> ofYear(int year) {
        refuseWhoReadsNone(current.get());
        return store.ofYear(current.get(), year);
    }

    /** The own state's returns that wait for an approver, of any year; for others than its desk there are none. */
    @Transactional
    List<ReturnView> waiting() {
        refuseWhoReadsNone(current.get());
        return store.waiting(current.get());
    }

    private static void refuseWhoReadsNone(Caller caller) {
        if (!caller.isLicensingDesk()
                && !caller.hasAny(Role.ANALYST, Role.POC, Role.SECRETARIAT, Role.SECRETARIAT_ADMIN)) {
            throw KernelProblem.FORBIDDEN.because("A role that reads denials is needed.");
        }
    }

    /** Takes a step, which tells where the return stands then. */
    private Reply take(
            RecordVersion version, ReturnStep step, Function<Seen<ReturnEntity, ReturnFileEntity>, ReturnLife> work) {
        return returns().take(version, step, seen -> {
            ReturnLife next = work.apply(seen);
            if (!next.released()) {
                seen.header().sentBack();
            }
            if (!next.copy().equals(seen.file().workingCopy())) {
                seen.file().workingCopy(next.copy());
            }
        });
    }

    private static ReturnLife life(Seen<ReturnEntity, ReturnFileEntity> seen) {
        return ReturnStore.life(seen.header(), seen.file());
    }

    private Person person() {
        return current.get().person();
    }

    private MemberStates.Snapshot readable(ReturnEntity released) {
        return states.now().keeping(returns().reached(released.id()));
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
