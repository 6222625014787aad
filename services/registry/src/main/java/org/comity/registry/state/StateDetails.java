package org.comity.registry.state;

import jakarta.inject.Singleton;
import java.time.DayOfWeek;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.comity.kernel.caller.StateCode;
import org.comity.kernel.sql.Sql;
import org.comity.kernel.sql.SqlStatement;
import org.comity.kernel.time.Identifiers;
import org.comity.registry.content.CompetentAuthority;
import org.comity.registry.content.Holiday;
import org.comity.registry.content.PointOfContact;
import org.comity.registry.content.RegimeMembership;
import org.comity.registry.content.WorkingCalendar;

/** Reads and replaces what a state has several of: one query for each kind, however many states. */
@Singleton
class StateDetails {

    private final Sql sql;
    private final Identifiers identifiers;

    StateDetails(Sql sql, Identifiers identifiers) {
        this.sql = sql;
        this.identifiers = identifiers;
    }

    /** The details of some states; a state that has none of a kind is not in its map. */
    record Found(
            Map<StateCode, List<RegimeMembership>> memberships,
            Map<StateCode, List<CompetentAuthority>> authorities,
            Map<StateCode, List<PointOfContact>> contacts,
            Map<StateCode, List<DayOfWeek>> weekends,
            Map<StateCode, List<Holiday>> holidays) {}

    Found find(Collection<StateCode> states) {
        return new Found(
                find(
                        "regime_membership",
                        "iso2, regime, standing, member_since as \"from\"",
                        RegimeMembership.class,
                        states),
                find("competent_authority", "iso2, name, role, url", CompetentAuthority.class, states),
                find("point_of_contact", "iso2, role, name, mail, hours, backup", PointOfContact.class, states),
                find("weekend", "iso2, day", DayOfWeek.class, states),
                find("holiday", "iso2, day as date, name", Holiday.class, states));
    }

    private <T> Map<StateCode, List<T>> find(
            String table, String columns, Class<T> type, Collection<StateCode> states) {
        return sql.of("select " + columns + " from " + table + " where iso2 = any (:states) order by iso2, position")
                .with("states", states)
                .listBy(StateCode.class, type);
    }

    void memberships(StateCode state, List<RegimeMembership> memberships) {
        replace("regime_membership", state, memberships, (row, membership) -> row.with(
                        "regime", membership.regime(), "standing", membership.standing())
                .with("member_since", membership.from()));
    }

    void authorities(StateCode state, List<CompetentAuthority> authorities) {
        replace("competent_authority", state, authorities, (row, authority) -> row.with("name", authority.name())
                .with("role", authority.role(), "url", authority.url()));
    }

    void contacts(StateCode state, List<PointOfContact> contacts) {
        replace("point_of_contact", state, contacts, (row, contact) -> row.with("role", contact.role())
                .with("name", contact.name(), "mail", contact.mail())
                .with("hours", contact.hours(), "backup", contact.backup()));
    }

    void calendar(StateCode state, WorkingCalendar calendar) {
        replace("weekend", state, calendar.weekend(), (row, day) -> row.with("day", day));
        replace("holiday", state, calendar.holidays(), (row, holiday) -> row.with("day", holiday.date())
                .with("name", holiday.name()));
    }

    private <T> void replace(String table, StateCode state, List<T> details, BiConsumer<SqlStatement, T> columns) {
        sql.of("delete from " + table + " where iso2 = :state")
                .with("state", state)
                .run();
        sql.addAll(
                table,
                details,
                (row, place, detail) -> columns.accept(
                        row.with("id", identifiers.next()).with("iso2", state, "position", place), detail));
    }
}
