package org.comity.subscriptions.webhook;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Where a webhook may go: to an address of the open network, over TLS. The name is looked up once before each request, and the
 * request goes to the address that was found, whatever the name means a moment later. Redirections are not followed.
 *
 * <p>Rules: R-406.
 */
@Singleton
class WebhookAddress {

    private static final int LONGEST = 500;
    private static final Duration LOOKED_UP_WITHIN = Duration.ofSeconds(3);

    /** Threads of the machine, apart from those on which everything else of the service waits. */
    private static final ExecutorService LOOKUPS = Executors.newFixedThreadPool(
            16, Thread.ofPlatform().daemon().name("webhook-names-", 0).factory());

    /** Where names are looked up. */
    interface Names {
        InetAddress[] of(String host) throws UnknownHostException;
    }

    private final boolean anywhere;
    private final Names names;

    @Inject
    WebhookAddress(@ConfigProperty(name = "comity.webhooks.private-addresses") boolean anywhere) {
        this(anywhere, WebhookAddress::lookedUp);
    }

    WebhookAddress(boolean anywhere, Names names) {
        this.anywhere = anywhere;
        this.names = names;
    }

    /** A name that is not found in time has no address. The operating system looks it up, and a thread waits for that alone. */
    private static InetAddress[] lookedUp(String host) throws UnknownHostException {
        Future<InetAddress[]> found = LOOKUPS.submit(() -> InetAddress.getAllByName(host));
        try {
            return found.get(LOOKED_UP_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            found.cancel(true);
            throw new UnknownHostException(host);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnknownHostException(host);
        }
    }

    /** What is wrong with an address as it is written. */
    Optional<String> fault(String url) {
        try {
            URI uri = URI.create(url);
            if (url.length() > LONGEST
                    || uri.getHost() == null
                    || uri.getUserInfo() != null
                    || uri.getFragment() != null) {
                return Optional.of("This is no address of a webhook; one looks like https://host.example/path.");
            }
            if (!"https".equals(uri.getScheme()) && !(anywhere && "http".equals(uri.getScheme()))) {
                return Optional.of("An address begins with https://.");
            }
            return open(uri).isEmpty()
                    ? Optional.of("This address lies in a private network, or has no host that is known.")
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of("This is no address of a webhook; one looks like https://host.example/path.");
        }
    }

    /** The address that the host has now; none where one of its addresses is of a private network, or it has none. */
    Optional<InetAddress> open(URI uri) {
        try {
            InetAddress[] all = names.of(uri.getHost());
            return anywhere || Arrays.stream(all).noneMatch(WebhookAddress::isPrivate)
                    ? Arrays.stream(all).findFirst()
                    : Optional.empty();
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    static boolean isPrivate(InetAddress address) {
        byte[] bytes = address.getAddress();
        int first = bytes[0] & 0xFF;
        int second = bytes[1] & 0xFF;
        boolean special = address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress();
        if (address instanceof Inet6Address) {
            // unique local addresses, and those that carry an address of IPv4 in them
            return special || (first & 0xFE) == 0xFC || first == 0 || first == 0x20 && second == 0x02;
        }
        // shared address space (RFC 6598), protocol assignments, benchmarks, reserved
        return special
                || first == 0
                || first == 100 && (second & 0xC0) == 64
                || first == 192 && second == 0
                || first == 198 && (second & 0xFE) == 18
                || first >= 240;
    }
}
