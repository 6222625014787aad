package org.comity.denials.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.comity.kernel.caller.StateCode;
import org.comity.kernel.test.ComityServers;
import org.comity.kernel.test.Eventually;
import org.comity.kernel.test.RegisteredStates;
import org.comity.sharing.states.WorkingCalendar;
import org.comity.sharing.states.WorkingCalendars;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RegistryCalendarConsumerTest {

    private final WorkingCalendars calendars;

    RegistryCalendarConsumerTest(WorkingCalendars calendars) {
        this.calendars = calendars;
    }

    private Optional<WorkingCalendar> calendar(String state) {
        return QuarkusTransaction.requiringNew().call(() -> calendars.of(new StateCode(state)));
    }

    private static void send(String state, long version, String zone, String weekend, String holidays) {
        RegisteredStates.send(
                state,
                UUID.randomUUID().toString(),
                state,
                "INTERESTED",
                version,
                "",
                "{\"zone\":\"%s\",\"weekend\":[%s],\"holidays\":[%s]}".formatted(zone, weekend, holidays));
    }

    private static void awaitVersion(String state, long version) {
        Eventually.itIsSo(
                state + " has version " + version,
                () -> ComityServers.servers()
                                .count("select count(*) from member_calendar where iso2 = '" + state
                                        + "' and version = " + version)
                        == 1);
    }

    @Test
    void R104_the_copy_of_a_calendar_follows_the_registry_and_an_older_version_does_not_undo_a_later_one() {
        RegisteredStates.announce();
        send("AD", 2, "Europe/Andorra", "\"FRIDAY\",\"SATURDAY\"", "{\"date\":\"2026-03-14\",\"name\":\"A day off\"}");
        awaitVersion("AD", 2);
        send("AD", 1, "Etc/UTC", "", "");
        send("AQ", 1, "Antarctica/Not_Yet", "", "");
        awaitVersion("AQ", 1);
        assertEquals(
                Optional.of(new WorkingCalendar(
                        ZoneId.of("Europe/Andorra"),
                        Set.of(DayOfWeek.FRIDAY, DayOfWeek.SATURDAY),
                        Set.of(LocalDate.of(2026, 3, 14)))),
                calendar("AD"));
        assertEquals(
                Optional.of(new WorkingCalendar(ZoneOffset.UTC, Set.of(), Set.of())),
                calendar("AQ"),
                "a zone newer than this JDK");
        assertEquals(Optional.empty(), calendar("ZW"));
    }
}
