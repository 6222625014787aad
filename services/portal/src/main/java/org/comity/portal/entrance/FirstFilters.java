package org.comity.portal.entrance;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.comity.portal.PortalConfig;
import org.comity.portal.page.NoticePages;

/** What happens to every request before anything else: the security headers, and the check of {@link SameOrigin}. */
@ApplicationScoped
class FirstFilters {

    private final SameOrigin sameOrigin;
    private final String contentSecurityPolicy;
    private final boolean https;
    private final NoticePages notices;

    FirstFilters(PortalConfig config, NoticePages notices) {
        this.notices = notices;
        this.sameOrigin = new SameOrigin(config.portal().url());
        this.https = "https".equals(config.portal().url().getScheme());
        // Signing in and out are forms, or lead on from one, that end up at Keycloak
        this.contentSecurityPolicy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
                + "connect-src 'self'; form-action 'self' "
                + SameOrigin.origin(config.keycloak().url()) + "; frame-ancestors 'none'; base-uri 'none'";
    }

    void register(@Observes Filters filters) {
        filters.register(this::headers, 1000);
        filters.register(this::origin, 900);
    }

    private void headers(RoutingContext routing) {
        HttpServerResponse response = routing.response();
        response.putHeader("Content-Security-Policy", contentSecurityPolicy);
        response.putHeader("X-Content-Type-Options", "nosniff");
        // not no-referrer: with that, a browser sends "Origin: null" with our own forms
        response.putHeader("Referrer-Policy", "same-origin");
        response.putHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.putHeader("Cross-Origin-Resource-Policy", "same-origin");
        response.putHeader(
                "Permissions-Policy",
                "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()");
        if (https) {
            response.putHeader("Strict-Transport-Security", "max-age=31536000");
        }
        if (!isAsset(routing.normalizedPath())) {
            response.putHeader("Cache-Control", "no-store");
        }
        routing.next();
    }

    private static boolean isAsset(String path) {
        return path.startsWith("/static/") || path.equals("/favicon.svg") || path.equals("/brand.css");
    }

    private void origin(RoutingContext routing) {
        HttpServerRequest request = routing.request();
        if (sameOrigin.allows(
                request.method().name(), request.getHeader("Origin"), request.getHeader("Sec-Fetch-Site"))) {
            routing.next();
            return;
        }
        routing.response()
                .setStatusCode(403)
                .putHeader("Content-Type", "text/html;charset=UTF-8")
                .end(notices.foreign(request.getHeader("Accept-Language")).render());
    }
}
