package org.comity.entrance;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/** When a connection ends before its client ends it. */
public final class Connections {

    /** Assumption: how long a client that still sends has time to read that its request was refused. */
    private static final Duration LINGER = Duration.ofSeconds(1);

    private Connections() {}

    /**
     * Closes the connection after the answer. What the client still sends is thrown away for a second, because a
     * connection that is closed with bytes unread is reset, and the client then never sees the answer.
     */
    public static void closeAfterAnswer(RoutingContext asked) {
        HttpServerRequest request = asked.request();
        asked.response().putHeader("Connection", "close");
        asked.addEndHandler(answered -> {
            if (request.isEnded()) {
                request.connection().close();
                return;
            }
            request.exceptionHandler(failure -> {});
            request.handler(thrownAway -> {});
            request.endHandler(all -> request.connection().close());
            request.resume();
            asked.vertx()
                    .setTimer(LINGER.toMillis(), late -> request.connection().close());
        });
    }

    /**
     * Does this when the answer has gone out, or its connection has ended. A client that has not taken it by then loses its
     * connection: one that reads a byte now and then would hold memory for as long as it likes.
     */
    public static void whenAnswered(RoutingContext asked, Duration most, Runnable after) {
        AtomicBoolean done = new AtomicBoolean();
        Runnable once = () -> {
            if (done.compareAndSet(false, true)) {
                after.run();
            }
        };
        long timer = asked.vertx().setTimer(most.toMillis(), late -> {
            asked.request().connection().close();
            once.run();
        });
        asked.addEndHandler(answered -> {
            asked.vertx().cancelTimer(timer);
            once.run();
        });
        if (asked.response().closed()) {
            // nobody tells of an end that was before
            asked.vertx().cancelTimer(timer);
            once.run();
        }
    }

    /**
     * Closes the connection of a request whose body is not whole in time: a client that sends a byte now and then would
     * hold a thread for as long as it likes.
     */
    public static void limitBody(RoutingContext asked, Duration most) {
        HttpServerRequest request = asked.request();
        if (request.getHeader("Transfer-Encoding") == null && request.getHeader("Content-Length") == null) {
            return;
        }
        long timer = asked.vertx().setTimer(most.toMillis(), late -> {
            if (!request.isEnded()) {
                request.connection().close();
            }
        });
        asked.addEndHandler(answered -> asked.vertx().cancelTimer(timer));
    }
}
