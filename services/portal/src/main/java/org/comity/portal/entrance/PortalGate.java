package org.comity.portal.entrance;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.comity.entrance.Connections;
import org.comity.entrance.EntranceConfig;
import org.comity.entrance.Refusal;
import org.comity.entrance.RequestForm;
import org.comity.portal.page.NoticePages;

/**
 * Refuses, with a page, what no page of ours sends: a malformed address, headers that contradict each other, a form that
 * announces no length or is too large (docs/rules.md R-274).
 */
@ApplicationScoped
class PortalGate {

    private static final int TOO_LARGE = 413;
    private static final int BAD_REQUEST = 400;

    private static final int UNAVAILABLE = 503;

    /** A form with a file keeps its fields in memory while it is read: 12 MB at most, and four are a quarter of the heap. */
    private static final int FILES_AT_ONCE = 4;

    private final Semaphore files = new Semaphore(FILES_AT_ONCE);
    private final EntranceConfig config;
    private final NoticePages notices;
    private final FirstFilters headers;

    PortalGate(EntranceConfig config, NoticePages notices, FirstFilters headers) {
        this.config = config;
        this.notices = notices;
        this.headers = headers;
    }

    /** Before every other route: the first one that looks at the path fails over what is malformed. */
    void stand(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).handler(this::look);
    }

    private void look(RoutingContext asked) {
        Connections.limitBody(asked, config.slowestBody());
        Optional<Refusal> refusal =
                new RequestForm(asked.request(), config).fault().or(() -> body(asked.request()));
        if (refusal.isEmpty() && RequestForm.isFormWithFiles(asked.request().getHeader("Content-Type"))) {
            refusal = place(asked);
        }
        if (refusal.isEmpty()) {
            asked.next();
            return;
        }
        HttpServerResponse response = asked.response();
        headers.put(response);
        Connections.closeAfterAnswer(asked);
        response.putHeader("Cache-Control", "no-store")
                .putHeader("Content-Type", "text/html;charset=UTF-8")
                .setStatusCode(refusal.get().status())
                .end(page(asked.request(), refusal.get()));
    }

    private Optional<Refusal> place(RoutingContext asked) {
        if (!files.tryAcquire()) {
            return Optional.of(new Refusal(UNAVAILABLE, "", ""));
        }
        asked.addEndHandler(answered -> files.release());
        return Optional.empty();
    }

    private String page(HttpServerRequest request, Refusal refusal) {
        return (switch (refusal.status()) {
                    case TOO_LARGE -> notices.tooLarge(request);
                    case UNAVAILABLE -> notices.busy(request);
                    default -> notices.unreadable(request);
                })
                .render();
    }

    /** A browser announces how long a form is. A form with a file, which may be long, is read for a session alone. */
    private Optional<Refusal> body(HttpServerRequest request) {
        if (request.getHeader("Transfer-Encoding") != null) {
            return Optional.of(new Refusal(BAD_REQUEST, "Transfer-Encoding", "A form announces its length."));
        }
        String length = request.getHeader("Content-Length");
        boolean hasFile = RequestForm.isFormWithFiles(request.getHeader("Content-Type"));
        boolean mayBeLong = hasFile && request.getCookie("q_session") != null;
        return length != null
                        && !mayBeLong
                        && Long.parseLong(length) > config.largestBody().asLongValue()
                ? Optional.of(new Refusal(TOO_LARGE, "", ""))
                : Optional.empty();
    }
}
