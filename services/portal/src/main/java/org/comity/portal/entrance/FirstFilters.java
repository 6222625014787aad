package org.comity.portal.entrance;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.comity.portal.PortalConfig;
import org.comity.portal.page.Languages;
import org.comity.portal.page.NoticePages;

/**
 * What happens to every request before anything else: the security headers, the check of {@link SameOrigin}, and the choice
 * of a language, which any address takes.
 */
@ApplicationScoped
class FirstFilters {

    private static final Duration LANGUAGE_REMEMBERED = Duration.ofDays(365);

    private final SameOrigin sameOrigin;
    private final String contentSecurityPolicy;
    private final boolean https;
    private final Languages languages;
    private final NoticePages notices;

    FirstFilters(PortalConfig config, Languages languages, NoticePages notices) {
        this.languages = languages;
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
        filters.register(this::language, 800);
    }

    private void headers(RoutingContext routing) {
        put(routing.response());
        if (!isAsset(routing.normalizedPath())) {
            routing.response().putHeader("Cache-Control", "no-store");
        }
        routing.next();
    }

    /** The headers of every answer. */
    void put(HttpServerResponse response) {
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
                .end(notices.foreign(request).render());
    }

    /** Remembers the language that a link chooses, and leads to the same page without that choice in its address. */
    private void language(RoutingContext routing) {
        HttpServerRequest request = routing.request();
        String chosen = request.getParam(Languages.PARAMETER);
        String query = Languages.without(request.query());
        // where the choice is not written as in our links it stays in the address, and leading there would go on for
        // ever
        if (request.method() != HttpMethod.GET || !languages.speaks(chosen) || query.equals(request.query())) {
            routing.next();
            return;
        }
        routing.response()
                .addCookie(Cookie.cookie(Languages.COOKIE, chosen)
                        .setPath("/")
                        .setHttpOnly(true)
                        .setSecure(https)
                        .setSameSite(CookieSameSite.LAX)
                        .setMaxAge(LANGUAGE_REMEMBERED.toSeconds()))
                .setStatusCode(303)
                // normalised, so that no second slash at its head makes it another host's address
                .putHeader("Location", routing.normalizedPath() + (query.isEmpty() ? "" : "?" + query))
                .end();
    }
}
