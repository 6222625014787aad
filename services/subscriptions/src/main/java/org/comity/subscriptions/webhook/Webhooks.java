package org.comity.subscriptions.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.comity.kernel.audit.AuditTrail;
import org.comity.kernel.caller.CurrentCaller;
import org.comity.kernel.http.RecordVersion;
import org.comity.kernel.http.Reply;
import org.comity.kernel.paging.Dated;
import org.comity.kernel.paging.Page;
import org.comity.kernel.paging.PageRequest;
import org.comity.kernel.problem.KernelProblem;
import org.comity.kernel.sql.Sql;
import org.comity.kernel.text.PlainText;
import org.comity.kernel.time.Identifiers;
import org.comity.subscriptions.feed.Desks;
import org.comity.subscriptions.subscriber.Subscribers;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the webhooks of people and systems. Row-level security shows each caller its own.
 *
 * <p>Rules.
 */
@Singleton
class Webhooks {

    private static final int MOST = 10;
    private static final Duration BETWEEN_TESTS = Duration.ofSeconds(10);
    private static final Duration OLD_SECRET_COUNTS = Duration.ofHours(24);

    private final Sql sql;
    private final Desks desks;
    private final Subscribers subscribers;
    private final WebhookSecrets secrets;
    private final WebhookAddress addresses;
    private final Reply.Writer replies;
    private final Identifiers identifiers;
    private final CurrentCaller current;
    private final AuditTrail trail;
    private final Clock clock;

    Webhooks(
            Sql sql,
            Desks desks,
            Subscribers subscribers,
            WebhookSecrets secrets,
            WebhookAddress addresses,
            Reply.Writer replies,
            Identifiers identifiers,
            CurrentCaller current,
            AuditTrail trail,
            Clock clock) {
        this.sql = sql;
        this.desks = desks;
        this.subscribers = subscribers;
        this.secrets = secrets;
        this.addresses = addresses;
        this.replies = replies;
        this.identifiers = identifiers;
        this.current = current;
        this.trail = trail;
        this.clock = clock;
    }

    /** Whether a webhook is sent. */
    enum Status {
        ACTIVE,
        /** It failed for so long that nobody tries any longer, until its owner says so. */
        OFF
    }

    /**
     * What is asked for.
     *
     * @param rule whose matches alone are sent; all news of the desk where nothing is said
     */
    record WebhookRequest(
            @NotNull(message = "This is missing.") @PlainText(max = 100)
            String name,

            @NotNull(message = "This is missing.") @PlainText(max = 500)
            String url,

            @Nullable UUID rule) {}

    /** From which number on entries are sent again. */
    record ReplayRequest(
            @NotNull(message = "This is missing.") @PositiveOrZero(message = "This must not be negative.")
            Long after) {}

    /**
     * A webhook: {@code Webhook} in openapi/subscriptions.yaml.
     *
     * @param deliveredSeq up to which number of the feed it was told
     * @param waiting how many numbers of the feed it lags behind
     * @param offAt when it is switched off, if it takes nothing until then
     * @param secret in the answer that makes it and in no other
     */
    record View(
            UUID id,
            String name,
            String url,
            @Nullable UUID rule,
            Status status,
            @Nullable String offBecause,
            long deliveredSeq,
            long waiting,
            @Nullable Instant failingSince,
            @Nullable Instant offAt,
            int attempts,
            Instant createdAt,
            @Nullable String secret,
            @JsonInclude(JsonInclude.Include.ALWAYS) List<String> steps) {}

    /** A delivery, or an attempt at one. */
    record DeliveryView(
            UUID id,
            long seq,
            Instant at,
            int tookMs,
            String outcome,
            @Nullable Integer status) {}

    private record Row(
            UUID id,
            String name,
            String url,
            @Nullable UUID ruleId,
            Status status,
            @Nullable String offBecause,
            long deliveredSeq,
            long waiting,
            @Nullable Instant failingSince,
            int attempts,
            int rowVersion,
            Instant createdAt)
            implements Dated {

        View view(@Nullable String secret) {
            return new View(
                    id,
                    name,
                    url,
                    ruleId,
                    status,
                    offBecause,
                    deliveredSeq,
                    waiting,
                    failingSince,
                    failingSince == null || status == Status.OFF
                            ? null
                            : failingSince.plus(WebhookSender.SWITCHED_OFF_AFTER),
                    attempts,
                    createdAt,
                    secret,
                    status == Status.OFF
                            ? List.of("enable", "test", "replay", "rotate", "discard")
                            : List.of("test", "replay", "rotate", "discard"));
        }

        /** What its owner changes; how far it has come changes by itself. */
        Object tagged() {
            return List.of(id, name, url, status, rowVersion);
        }
    }

    private static final String ROWS =
            "select w.id, w.name, w.url, w.rule_id, w.status, w.off_because, w.delivered_seq,"
                    + " greatest(coalesce((select h.seq from feed_head h where h.state = w.state and h.desk = w.desk), 0)"
                    + " - w.delivered_seq, 0) waiting, w.failing_since, w.attempts, w.row_version, w.created_at from webhook w";

    @Transactional
    Page<View> list(PageRequest page) {
        desks.own();
        List<Row> rows = sql.of(ROWS + " where true")
                .newestFirst(page, "w.created_at", "w.id")
                .list(Row.class);
        return Page.ofDated(rows, page, row -> row.view(null));
    }

    @Transactional
    Reply read(UUID id) {
        return reply(find(id, ""), null);
    }

