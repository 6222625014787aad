package org.comity.subscriptions.rule;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.comity.kernel.audit.AuditTrail;
import org.comity.kernel.caller.Caller;
import org.comity.kernel.caller.CurrentCaller;
import org.comity.kernel.caller.Person;
import org.comity.kernel.http.RecordVersion;
import org.comity.kernel.http.Reply;
import org.comity.kernel.paging.Dated;
import org.comity.kernel.paging.Page;
import org.comity.kernel.paging.PageRequest;
import org.comity.kernel.problem.FieldError;
import org.comity.kernel.problem.KernelProblem;
import org.comity.kernel.sql.Sql;
import org.comity.kernel.time.Identifiers;
import org.comity.sharing.code.ControlCode;
import org.comity.sharing.delivery.DeliveryDesk;
import org.comity.subscriptions.feed.Desks;
import org.comity.subscriptions.subscriber.Subscribers;

/**
 * Keeps the rules of people and systems. Row-level security shows each caller its own rules and those that its desk shares.
 *
 * <p>Rules.
 */
@Singleton
class RuleService {

    /** Each entry of a feed is compared with all rules of its desk: a hundred people with this many take some 10 ms. */
    private static final int MOST = 50;

    private final Sql sql;
    private final Desks desks;
    private final Subscribers subscribers;
    private final Reply.Writer replies;
    private final Identifiers identifiers;
    private final CurrentCaller current;
    private final AuditTrail trail;
    private final Clock clock;

    RuleService(
            Sql sql,
            Desks desks,
            Subscribers subscribers,
            Reply.Writer replies,
            Identifiers identifiers,
            CurrentCaller current,
            AuditTrail trail,
            Clock clock) {
        this.sql = sql;
        this.desks = desks;
        this.subscribers = subscribers;
        this.replies = replies;
        this.identifiers = identifiers;
        this.current = current;
        this.trail = trail;
        this.clock = clock;
    }

    private record Row(UUID id, Person owner, Instant createdAt, Instant updatedAt, RuleContent says)
            implements Dated {}

    private static final String ROWS = "select id, owner, owner_name, created_at, updated_at, says from rule";

    /** The rules that the caller sees, its own and those that its desk shares, the newest first. */
    @Transactional
    Page<RuleView> list(PageRequest page) {
        desks.own();
        List<Row> rows = sql.of(ROWS + " where true")
                .newestFirst(page, "created_at", "id")
                .list(Row.class);
        return Page.ofDated(rows, page, this::view);
    }

    /** One rule. */
    @Transactional
    Reply read(UUID id) {
        return replies.ok(view(find(id, "")));
    }

    /** Makes a rule. It looks at what happens from now on. */
    @Transactional
    Reply make(RuleContent content, String path) {
        DeliveryDesk desk = desks.own();
        refuse(content);
        Caller caller = current.get();
        int own = sql.of("select count(*)::int from rule where owner = :owner")
                .with("owner", caller.person().id())
                .one(Integer.class);
        if (own >= MOST) {
            throw RuleProblem.TOO_MANY_RULES.because("A person has at most " + MOST + " rules. Take one away first.");
        }
        UUID id = identifiers.next();
        Instant now = clock.instant();
        sql.into("rule")
                .with("id", id, "state", caller.ownState(), "desk", desk, "owner", caller.person())
                .with("row_version", 1, "shared", content.isShared(), "created_at", now, "updated_at", now)
                .json("says", content)
                .run();
        subscribers.known();
        trail.touched(id);
        return replies.created(path + "/" + id, view(new Row(id, caller.person(), now, now, content)));
    }

    /** Says something else from now on. What matched before and does not any more is told as removed at its next event. */
    @Transactional
    Reply edit(RecordVersion version, RuleContent content) {
        own(version);
        refuse(content);
        sql.of("update rule set says = :says, shared = :shared, updated_at = :now, row_version = row_version + 1"
                        + " where id = :id")
                .json("says", content)
                .with("shared", content.isShared(), "now", clock.instant(), "id", version.id())
                .run();
        subscribers.known();
        return read(version.id());
    }

    /** Takes the rule away. */
    @Transactional
    void discard(RecordVersion version) {
        own(version);
        sql.of("delete from rule where id = :id").with("id", version.id()).run();
    }

    /** The caller's own rule, in the version that the caller has read. */
    private void own(RecordVersion version) {
        Row row = find(version.id(), " for update");
        if (!isOwn(row)) {
            throw KernelProblem.FORBIDDEN.because("Only the person whose rule it is does this.");
        }
        replies.etag(view(row)).require(version.ifMatch());
    }

    private Row find(UUID id, String lock) {
        desks.own();
        trail.touched(id);
        // row-level security locks no row but the caller's own: another's is found in a second look
        Optional<Row> found =
                sql.of(ROWS + " where id = :id" + lock).with("id", id).first(Row.class);
        return found.or(() -> sql.of(ROWS + " where id = :id").with("id", id).first(Row.class))
                .orElseThrow(() -> KernelProblem.NOT_FOUND.because("There is no rule of this id."));
    }

    private RuleView view(Row row) {
        return new RuleView(
                row.id(),
                row.owner(),
                row.createdAt(),
                row.updatedAt(),
                row.says(),
                isOwn(row) ? List.of("edit", "discard") : List.of());
    }

    private boolean isOwn(Row row) {
        return row.owner().id().equals(current.get().person().id());
    }

    private void refuse(RuleContent content) {
        List<FieldError> wrong = new ArrayList<>();
        for (int i = 0; i < content.items().size(); i++) {
            if (!ControlCode.isWellFormed(content.items().get(i))) {
                wrong.add(new FieldError("/items/" + i, ControlCode.LOOKS));
            }
        }
        if (content.channels().contains(Channel.MAIL) && content.frequency() == null) {
            wrong.add(new FieldError("/frequency", "This is missing: say how often mails are sent."));
        }
        if (content.channels().contains(Channel.MAIL) && subscribers.address().isEmpty()) {
            wrong.add(new FieldError("/channels", "The account has no verified mail address."));
        }
        if (!wrong.isEmpty()) {
            throw KernelProblem.INVALID_VALUES.in(wrong);
        }
    }
}
