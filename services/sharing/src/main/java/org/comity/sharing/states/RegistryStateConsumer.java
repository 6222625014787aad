package org.comity.sharing.states;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import org.comity.kernel.inbox.Inbox;
import org.comity.kernel.inbox.ReceivedEvent;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Keeps the copy of the registry's states and of their working calendars. What cannot be read goes to the dead-letter topic
 * with its reason: an event of another service or type, and a record that is not the one that the event names.
 *
 * <p>Rules: R-337.
 */
@ApplicationScoped
class RegistryStateConsumer {

    private static final String CONSUMER = "registry-states";
    private static final String SOURCE = "/registry";
    private static final String TYPE = "org.comity.registry.state.changed.v1";

    private final Inbox inbox;
    private final MemberStates states;
    private final WorkingCalendars calendars;
    private final ObjectMapper json;

    RegistryStateConsumer(Inbox inbox, MemberStates states, WorkingCalendars calendars, ObjectMapper json) {
        this.inbox = inbox;
        this.states = states;
        this.calendars = calendars;
        this.json = json;
    }

    @Incoming("registry-states")
    @Blocking
    @ActivateRequestContext
    public void take(byte[] message) {
        ReceivedEvent event = ReceivedEvent.read(message, SOURCE, TYPE);
        RegistryState state = read(event);
        inbox.once(CONSUMER, event.id(), () -> {
            states.take(state);
            calendars.take(state);
        });
    }

    private RegistryState read(ReceivedEvent event) {
        try {
            RegistryState state = json.readValue(
                    event.data().orElseThrow(() -> new IllegalArgumentException("a state without its record")),
                    RegistryState.class);
            if (!state.isWhole()
                    || !state.iso2().value().equals(event.subject())
                    || state.version() != event.version()) {
                throw new IllegalArgumentException("a record that is not whole, or of another state or version");
            }
            return state;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not a state", e);
        }
    }
}
