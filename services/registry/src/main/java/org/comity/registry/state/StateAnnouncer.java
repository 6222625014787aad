package org.comity.registry.state;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;

/**
 * Announces states that no event has told of yet: those that a migration has written. Every other change is announced
 * in its own transaction.
 */
@Singleton
class StateAnnouncer {

    private final StateRepository states;
    private final StateReader reader;
    private final StateEvents events;

    StateAnnouncer(StateRepository states, StateReader reader, StateEvents events) {
        this.states = states;
        this.reader = reader;
        this.events = events;
    }

    /**
     * Announces them, each once, however many replicas start together.
     *
     * @return how many this replica announced
     */
    @Transactional
    int announce() {
        List<StateEntity> unannounced = states.lockUnannounced();
        reader.views(unannounced).forEach(events::changed);
        unannounced.forEach(StateEntity::announced);
        return unannounced.size();
    }
}