    private Reply reply(Row row, @Nullable String secret) {
        Reply whole = replies.ok(row.view(secret));
        return new Reply(whole.status(), whole.location(), replies.etag(row.tagged()), whole.json());
    }

    private Row find(UUID id, String lock) {
        desks.own();
        trail.touched(id);
        return sql.of(ROWS + " where w.id = :id" + lock)
                .with("id", id)
                .first(Row.class)
                .orElseThrow(() -> KernelProblem.NOT_FOUND.because("There is no webhook of this id."));
    }

    private Row own(RecordVersion version) {
        Row row = find(version.id(), " for update of w");
        replies.etag(row.tagged()).require(version.ifMatch());
        return row;
    }

    /** Makes a webhook, which is told what happens from now on; the answer alone has its secret. */
    @Transactional
    Reply make(WebhookRequest request, String path) {
        var desk = desks.own();
        addresses.fault(request.url()).ifPresent(fault -> {
            throw KernelProblem.INVALID_VALUES.at("/url", fault);
        });
        if (request.rule() != null
                && !sql.of("select 1 from rule where id = :rule")
                        .with("rule", request.rule())
                        .exists()) {
            throw KernelProblem.INVALID_VALUES.at("/rule", "There is no rule of this id.");
        }
        if (sql.of("select count(*)::int from webhook").one(Integer.class) >= MOST) {
            throw WebhookProblem.TOO_MANY_WEBHOOKS.because("A person has at most " + MOST + ". Take one away first.");
        }
        subscribers.known();
        UUID id = identifiers.next();
        String secret = secrets.made();
        Instant now = clock.instant();
        sql.of(
                        "insert into webhook (id, person, state, desk, rule_id, name, url, secret, status, delivered_seq, next_at,"
                                + " row_version, created_at) values (:id, :person, :state, :desk, :rule, :name, :url, :secret, 'ACTIVE',"
                                + " coalesce((select seq from feed_head where state = :state and desk = :desk), 0), :now, 1, :now)")
                .with("id", id, "person", current.get().person().id())
                .with("state", current.get().ownState(), "desk", desk, "rule", request.rule())
                .with("name", request.name(), "url", request.url(), "secret", secrets.kept(id, secret))
                .with("now", now)
                .run();
        Reply made = reply(find(id, ""), secret);
        return new Reply(201, path + "/" + id, made.etag(), made.json());
    }

    /** Signs with a new secret from now on, and with the old one for a day too. */
    @Transactional
    Reply rotate(RecordVersion version) {
        own(version);
        subscribers.known();
        String secret = secrets.made();
        sql.of(
                        "update webhook set old_secret = secret, old_until = :until, secret = :secret, claimed_until = null, row_version = row_version + 1"
                                + " where id = :id")
                .with("until", clock.instant().plus(OLD_SECRET_COUNTS))
                .with("secret", secrets.kept(version.id(), secret), "id", version.id())
                .run();
        return reply(find(version.id(), ""), secret);
    }

    /** Goes on from where it was. */
    @Transactional
    Reply enable(RecordVersion version) {
        own(version);
        sql.of(
                        "update webhook set status = 'ACTIVE', off_because = null, failing_since = null, noticed_at = null, attempts = 0, next_at = :now,"
                                + " claimed_until = null, row_version = row_version + 1 where id = :id")
                .with("now", clock.instant(), "id", version.id())
                .run();
        return read(version.id());
    }

    /** Sends again what comes after a number, with the ids that it had. */
    @Transactional
    Reply replay(RecordVersion version, ReplayRequest request) {
        Row row = own(version);
        if (request.after() > row.deliveredSeq()) {
            throw KernelProblem.INVALID_VALUES.at("/after", "This number was not delivered yet.");
        }
        sql.of(
                        "update webhook set delivered_seq = :after, attempts = 0, next_at = :now, claimed_until = null, row_version = row_version + 1"
                                + " where id = :id")
                .with("after", request.after(), "now", clock.instant(), "id", version.id())
                .run();
        return read(version.id());
    }

    /** What a message of now is signed with and where it goes, for a test; a webhook is tested once in ten seconds. */
    @Transactional
    WebhookTrials.Tested tested(RecordVersion version) {
        own(version);
        Instant now = clock.instant();
        int first = sql.of("update webhook set tested_at = :now where id = :id"
                        + " and (tested_at is null or tested_at <= :before)")
                .with("now", now, "before", now.minus(BETWEEN_TESTS), "id", version.id())
                .run();
        if (first == 0) {
            throw WebhookProblem.TESTED_JUST_NOW.because("Try it again in ten seconds.");
        }
        return sql.of("select id, url, secret, old_secret, old_until from webhook where id = :id")
                .with("id", version.id())
                .one(WebhookTrials.Tested.class);
    }

    @Transactional
    void discard(RecordVersion version) {
        own(version);
        sql.of("delete from webhook where id = :id").with("id", version.id()).run();
    }

    /** What was delivered, and what was not taken, the newest first. */
    @Transactional
    Page<DeliveryView> deliveries(UUID id, PageRequest page) {
        find(id, "");
        List<DeliveryView> rows = sql.of(
                        "select id, seq, at, took_ms, outcome, status from webhook_delivery where webhook_id = :id")
                .with("id", id)
                .newestFirst(page, "at", "id")
                .list(DeliveryView.class);
        return Page.of(rows, page.limit(), row -> new PageRequest.Position(row.at(), row.id()).cursor(), some -> some);
    }
}
