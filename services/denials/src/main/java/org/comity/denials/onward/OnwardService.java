package org.comity.denials.onward;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.comity.denials.denial.SharedDenials;
import org.comity.kernel.audit.AuditTrail;
import org.comity.kernel.caller.CurrentCaller;
import org.comity.kernel.caller.StateCode;
import org.comity.kernel.http.RecordVersion;
import org.comity.kernel.http.Reply;
import org.comity.kernel.outbox.Event;
import org.comity.kernel.outbox.Outbox;
import org.comity.kernel.paging.Page;
import org.comity.kernel.paging.PageRequest;
import org.comity.kernel.problem.FieldError;
import org.comity.kernel.problem.KernelProblem;
import org.comity.kernel.time.Identifiers;
import org.comity.sharing.states.MemberStates;
import org.jspecify.annotations.Nullable;

/**
 * Asks for onward release, and answers.
 *
 * <p>Rules: R-209.
 */
@Singleton
class OnwardService {

    private static final String TOPIC = "denials.denial.v1";

    private final SharedDenials denials;
    private final OnwardStore store;
    private final MemberStates states;
    private final Outbox outbox;
    private final Reply.Writer replies;
    private final CurrentCaller current;
    private final AuditTrail trail;
    private final Identifiers identifiers;
    private final Clock clock;

    OnwardService(
            SharedDenials denials,
            OnwardStore store,
            MemberStates states,
            Outbox outbox,
            Reply.Writer replies,
            CurrentCaller current,
            AuditTrail trail,
            Identifiers identifiers,
            Clock clock) {
        this.denials = denials;
        this.store = store;
        this.states = states;
        this.outbox = outbox;
        this.replies = replies;
        this.current = current;
        this.trail = trail;
        this.identifiers = identifiers;
        this.clock = clock;
    }

    /** Asks the originator of a denial that the caller reads to release it to others too. */
    @Transactional
    Reply ask(UUID denial, OnwardRequests.Ask request, Function<UUID, String> address) {
        SharedDenials.Seen seen = denials.seen(denial);
        StateCode own = store.desk();
        if (seen.originator().equals(own)) {
            throw OnwardProblem.OWN_DENIAL.because("The originator releases its denial by itself.");
        }
        refuseWrong(request.states(), seen.originator(), own);
        OnwardRequestEntity asked = new OnwardRequestEntity(
                identifiers.next(),
                seen,
                own,
                request.states(),
                Objects.requireNonNull(request.reason()),
                clock.instant());
        store.persist(asked);
        trail.touched(asked.id());
        tell("asked", asked);
        return replies.created(address.apply(asked.id()), asked.view(current.get()));
    }

    private void refuseWrong(List<StateCode> wanted, StateCode originator, StateCode own) {
        List<FieldError> errors = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            StateCode state = wanted.get(i);
            if (state.equals(originator) || state.equals(own)) {
                errors.add(new FieldError("/states/" + i, "This state has the denial already."));
            } else if (!states.now().subscribed().contains(state)) {
                errors.add(new FieldError("/states/" + i, "This state does not subscribe at present."));
            }
        }
        if (!errors.isEmpty()) {
            throw KernelProblem.INVALID_VALUES.in(errors);
        }
    }

    /** Grants the request: the denial is released to the states that were named. */
    @Transactional
    Reply grant(RecordVersion version, @Nullable String text) {
        OnwardRequestEntity asked = open(version, OnwardStep.GRANT);
        denials.widen(asked.denialId(), asked.states());
        return answered(asked, OnwardStatus.GRANTED, text);
    }

    /** Refuses it. */
    @Transactional
    Reply refuse(RecordVersion version, String reason) {
        return answered(open(version, OnwardStep.REFUSE), OnwardStatus.REFUSED, reason);
    }

    /** Takes the own request back. */
    @Transactional
    Reply withdraw(RecordVersion version) {
        return answered(open(version, OnwardStep.WITHDRAW), OnwardStatus.WITHDRAWN, null);
    }

    /** Finds a request for a step: 404 where it is hidden, 403 where it is the other state's or another role's step, 428, 412. */
    private OnwardRequestEntity open(RecordVersion version, OnwardStep step) {
        OnwardRequestEntity asked = store.find(version.id());
        trail.touched(version.id());
        if (!step.isOf(current.get(), asked)) {
            throw KernelProblem.FORBIDDEN.because("The other state does this.");
        }
        step.takenBy().require(current.get());
        replies.etag(asked.view(current.get())).require(version.ifMatch());
        if (!asked.isOpen()) {
            throw OnwardProblem.ALREADY_ANSWERED.because("The request was answered already.");
        }
        return asked;
    }

    private Reply answered(OnwardRequestEntity asked, OnwardStatus status, @Nullable String text) {
        asked.answered(status, text, clock.instant());
        store.flush();
        tell("answered", asked);
        return replies.ok(asked.view(current.get()));
    }

    private void tell(String happened, OnwardRequestEntity request) {
        outbox.append(Event.of(
                TOPIC,
                "org.comity.denials.onward-request." + happened + ".v1",
                request.id().toString(),
                request.version()));
    }

    /** One request. */
    @Transactional
    Reply read(UUID id) {
        trail.touched(id);
        return replies.ok(store.find(id).view(current.get()));
    }

    /** The requests of the own state, newest first. */
    @Transactional
    Page<OnwardView> list(@Nullable String role, PageRequest page) {
        if (role != null && !role.equals("asked") && !role.equals("received")) {
            throw KernelProblem.MALFORMED_REQUEST.at("role", "A role is asked or received.");
        }
        Page<OnwardView> result = Page.of(
                store.list(!"received".equals(role), !"asked".equals(role), page),
                page.limit(),
                request -> new PageRequest.Position(request.askedAt(), request.id()).cursor(),
                requests -> requests.stream()
                        .map(request -> request.view(current.get()))
                        .toList());
        trail.touchedAll(result.items().stream().map(OnwardView::id).toList());
        return result;
    }
}
