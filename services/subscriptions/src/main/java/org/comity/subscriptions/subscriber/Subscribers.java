package org.comity.subscriptions.subscriber;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.comity.kernel.caller.Caller;
import org.comity.kernel.caller.CurrentCaller;
import org.comity.kernel.caller.Role;
import org.comity.kernel.http.Reply;
import org.comity.kernel.problem.KernelProblem;
import org.comity.kernel.sql.Sql;
import org.comity.kernel.text.PlainText;
import org.comity.sharing.delivery.DeliveryDesk;
import org.comity.subscriptions.feed.Desks;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * Who gets mail, and in which language and zone. Mail goes to the verified address of the account alone.
 *
 * <p>Rules.
 */
@Singleton
public class Subscribers {

    private final Sql sql;
    private final Desks desks;
    private final Reply.Writer replies;
    private final CurrentCaller current;
    private final SecurityIdentity identity;
    private final Clock clock;

    Subscribers(
            Sql sql, Desks desks, Reply.Writer replies, CurrentCaller current, SecurityIdentity identity, Clock clock) {
        this.sql = sql;
        this.desks = desks;
        this.replies = replies;
        this.current = current;
        this.identity = identity;
        this.clock = clock;
    }

    /** The languages of mails. */
    enum Language {
        EN,
        FR,
        ES
    }

    /**
     * What a person prefers: {@code Preferences} in openapi/subscriptions.yaml.
     *
     * @param zone in which digests are dated, such as {@code Europe/Amsterdam}; that of the state's calendar where nothing is said
     */
    record Preferences(
            @Nullable Language language,
            @PlainText(max = 60) @Nullable String zone) {}

    /** What is preferred, and where mail goes. */
    record PreferencesView(
            Language language,
            @Nullable String zone,
            @Nullable String mailAddress) {}

    private record Row(String language, Optional<String> zone) {}

    /** The caller's preferences. */
    @Transactional
    Reply read() {
        desks.own();
        return replies.ok(view());
    }

    private PreferencesView view() {
        Optional<Row> row = sql.of("select language, zone from subscriber where person = :person")
                .with("person", current.get().person().id())
                .first(Row.class);
        return new PreferencesView(
                row.map(it -> Language.valueOf(it.language())).orElse(Language.EN),
                row.flatMap(Row::zone).orElse(null),
                address().orElse(null));
    }

    /** The caller prefers this from now on. */
    @Transactional
    Reply edit(@Nullable String ifMatch, Preferences preferences) {
        desks.own();
        replies.etag(view()).require(ifMatch);
        if (preferences.zone() != null && !isZone(preferences.zone())) {
            throw KernelProblem.INVALID_VALUES.at("/zone", "This is no time zone; one looks like Europe/Amsterdam.");
        }
        keep(
                Optional.ofNullable(preferences.language()).orElse(Language.EN).name(),
                preferences.zone(),
                "language = excluded.language, zone = excluded.zone, ");
        return replies.ok(view());
    }

    private static boolean isZone(String text) {
        try {
            return ZoneId.getAvailableZoneIds().contains(ZoneId.of(text).getId());
        } catch (DateTimeException e) {
            return false;
        }
    }

    /** The caller is here: where it is known already, its roles, desk and address are those of now. */
    @Transactional
    public void refresh() {
        Caller caller = current.get();
        sql.of(
                        "update subscriber set state = :state, desk = :desk, roles = :roles, address = :address, updated_at = :now"
                                + " where person = :person and (state, desk, roles, coalesce(address, ''))"
                                + " is distinct from (:state, :desk, cast (:roles as text[]), coalesce(:address, ''))")
                .with("state", caller.ownState(), "desk", desks.own(), "roles", roles(caller))
                .with(
                        "address",
                        address().orElse(null),
                        "now",
                        clock.instant(),
                        "person",
                        caller.person().id())
                .run();
    }

    private static List<String> roles(Caller caller) {
        return caller.roles().stream().map(Role::name).sorted().toList();
    }

    /** The caller has a rule: its address and roles are known from now on. */
    @Transactional
    public void known() {
        keep(Language.EN.name(), null, "");
    }

    private void keep(String language, @Nullable String zone, String changed) {
        Caller caller = current.get();
        DeliveryDesk desk = desks.own();
        sql.into("subscriber")
                .onConflict("(person) do update set " + changed
                        + "person_name = excluded.person_name, state = excluded.state,"
                        + " desk = excluded.desk, roles = excluded.roles, address = excluded.address,"
                        + " updated_at = excluded.updated_at")
                .with("person", caller.person(), "state", caller.ownState(), "desk", desk)
                .with("roles", roles(caller))
                .with("address", address().orElse(null), "language", language, "zone", zone)
                .with("updated_at", clock.instant())
                .run();
    }

    /** The verified address of the caller's account. */
    public Optional<String> address() {
        return identity.getPrincipal() instanceof JsonWebToken token
                        && Boolean.parseBoolean(String.valueOf(token.<Object>getClaim("email_verified")))
                ? Optional.ofNullable(token.<String>getClaim("email"))
                : Optional.empty();
    }
}
