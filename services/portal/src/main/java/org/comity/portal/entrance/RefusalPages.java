package org.comity.portal.entrance;

import io.quarkus.oidc.OidcSession;
import io.quarkus.oidc.RefreshToken;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.smallrye.mutiny.Uni;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.comity.entrance.Connections;
import org.comity.entrance.RequestForm;
import org.comity.portal.api.Refusal;
import org.comity.portal.page.NoticePages;
import org.comity.portal.page.PersonMark;
import org.comity.portal.session.KeycloakSignOut;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * Makes a page of whatever a page could not do. None leads anywhere by itself, so that nobody goes round in circles.
 *
 * <p>Rules.
 */
@ApplicationScoped
class RefusalPages {

    private static final Logger LOG = Logger.getLogger(RefusalPages.class);

    /** The most bytes of a form that is given back to somebody without a session: some 28,000 characters of any script. */
    private static final long LONGEST_GIVEN_BACK = 256 * 1024;

    /** Each costs some ten times its length, so that 16 fit into a fifth of the heap. */
    private static final int GIVEN_BACK_AT_ONCE = 16;

    /** Assumption: such a form comes in one piece, and its place is for the next one after that. */
    private static final Duration READ_WITHIN = Duration.ofSeconds(10);

    private final Semaphore givenBackAtOnce = new Semaphore(GIVEN_BACK_AT_ONCE);

    private final NoticePages notices;
    private final RoutingContext routing;
    private final Instance<OidcSession> session;
    private final Instance<RefreshToken> refreshToken;
    private final KeycloakSignOut keycloak;

    RefusalPages(
            NoticePages notices,
            RoutingContext routing,
            Instance<OidcSession> session,
            Instance<RefreshToken> refreshToken,
            KeycloakSignOut keycloak) {
        this.notices = notices;
        this.routing = routing;
        this.session = session;
        this.refreshToken = refreshToken;
        this.keycloak = keycloak;
    }

    @ServerExceptionMapper
    Uni<Response> nobody(UnauthorizedException nobody) {
        return askToSignIn();
    }

    @ServerExceptionMapper
    Uni<Response> stale(AuthenticationFailedException stale) {
        return askToSignIn();
    }

    /** A page that was asked for is shown after signing in. A form that was sent is given back, to be sent again. */
    private Uni<Response> askToSignIn() {
        if (!"POST".equals(routing.request().method().name())) {
            HttpAuthenticator authenticator = routing.get(HttpAuthenticator.class.getName());
            return authenticator.getChallenge(routing).map(challenge -> {
                var response = Response.status(challenge.status);
                challenge.getHeaders().forEach((name, value) -> response.header(name.toString(), value));
                return response.build();
            });
        }
        if (routing.request().path().equals("/sign-out")) {
            return Uni.createFrom().item(this::signedOutWithoutSession);
        }
        return givenBack();
    }

    /**
     * Whoever signs out without a session here may still have one at Keycloak, which would let the next person at this
     * machine in: Keycloak's own page ends it.
     */
    private Response signedOutWithoutSession() {
        return Response.seeOther(keycloak.page())
                .cookie(new NewCookie.Builder("q_session").path("/").maxAge(0).build())
                .build();
    }

    /**
     * Gives back the form of this request, which nobody has read: who sent it was asked first. One with files, or a long
     * one, is not read for somebody without a session, nor are many at once: it lies in memory several times.
     */
    private Uni<Response> givenBack() {
        HttpServerRequest request = routing.request();
        if (!mayBeGivenBack(request)) {
            return Uni.createFrom().item(() -> page(401, notices.lapsed(request.path(), Map.of())));
        }
        Connections.closeAfterAnswer(routing);
        return read(request)
                .ifNoItem()
                .after(READ_WITHIN)
                .recoverWithItem(Map.of())
                .map(sent -> page(401, notices.lapsed(request.path(), sent)))
                .onTermination()
                .invoke(givenBackAtOnce::release);
    }

    private boolean mayBeGivenBack(HttpServerRequest request) {
        String length = request.getHeader("Content-Length");
        return length != null
                && Long.parseLong(length) <= LONGEST_GIVEN_BACK
                && !RequestForm.isFormWithFiles(request.getHeader("Content-Type"))
                && givenBackAtOnce.tryAcquire();
    }

