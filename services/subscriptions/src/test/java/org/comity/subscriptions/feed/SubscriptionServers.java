package org.comity.subscriptions.feed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.Map;
import org.comity.kernel.test.ComityServers;

/** The servers of these tests, and the secret with which the service signs in. */
public class SubscriptionServers extends ComityServers {

    /** Where the tests' mail server listens. */
    public static final int MAIL_PORT = free();

    private static int free() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Map<String, String> start() {
        Map<String, String> config = new HashMap<>(super.start());
        // the broker of these tests has no list of rights; DeliveryIT tries them
        config.put("comity.feeds.rights", "false");
        config.put("comity.streams.beat", "1S");
        config.put("comity.webhooks.private-addresses", "true");
        config.put("comity.mail.port", Integer.toString(MAIL_PORT));
        config.put("comity.delivery.secret", "comity-demo");
        return config;
    }
}
