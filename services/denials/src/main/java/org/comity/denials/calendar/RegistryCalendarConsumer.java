package org.comity.denials.calendar;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import org.comity.kernel.inbox.Inbox;
import org.comity.kernel.inbox.ReceivedEvent;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Keeps the copy of the working calendars. It has a consumer group of its own, so that an installation that knew the
 * states before it kept calendars reads the compacted topic once more from its beginning.
 */
@ApplicationScoped
class RegistryCalendarConsumer {

    private static final String CONSUMER = "registry-calendars";

    private final Inbox inbox;
    private final WorkingCalendars calendars;
    private final ObjectMapper json;

    RegistryCalendarConsumer(Inbox inbox, WorkingCalendars calendars, ObjectMapper json) {
        this.inbox = inbox;
        this.calendars = calendars;
        this.json = json;
    }

    @Incoming("registry-calendars")
    @Blocking
    @ActivateRequestContext
    public void take(byte[] message) {
        ReceivedEvent event = ReceivedEvent.read(message);
        RegistryCalendar state = read(event);
        inbox.once(CONSUMER, event.id(), () -> calendars.take(state));
    }

    private RegistryCalendar read(ReceivedEvent event) {
        try {
            return json.readValue(
                    event.data().orElseThrow(() -> new IllegalArgumentException("a state without its record")),
                    RegistryCalendar.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not a state", e);
        }
    }
}
