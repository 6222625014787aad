package org.comity.denials.calendar;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.comity.kernel.caller.StateCode;
import org.jboss.logging.Logger;

/** The working calendars of the states as the registry last told us. */
@Singleton
public class WorkingCalendars {

    private static final Logger LOG = Logger.getLogger(WorkingCalendars.class);

    private final EntityManager database;

    WorkingCalendars(EntityManager database) {
        this.database = database;
    }

    /** The calendar of a state; empty while the registry has not told us of it. */
    public Optional<WorkingCalendar> of(StateCode state) {
        List<?> rows = database.createNativeQuery(
                        "select zone, array_to_string(weekend, ','), array_to_string(holidays, ',')"
                                + " from member_calendar where iso2 = :iso2")
                .setParameter("iso2", state.value())
                .getResultList();
        return rows.stream().findFirst().map(row -> calendar((Object[]) row));
    }

    private static WorkingCalendar calendar(Object[] cells) {
        return new WorkingCalendar(
                zone((String) cells[0]),
                Arrays.stream(((String) cells[1]).split(","))
                        .filter(day -> !day.isEmpty())
                        .map(DayOfWeek::valueOf)
                        .collect(Collectors.toSet()),
                Arrays.stream(((String) cells[2]).split(","))
                        .filter(day -> !day.isEmpty())
                        .map(LocalDate::parse)
                        .collect(Collectors.toSet()));
    }

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
    void take(RegistryCalendar state) {
        RegistryCalendar.Calendar calendar = state.workingCalendar();
        if (calendar == null) {
            return;
        }
        database.createNativeQuery("insert into member_calendar (iso2, version, zone, weekend, holidays)"
                        + " values (:iso2, :version, :zone, :weekend, cast(cast(:holidays as text[]) as date[]))"
                        + " on conflict (iso2) do update set version = excluded.version, zone = excluded.zone,"
                        + " weekend = excluded.weekend, holidays = excluded.holidays"
                        + " where member_calendar.version < excluded.version")
                .setParameter("iso2", state.iso2().value())
                .setParameter("version", state.version())
                .setParameter("zone", calendar.zone())
                .setParameter(
                        "weekend",
                        calendar.weekend().stream().map(DayOfWeek::name).toArray(String[]::new))
                .setParameter(
                        "holidays",
                        calendar.holidays().stream()
                                .map(holiday -> holiday.date().toString())
                                .toArray(String[]::new))
                .executeUpdate();
    }
}