    private static Uni<Map<String, List<String>>> read(HttpServerRequest request) {
        return Uni.createFrom().emitter(emitter -> {
            if (request.isEnded()) {
                emitter.complete(fields(request.formAttributes()));
                return;
            }
            request.setExpectMultipart(true)
                    .exceptionHandler(emitter::fail)
                    .endHandler(end -> emitter.complete(fields(request.formAttributes())));
            request.resume();
        });
    }

    private static Map<String, List<String>> fields(MultiMap attributes) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        attributes.forEach(it ->
                fields.computeIfAbsent(it.getKey(), name -> new ArrayList<>()).add(it.getValue()));
        return fields;
    }

    @ServerExceptionMapper
    Response notCompleted(AuthenticationCompletionException broken) {
        // never its message: it may quote the claims of a token
        Throwable cause = broken.getCause() == null ? broken : broken.getCause();
        LOG.warnf("A sign-in was not completed: %s", cause.getClass().getSimpleName());
        return page(401, notices.signInFailed());
    }

    @ServerExceptionMapper
    Response madeForAnother(PersonMark.MadeForAnother form) {
        return page(409, notices.madeForAnother(here(), form.sent()));
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException refused) {
        return page(403, notices.notAllowed(null));
    }

    @ServerExceptionMapper
    Response noSuchPage(NotFoundException none) {
        return page(404, notices.notFound());
    }

    @ServerExceptionMapper
    Response otherwise(WebApplicationException refused) {
        int status = refused.getResponse().getStatus();
        if (status < 400) {
            return refused.getResponse();
        }
        return status >= 500 ? unexpected(refused) : page(status, notices.notFound());
    }

    @ServerExceptionMapper
    Response noSuchMethod(NotAllowedException none) {
        return page(404, notices.notFound());
    }

    /** What a service refused, where the page had nothing better to say. */
    @ServerExceptionMapper
    Response refused(Refusal refusal) {
        return switch (refusal.status()) {
            case 401 -> ended();
            case 403 ->
                switch (refusal.problem().slug()) {
                    case "access-ended" -> page(403, notices.suspended());
                    case "no-state" -> page(403, notices.noWork());
                    default -> page(403, notices.notAllowed(refusal.problem().correlationId()));
                };
            case 404 -> page(404, notices.notFound());
            case 409, 412 -> page(409, notices.conflict(reason(refusal), SentForm.fields()));
            case 400, 422 -> wrong(refusal);
            case 502, 503, 504 -> page(503, notices.unanswered(here(), SentForm.fields()));
            default -> notOurs(refusal);
        };
    }

    /** A query that no page of ours makes is the address of no page; any other fault should have been told on the page. */
    private Response wrong(Refusal refusal) {
        return "GET".equals(routing.request().method().name()) ? page(404, notices.notFound()) : notOurs(refusal);
    }

    private Response notOurs(Refusal refusal) {
        LOG.errorf("A service refused what a page sent: %s", refusal.getMessage());
        return page(500, notices.failed(refusal.problem().correlationId(), here(), SentForm.fields()));
    }

    private static String reason(Refusal refusal) {
        String detail = refusal.problem().detail();
        return detail == null || detail.isBlank()
                ? Objects.requireNonNullElse(refusal.problem().title(), "")
                : detail;
    }

    /**
     * The services no longer accept this session. It ends here and at Keycloak too: a new one must be another, or signing
     * in would lead straight back to this page.
     */
    private Response ended() {
        keycloak.end(refreshToken.get().getToken());
        session.get()
                .logout()
                .subscribe()
                .with(done -> {}, failed -> LOG.warn("A session could not be removed", failed));
        return page(401, notices.ended());
    }

    @ServerExceptionMapper
    Response unreachable(ProcessingException unreachable) {
        LOG.warnf("A service cannot be reached: %s", unreachable.getMessage());
        return page(503, notices.unanswered(here(), SentForm.fields()));
    }

    @ServerExceptionMapper
    Response unexpected(RuntimeException bug) {
        String correlation = UUID.randomUUID().toString();
        LOG.errorf(bug, "A page failed, %s: %s", routing.request().path(), correlation);
        return page(500, notices.failed(correlation, here(), SentForm.fields()));
    }

    private String here() {
        return routing.request().path();
    }

    private static Response page(int status, TemplateInstance page) {
        return Response.status(status)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .entity(page.render())
                .build();
    }
}
