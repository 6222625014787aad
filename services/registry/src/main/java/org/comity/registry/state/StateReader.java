package org.comity.registry.state;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.comity.kernel.audit.AuditTrail;
import org.comity.kernel.caller.StateCode;
import org.comity.kernel.paging.Page;
import org.comity.kernel.problem.KernelProblem;
import org.comity.kernel.problem.ProblemException;
import org.comity.registry.content.WorkingCalendar;

/** Reads states; everyone sees the same. */
@Singleton
class StateReader {

    private final StateRepository states;
    private final StateDetails details;
    private final AuditTrail trail;

    StateReader(StateRepository states, StateDetails details, AuditTrail trail) {
        this.states = states;
        this.details = details;
        this.trail = trail;
    }

    /**
     * A page of states, by code.
     *
     * @param after the last state of the page before
     */
    @Transactional
    Page<StateView> list(StateQuery wanted, Optional<StateCode> after, int limit) {
        Page<StateView> page = Page.of(
                states.list(wanted, after, limit), limit, state -> StateCursor.after(state.code()), this::views);
        page.items().forEach(view -> trail.touched(view.iso2().value()));
        return page;
    }

    /** One state. */
    @Transactional
    StateView view(StateCode code) {
        trail.touched(code.value());
        return view(states.ofCode(code).orElseThrow(StateReader::absent));
    }

    StateView view(StateEntity state) {
        return views(List.of(state)).getFirst();
    }

    List<StateView> views(List<StateEntity> entities) {
        StateDetails.Found found =
                details.find(entities.stream().map(StateEntity::code).toList());
        return entities.stream().map(state -> view(state, found)).toList();
    }

    static ProblemException absent() {
        return KernelProblem.NOT_FOUND.because("There is no state of this code in the registry.");
    }

    private static StateView view(StateEntity state, StateDetails.Found found) {
        StateCode code = state.code();
        return new StateView(
                code,
                state.version(),
                state.status(),
                state.subscribedOn(),
                state.withdrawnOn(),
                state.updatedAt(),
                found.contacts().getOrDefault(code, List.of()),
                found.authorities().getOrDefault(code, List.of()),
                new WorkingCalendar(
                        state.zone(),
                        found.weekends().getOrDefault(code, List.of()),
                        found.holidays().getOrDefault(code, List.of())),
                state.name(),
                state.officialName(),
                state.statusNote(),
                state.eligibilityBasis(),
                found.memberships().getOrDefault(code, List.of()),
                state.defaults());
    }
}
