package org.comity.registry.state;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import org.comity.kernel.access.AccessSubject;
import org.comity.kernel.audit.AuditTrail;
import org.comity.kernel.caller.StateCode;
import org.comity.kernel.http.Reply;
import org.comity.kernel.problem.KernelProblem;
import org.comity.registry.access.EndedAccess;
import org.comity.registry.content.CompetentAuthority;
import org.comity.registry.content.PointOfContact;
import org.comity.registry.content.WorkingCalendar;
import org.hibernate.exception.ConstraintViolationException;

/**
 * Adds and changes states: loads, asks the domain, saves, tells the outbox. Who may ask, StateRights has decided.
 *
 * <p>Rules: R-56.
 */
@Singleton
class StateService {

    private final EntityManager database;
    private final StateRepository states;
    private final StateDetails details;
    private final StateReader reader;
    private final StateEvents events;
    private final EndedAccess access;
    private final Reply.Writer replies;
    private final AuditTrail trail;
    private final Clock clock;

    StateService(
            EntityManager database,
            StateRepository states,
            StateDetails details,
            StateReader reader,
            StateEvents events,
            EndedAccess access,
            Reply.Writer replies,
            AuditTrail trail,
            Clock clock) {
        this.database = database;
        this.states = states;
        this.details = details;
        this.reader = reader;
        this.events = events;
        this.access = access;
        this.replies = replies;
        this.trail = trail;
        this.clock = clock;
    }

    /** Adds a state that is interested. */
    @Transactional
    Reply add(NewStateRequest request, Function<StateCode, String> address) {
        StateCode code = request.iso2();
        trail.touched(code.value());
        if (states.ofCode(code).isPresent()) {
            throw alreadyListed();
        }
        EditStateRequest content = request.content();
        StateEntity state = new StateEntity(code, content, WorkingCalendar.USUAL.zone());
        state.changed(clock.instant());
        try {
            database.persist(state);
            database.flush();
        } catch (ConstraintViolationException e) {
            // Somebody else has added it since we looked.
            throw alreadyListed();
        }
        details.memberships(code, content.regimeMemberships());
        details.calendar(code, WorkingCalendar.USUAL);
        return replies.created(address.apply(code), told(state));
    }

    private static RuntimeException alreadyListed() {
        return StateProblem.ALREADY_LISTED.at("/iso2", "The registry has a record of this state.");
    }

    /** Replaces what the secretariat keeps about a state. */
    @Transactional
    Reply edit(StateVersion version, EditStateRequest content) {
        StateEntity state = open(version);
        state.apply(content);
        details.memberships(version.code(), content.regimeMemberships());
        return changed(state);
    }

    /** Replaces the points of contact. */
    @Transactional
    Reply editPointsOfContact(StateVersion version, List<PointOfContact> contacts) {
        StateEntity state = open(version);
        details.contacts(version.code(), contacts);
        return changed(state);
    }

    /** Replaces the competent authorities. */
    @Transactional
    Reply editCompetentAuthorities(StateVersion version, List<CompetentAuthority> authorities) {
        StateEntity state = open(version);
        details.authorities(version.code(), authorities);
        return changed(state);
    }

    /** Replaces the working calendar. */
    @Transactional
    Reply editWorkingCalendar(StateVersion version, WorkingCalendar calendar) {
        StateEntity state = open(version);
        state.zone(calendar.zone());
        details.calendar(version.code(), calendar);
        return changed(state);
    }

    /** Records that a state subscribes. */
    @Transactional
    Reply subscribe(StateVersion version, StateLife.Subscription subscription) {
        StateEntity state = open(version);
        state.live(decided(state.life().subscribe(subscription)));
        return changed(state);
    }

    /**
     * Suspends the access of a state. To be called through {@link AccessSteps} alone, which tidies up where this is cut
     * short after access has ended.
     */
    @Transactional
    Reply suspend(StateVersion version, String because) {
        StateEntity state = open(version);
        StateLife next = decided(state.life().suspend(because));
        access.end(AccessSubject.state(version.code()), AccessAgreement.reason(next.status()));
        state.live(next);
        return changed(state);
    }

    /** Takes a suspension back, so far in the record alone. To be called through {@link AccessSteps}. */
    @Transactional
    Reply reinstate(StateVersion version) {
        StateEntity state = open(version);
        state.live(decided(state.life().reinstate()));
        return changed(state);
    }

    /** Records that a state leaves. To be called through {@link AccessSteps}, as {@link #suspend} is. */
    @Transactional
    Reply withdraw(StateVersion version, WithdrawStateRequest request) {
        StateEntity state = open(version);
        StateLife next = decided(state.life().withdraw(request.withdrawnOn(), request.reason()));
        if (state.subscribedOn() != null && request.withdrawnOn().isBefore(state.subscribedOn())) {
            throw KernelProblem.INVALID_VALUES.at("/withdrawnOn", "A state cannot withdraw before it subscribes.");
        }
        access.end(AccessSubject.state(version.code()), AccessAgreement.reason(next.status()));
        state.live(next);
        return changed(state);
    }

    /** Finds a state for a change, and keeps others from changing it meanwhile: 404, 428, 412. */
    private StateEntity open(StateVersion version) {
        StateCode code = version.code();
        trail.touched(code.value());
        StateEntity state = states.lock(code).orElseThrow(StateReader::absent);
        replies.etag(reader.view(state)).require(version.ifMatch());
        return state;
    }

    private static StateLife decided(Step step) {
        return switch (step) {
            case Step.To(var next) -> next;
            case Step.Refused(var why) -> throw why.because(why.title() + ".");
        };
    }

    private Reply changed(StateEntity state) {
        state.changed(clock.instant());
        return replies.ok(told(state));
    }

    /** Writes the change, and its event with it. */
    private StateView told(StateEntity state) {
        database.flush();
        StateView view = reader.view(state);
        events.changed(view);
        return view;
    }
}
