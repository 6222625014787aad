package org.comity.portal.api;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.comity.portal.api.Codes.StateStatus;

/**
 * What everybody who is signed in may read, and every page needs: the states, and the control-list entries. Read with the
 * token of the person who asks first, and remembered for some minutes. While a service does not answer, pages do with what there
 * was, or with nothing.
 */
@ApplicationScoped
public class Reference {

    private static final int ALL = 100;

    private final Remembered<State> states;
    private final Remembered<ControlListEntries.Entry> entries;

    Reference(Services services, Clock clock) {
        this.states = new Remembered<>(clock, () -> services.at("/registry/v1/states")
                .with("limit", ALL)
                .read(State.Page.class)
                .items());
        this.entries = new Remembered<>(clock, () -> services.at("/denials/v1/control-list-entries")
                .read(ControlListEntries.class)
                .items());
    }

    /** The states that subscribe at present; empty while nobody can tell. */
    public List<State> subscribingStates() {
        return states.get().stream()
                .filter(it -> it.status() == StateStatus.SUBSCRIBED)
                .toList();
    }

    /** What a subscribing state set as the defaults of what it writes; nothing while nobody can tell. */
    public Optional<State.Defaults> defaults(String iso2) {
        return subscribingStates().stream()
                .filter(it -> it.iso2().equals(iso2))
                .map(State::defaults)
                .filter(Objects::nonNull)
                .findFirst();
    }

    /** The control-list entries that Comity knows; empty while nobody can tell. */
    public List<ControlListEntries.Entry> controlListEntries() {
        return entries.get();
    }

    /** The zone by which a state counts its days; UTC, which every time that is shown says, while nobody can tell. */
    public ZoneId zone(String iso2) {
        return states.get().stream()
                .filter(it -> it.iso2().equals(iso2))
                .map(it -> zone(it.workingCalendar()))
                .findFirst()
                .orElse(ZoneOffset.UTC);
    }

    /** When a state works; nothing while nobody can tell. */
    public Optional<State.Calendar> calendar(String iso2) {
        return states.get().stream()
                .filter(it -> it.iso2().equals(iso2))
                .map(State::workingCalendar)
                .findFirst();
    }

    private static ZoneId zone(State.Calendar calendar) {
        try {
            return ZoneId.of(calendar.zone());
        } catch (DateTimeException notAZone) {
            return ZoneOffset.UTC;
        }
    }

    /** A list that is asked for anew after some minutes, or sooner after a failure. */
    private static final class Remembered<T> {

        private static final Duration KEPT = Duration.ofMinutes(5);
        private static final Duration RETRY = Duration.ofSeconds(20);

        private record Known<T>(List<T> list, Instant until) {}

        private final AtomicReference<Known<T>> known = new AtomicReference<>(new Known<>(List.of(), Instant.MIN));
        private final Clock clock;
        private final Supplier<List<T>> source;

        Remembered(Clock clock, Supplier<List<T>> source) {
            this.clock = clock;
            this.source = source;
        }

        List<T> get() {
            Instant now = clock.instant();
            Known<T> last = known.get();
            if (now.isBefore(last.until())) {
                return last.list();
            }
            Known<T> next;
            try {
                next = new Known<>(List.copyOf(source.get()), now.plus(KEPT));
            } catch (RuntimeException noAnswer) {
                next = new Known<>(last.list(), now.plus(RETRY));
            }
            known.set(next);
            return next.list();
        }
    }
}
