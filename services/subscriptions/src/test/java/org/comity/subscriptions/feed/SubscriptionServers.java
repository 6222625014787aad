package org.comity.subscriptions.feed;

import java.util.HashMap;
import java.util.Map;
import org.comity.kernel.test.ComityServers;

/** The servers of these tests, and the secret with which the service signs in. */
public class SubscriptionServers extends ComityServers {

    @Override
    public Map<String, String> start() {
        Map<String, String> config = new HashMap<>(super.start());
        config.put("comity.delivery.secret", "comity-demo");
        return config;
    }
}
