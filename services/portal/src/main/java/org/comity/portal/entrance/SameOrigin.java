package org.comity.portal.entrance;

import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether a request that changes something comes from a page of the portal. The session cookie is {@code SameSite=Lax}
 * already; this holds where a browser, or another service on the same site, is not that careful.
 *
 * <p>Rules: R-82.
 */
final class SameOrigin {

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    private final String origin;

    SameOrigin(URI portal) {
        this.origin = origin(portal);
    }

    /** The origin of an address, as a browser writes it in {@code Origin}. */
    static String origin(URI address) {
        String scheme = address.getScheme().toLowerCase(Locale.ROOT);
        int standard = scheme.equals("https") ? 443 : 80;
        String port = address.getPort() == -1 || address.getPort() == standard ? "" : ":" + address.getPort();
        return scheme + "://" + address.getHost().toLowerCase(Locale.ROOT) + port;
    }

    /**
     * Safe methods always; others when what the browser says of their origin is all right, and it says something. Every
     * browser of the last years sends {@code Origin} with a form.
     */
    boolean allows(String method, @Nullable String originHeader, @Nullable String fetchSite) {
        if (SAFE.contains(method)) {
            return true;
        }
        if (originHeader == null && fetchSite == null) {
            return false;
        }
        return (originHeader == null || originHeader.equals(origin))
                && (fetchSite == null || fetchSite.equals("same-origin"));
    }
}
