package org.comity.subscriptions.webhook;

import jakarta.inject.Singleton;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Where a webhook may go: to an address of the open network, over TLS. The name is looked up before each request, so that a name that
 * comes to mean something else is noticed; redirections are not followed.
 *
 * <p>Rules: R-406.
 */
@Singleton
class WebhookAddress {

    private static final int LONGEST = 500;

    private final boolean anywhere;

    WebhookAddress(@ConfigProperty(name = "comity.webhooks.private-addresses") boolean anywhere) {
        this.anywhere = anywhere;
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
            return isPrivate(uri)
                    ? Optional.of("This address lies in a private network, or has no host that is known.")
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of("This is no address of a webhook; one looks like https://host.example/path.");
        }
    }

    /** Whether the host is, now, one that no webhook may reach, or none. */
    boolean isPrivate(URI uri) {
        if (anywhere) {
            return false;
        }
        try {
            return Arrays.stream(InetAddress.getAllByName(uri.getHost())).anyMatch(WebhookAddress::isPrivate);
        } catch (UnknownHostException e) {
            return true;
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
