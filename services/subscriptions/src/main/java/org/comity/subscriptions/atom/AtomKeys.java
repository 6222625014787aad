package org.comity.subscriptions.atom;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotNull;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.comity.kernel.caller.CurrentCaller;
import org.comity.kernel.caller.StateCode;
import org.comity.kernel.paging.Dated;
import org.comity.kernel.paging.Page;
import org.comity.kernel.paging.PageRequest;
import org.comity.kernel.problem.KernelProblem;
import org.comity.kernel.sql.Sql;
import org.comity.kernel.text.PlainText;
import org.comity.kernel.time.Identifiers;
import org.comity.kernel.timer.TimerTransactions;
import org.comity.sharing.delivery.DeliveryDesk;
import org.comity.subscriptions.feed.Desks;
import org.comity.subscriptions.subscriber.Subscribers;
import org.jspecify.annotations.Nullable;

/**
 * The addresses that a person gives to feed readers. An address is shown once; what is kept of it does not tell it.
 *
 * <p>Rules: R-398.
 */
@Singleton
class AtomKeys {

    private static final int MOST = 20;
    private static final int BYTES = 24;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Sql sql;
    private final TimerTransactions transactions;
    private final Desks desks;
    private final Subscribers subscribers;
    private final Identifiers identifiers;
    private final CurrentCaller current;
    private final Clock clock;

    AtomKeys(
            Sql sql,
            TimerTransactions transactions,
            Desks desks,
            Subscribers subscribers,
            Identifiers identifiers,
            CurrentCaller current,
            Clock clock) {
        this.sql = sql;
        this.transactions = transactions;
        this.desks = desks;
        this.subscribers = subscribers;
        this.identifiers = identifiers;
        this.current = current;
        this.clock = clock;
    }

    /**
     * What is asked for.
     *
     * @param name what the person calls it, such as the name of a feed reader
     * @param rule whose matches alone the feed has; all news of the desk where nothing is said
     */
    record KeyRequest(
            @NotNull(message = "This is missing.") @PlainText(max = 100)
            String name,

            @Nullable UUID rule) {}

    /**
     * An address, without its key.
     *
     * @param path with the key, in the answer that makes it and in no other
     */
    record KeyView(
            UUID id,
            String name,
            @Nullable UUID rule,
            Instant createdAt,
            @Nullable LocalDate usedOn,
            @Nullable String path) {}

    private record Row(
            UUID id,
            String name,
            @Nullable UUID ruleId,
            Instant createdAt,
            @Nullable LocalDate usedOn) implements Dated {}

    @Transactional
    Page<KeyView> list(PageRequest page) {
        desks.own();
        List<Row> rows = sql.of("select id, name, rule_id, created_at, used_on from atom_key where true")
                .newestFirst(page, "created_at", "id")
                .list(Row.class);
        return Page.ofDated(
                rows,
                page,
                row -> new KeyView(row.id(), row.name(), row.ruleId(), row.createdAt(), row.usedOn(), null));
    }

    @Transactional
    KeyView make(KeyRequest request) {
        DeliveryDesk desk = desks.own();
        if (request.rule() != null
                && !sql.of("select 1 from rule where id = :rule")
                        .with("rule", request.rule())
                        .exists()) {
            throw KernelProblem.INVALID_VALUES.at("/rule", "There is no rule of this id.");
        }
        if (sql.of("select count(*)::int from atom_key").one(Integer.class) >= MOST) {
            throw AtomProblem.TOO_MANY_KEYS.because("A person has at most " + MOST + ". Take one away first.");
        }
        subscribers.known();
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        String key = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        UUID id = identifiers.next();
        Instant now = clock.instant();
        sql.into("atom_key")
                .with("id", id, "person", current.get().person().id())
                .with("state", current.get().ownState(), "desk", desk, "rule_id", request.rule())
                .with("name", request.name(), "key_hash", hash(key), "created_at", now)
                .run();
        return new KeyView(id, request.name(), request.rule(), now, null, AtomResource.PATH + "?key=" + key);
    }

    /** No reader gets in with the address any longer. */
    @Transactional
    void discard(UUID id) {
        desks.own();
        if (sql.of("delete from atom_key where id = :id").with("id", id).run() == 0) {
            throw KernelProblem.NOT_FOUND.because("There is no address of this id.");
        }
    }

    /** Whose feed an address opens. */
    record Opened(
            UUID id,
            String person,
            StateCode state,
            DeliveryDesk desk,
            @Nullable UUID ruleId,
            String name) {}

    /** Whose feed this key opens. */
    Optional<Opened> opened(String key) throws SQLException {
        return transactions.once(transaction -> {
            Optional<Opened> found = transaction
                    .sql("select id, person, state, desk, rule_id, name from atom_key where key_hash = :hash")
                    .with("hash", hash(key))
                    .first(Opened.class);
            found.ifPresent(it -> transaction
                    .sql("update atom_key set used_on = :today where id = :id and used_on is distinct from :today")
                    .with("today", LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC), "id", it.id())
                    .run());
            return found;
        });
    }

    /** A key is 192 random bits: nobody finds one by trying, and its hash needs no salt. */
    private static String hash(String key) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
