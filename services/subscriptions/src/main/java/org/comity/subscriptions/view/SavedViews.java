package org.comity.subscriptions.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.comity.kernel.audit.AuditTrail;
import org.comity.kernel.caller.CurrentCaller;
import org.comity.kernel.caller.Person;
import org.comity.kernel.http.Reply;
import org.comity.kernel.paging.Dated;
import org.comity.kernel.paging.Page;
import org.comity.kernel.paging.PageRequest;
import org.comity.kernel.problem.KernelProblem;
import org.comity.kernel.sql.Sql;
import org.comity.kernel.text.PlainText;
import org.comity.kernel.time.Identifiers;
import org.comity.subscriptions.feed.Desks;
import org.jspecify.annotations.Nullable;

/**
 * Lists as people narrowed them. A view keeps what the address of the list says; what the list then shows, its service decides for
 * the person who opens it.
 *
 * <p>Rules: R-375.
 */
@Singleton
class SavedViews {

    private static final int MOST = 50;

    private static final String ROWS =
            "select id, list, name, query, shared, owner, owner_name, created_at from saved_view where true";

    private final Sql sql;
    private final Desks desks;
    private final Reply.Writer replies;
    private final Identifiers identifiers;
    private final CurrentCaller current;
    private final AuditTrail trail;
    private final Clock clock;

    SavedViews(
            Sql sql,
            Desks desks,
            Reply.Writer replies,
            Identifiers identifiers,
            CurrentCaller current,
            AuditTrail trail,
            Clock clock) {
        this.sql = sql;
        this.desks = desks;
        this.replies = replies;
        this.identifiers = identifiers;
        this.current = current;
        this.trail = trail;
        this.clock = clock;
    }

    /** The lists that can be narrowed. */
    enum NarrowedList {
        DENIALS,
        CONSULTATIONS,
        BULLETINS,
        REQUESTS,
        STATES,
        INBOX
    }

    /**
     * What is asked for.
     *
     * @param query what stands after the question mark in the address of the list, such as {@code destination=KZ&item=5A001}
     */
    record ViewRequest(
            @NotNull(message = "This is missing.") NarrowedList list,

            @NotNull(message = "This is missing.") @PlainText(max = 100)
            String name,

            @NotNull(message = "This is missing.")
            @PlainText(max = 1000)
            @Pattern(
                    regexp = "[A-Za-z0-9._~%!$'()*+,;=:@/?&-]+",
                    message = "This is not what stands after the question mark of an address.")
            String query,

            @Nullable Boolean shared) {

        boolean isShared() {
            return Boolean.TRUE.equals(shared);
        }
    }

    /** A saved view: {@code SavedView} in openapi/subscriptions.yaml. */
    record View(
            UUID id,
            NarrowedList list,
            String name,
            String query,
            boolean shared,
            Person owner,
            Instant createdAt,
            @JsonInclude(JsonInclude.Include.ALWAYS) List<String> steps) {}

    private record Row(
            UUID id, NarrowedList list, String name, String query, boolean shared, Person owner, Instant createdAt)
            implements Dated {}

    /** The caller's own views, and those that its desk shares, the newest first. */
    @Transactional
    Page<View> list(PageRequest page) {
        desks.own();
        return Page.ofDated(sql.of(ROWS).newestFirst(page, "created_at", "id").list(Row.class), page, this::view);
    }

    private View view(Row row) {
        boolean own = row.owner().id().equals(current.get().person().id());
        return new View(
                row.id(),
                row.list(),
                row.name(),
                row.query(),
                row.shared(),
                row.owner(),
                row.createdAt(),
                own ? List.of("discard") : List.of());
    }

    /** Keeps a view. */
    @Transactional
    Reply make(ViewRequest request, String path) {
        var desk = desks.own();
        Person owner = current.get().person();
        int own = sql.of("select count(*)::int from saved_view where owner = :owner")
                .with("owner", owner.id())
                .one(Integer.class);
        if (own >= MOST) {
            throw SavedViewProblem.TOO_MANY_VIEWS.because("A person has at most " + MOST + ". Take one away first.");
        }
        UUID id = identifiers.next();
        Instant now = clock.instant();
        sql.into("saved_view")
                .with("id", id, "state", current.get().ownState(), "desk", desk, "owner", owner)
                .with("list", request.list(), "name", request.name(), "query", request.query())
                .with("shared", request.isShared(), "created_at", now)
                .run();
        trail.touched(id);
        return replies.created(
                path + "/" + id,
                view(new Row(id, request.list(), request.name(), request.query(), request.isShared(), owner, now)));
    }

    /** Takes an own view away. */
    @Transactional
    void discard(UUID id) {
        desks.own();
        trail.touched(id);
        if (sql.of("delete from saved_view where id = :id").with("id", id).run() == 0) {
            boolean seen = sql.of(ROWS + " and id = :id")
                    .with("id", id)
                    .first(Row.class)
                    .isPresent();
            throw seen
                    ? KernelProblem.FORBIDDEN.because("Only the person whose view it is does this.")
                    : KernelProblem.NOT_FOUND.because("There is no view of this id.");
        }
    }
}
