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
 * with its reason.
 */
@ApplicationScoped
class RegistryStateConsumer {

    private static final String CONSUMER = "registry-states";

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
        ReceivedEvent event = ReceivedEvent.read(message);
        RegistryState state = read(event);
        inbox.once(CONSUMER, event.id(), () -> {
            states.take(state);
            calendars.take(state);
        });
    }

    private RegistryState read(ReceivedEvent event) {
        try {
            return json.readValue(
                    event.data().orElseThrow(() -> new IllegalArgumentException("a state without its record")),
                    RegistryState.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not a state", e);
        }
    }
}
