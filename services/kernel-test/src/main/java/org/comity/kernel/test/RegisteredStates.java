package org.comity.kernel.test;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Tells the service under test of the 25 founding states, as the registry would: through Kafka. */
public final class RegisteredStates {

    private static final List<String> REGIMES = List.of("WA", "NSG", "AG", "MTCR", "EU");

    private RegisteredStates() {}

    /** Returns once the service has the 25 states. */
    public static void announce() {
        if (count() < 25) {
            for (String line : lines()) {
                send(line, "SUBSCRIBED", 1);
            }
        }
        Eventually.itIsSo("25 states are known", () -> count() >= 25);
        Eventually.itIsSo("25 calendars are known", () -> calendars() >= 25);
    }

    /** Sends one state of the file, by its line. */
    public static void send(String line, String status, long version) {
        String[] cells = line.split(",");
        List<String> memberships = new ArrayList<>();
        for (int i = 0; i < REGIMES.size(); i++) {
            if (cells[i + 2].equals("1")) {
                memberships.add("{\"regime\":\"%s\",\"standing\":\"MEMBER\"}".formatted(REGIMES.get(i)));
            }
        }
        send(cells[0], UUID.randomUUID().toString(), cells[1], status, version, String.join(",", memberships));
    }

    /** Sends a state with these memberships, under this event id. */
    public static void send(String iso2, String eventId, String name, String status, long version, String memberships) {
        send(iso2, eventId, name, status, version, memberships, calendar(iso2));
    }

    /** Sends a state with these memberships and this working calendar. */
    public static void send(
            String iso2,
            String eventId,
            String name,
            String status,
            long version,
            String memberships,
            String calendar) {
        Events.send(
                "registry.state.v1",
                "org.comity.registry.state.changed.v1",
                iso2,
                version,
                eventId,
                "{\"iso2\":\"%s\",\"name\":\"%s\",\"status\":\"%s\",\"version\":%d,\"regimeMemberships\":[%s],\"workingCalendar\":%s,\"aFieldOfLater\":1}"
                        .formatted(iso2, name, status, version, memberships, calendar));
    }

    /** Zones as the registry has them for some states, UTC for the others; nobody has a holiday. */
    private static String calendar(String iso2) {
        String zone =
                switch (iso2) {
                    case "EE" -> "Europe/Tallinn";
                    case "JP" -> "Asia/Tokyo";
                    case "US" -> "America/New_York";
                    default -> "Etc/UTC";
                };
        return "{\"zone\":\"%s\",\"weekend\":[\"SATURDAY\",\"SUNDAY\"],\"holidays\":[]}".formatted(zone);
    }

    public static List<String> lines() {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(RegisteredStates.class.getResourceAsStream("/subscribing-states.csv")),
                StandardCharsets.UTF_8))) {
            return reader.lines().skip(1).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long calendars() {
        return ComityServers.servers().count("select count(*) from member_calendar");
    }

    private static long count() {
        return ComityServers.servers().count("select count(*) from member_state");
    }
}
