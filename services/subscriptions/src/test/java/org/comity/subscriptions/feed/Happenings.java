package org.comity.subscriptions.feed;

import io.restassured.RestAssured;
import java.util.UUID;
import org.comity.kernel.test.ComityServers;
import org.comity.kernel.test.Events;
import org.comity.kernel.test.Eventually;
import org.comity.kernel.test.RegisteredStates;

/** What happened to bulletins, told as the service of bulletins tells it. */
public final class Happenings {

    private Happenings() {}

    /** The states are known, and records are read in the application itself, which got its port when it started. */
    public static void begin() {
        String itself = "http://127.0.0.1:" + RestAssured.port;
        System.setProperty("comity.bulletins.url", itself);
        System.setProperty("comity.denials.url", itself);
        RegisteredStates.announce();
    }

    /** Tells it, and returns once it took effect. */
    public static void tell(UUID record, String happened, int version) {
        String event = UUID.randomUUID().toString();
        send(event, record, happened, version);
        awaitEffect(event);
    }

    /** Tells it. */
    public static void send(String event, UUID record, String happened, int version) {
        Events.send(
                "bulletins.bulletin.v1",
                "org.comity.bulletins.bulletin." + happened + ".v1",
                record.toString(),
                version,
                event,
                "{}");
    }

    /** Returns once the event took effect. */
    public static void awaitEffect(String event) {
        Eventually.itIsSo(
                "the event took effect",
                () -> ComityServers.servers()
                                .count("select count(*) from inbox where consumer = 'feeds' and event_id = '" + event
                                        + "'")
                        == 1);
    }
}
