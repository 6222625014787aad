package org.comity.sharing.states;

import jakarta.inject.Singleton;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.comity.kernel.caller.StateCode;
import org.comity.kernel.sql.Sql;
import org.jboss.logging.Logger;

/**
 * The working calendars of the states as the registry last told us.
 *
 * <p>Rules: R-104.
 */
@Singleton
public class WorkingCalendars {

    private static final Logger LOG = Logger.getLogger(WorkingCalendars.class);

    private final Sql sql;

    WorkingCalendars(Sql sql) {
        this.sql = sql;
    }

    /** The calendar of a state; empty while the registry has not told us of it. */
    public Optional<WorkingCalendar> of(StateCode state) {
        return sql.of(
                        "select zone, weekend, cast(holidays as text[]) as holidays from member_calendar where iso2 = :iso2")
                .with("iso2", state)
                .first(Kept.class)
                .map(kept -> new WorkingCalendar(
                        zone(kept.zone()),
                        Set.copyOf(kept.weekend()),
                        kept.holidays().stream().map(LocalDate::parse).collect(Collectors.toSet())));
    }

    private record Kept(String zone, List<DayOfWeek> weekend, List<String> holidays) {}

    /** The registry may know a zone that is newer than this JDK; its days are then those of UTC. */
    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            LOG.warnf("This JDK does not know the time zone %s; days are counted in UTC instead", name);
            return ZoneOffset.UTC;
        }
    }

    /** Takes a calendar over as the registry has it, unless we know a later version already. */
    void take(RegistryState state) {
        RegistryState.Calendar calendar = state.workingCalendar();
        if (calendar == null) {
            return;
        }
        sql.of("insert into member_calendar (iso2, version, zone, weekend, holidays)"
                        + " values (:iso2, :version, :zone, :weekend, cast(:holidays as date[]))"
                        + " on conflict (iso2) do update set version = excluded.version, zone = excluded.zone,"
                        + " weekend = excluded.weekend, holidays = excluded.holidays"
                        + " where member_calendar.version < excluded.version")
                .with("iso2", state.iso2(), "version", state.version(), "zone", calendar.zone())
                .with("weekend", calendar.weekend())
                .with(
                        "holidays",
                        calendar.holidays().stream()
                                .map(holiday -> holiday.date().toString())
                                .toList())
                .run();
    }
}
