package org.comity.registry.state;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.comity.kernel.caller.StateCode;
import org.comity.kernel.time.Identifiers;
import org.comity.registry.content.CompetentAuthority;
import org.comity.registry.content.Holiday;
import org.comity.registry.content.PointOfContact;
import org.comity.registry.content.RegimeMembership;
import org.comity.registry.content.WorkingCalendar;

/** Reads and replaces what a state has several of: one query for each kind, however many states. */
@Singleton
class StateDetails {

    private final EntityManager database;
    private final Identifiers identifiers;

    StateDetails(EntityManager database, Identifiers identifiers) {
        this.database = database;
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
        List<String> codes = states.stream().map(StateCode::value).toList();
        return new Found(
                find(RegimeMembershipEntity.class, codes, RegimeMembershipEntity::content),
                find(CompetentAuthorityEntity.class, codes, CompetentAuthorityEntity::content),
                find(PointOfContactEntity.class, codes, PointOfContactEntity::content),
                find(WeekendEntity.class, codes, WeekendEntity::content),
                find(HolidayEntity.class, codes, HolidayEntity::content));
    }

    private <E extends DetailEntity, T> Map<StateCode, List<T>> find(
            Class<E> type, List<String> codes, Function<E, T> content) {
        Map<StateCode, List<T>> found = new HashMap<>();
        if (codes.isEmpty()) {
            return found;
        }
        List<E> rows = database.createQuery(
                        "from " + type.getSimpleName() + " d where d.iso2 in :codes order by d.iso2, d.position", type)
                .setParameter("codes", codes)
                .getResultList();
        for (E row : rows) {
            found.computeIfAbsent(row.state(), state -> new ArrayList<>()).add(content.apply(row));
        }
        return found;
    }

    void memberships(StateCode state, List<RegimeMembership> memberships) {
        clear("regime_membership", state);
        for (int i = 0; i < memberships.size(); i++) {
            database.persist(new RegimeMembershipEntity(identifiers.next(), state, i, memberships.get(i)));
        }
    }

    void authorities(StateCode state, List<CompetentAuthority> authorities) {
        clear("competent_authority", state);
        for (int i = 0; i < authorities.size(); i++) {
            database.persist(new CompetentAuthorityEntity(identifiers.next(), state, i, authorities.get(i)));
        }
    }

    void contacts(StateCode state, List<PointOfContact> contacts) {
        clear("point_of_contact", state);
        for (int i = 0; i < contacts.size(); i++) {
            database.persist(new PointOfContactEntity(identifiers.next(), state, i, contacts.get(i)));
        }
    }

    void calendar(StateCode state, WorkingCalendar calendar) {
        clear("weekend", state);
        for (int i = 0; i < calendar.weekend().size(); i++) {
            database.persist(new WeekendEntity(
                    identifiers.next(), state, i, calendar.weekend().get(i)));
        }
        clear("holiday", state);
        for (int i = 0; i < calendar.holidays().size(); i++) {
            database.persist(new HolidayEntity(
                    identifiers.next(), state, i, calendar.holidays().get(i)));
        }
    }

    private void clear(String table, StateCode state) {
        database.createNativeQuery("delete from " + table + " where iso2 = :state")
                .setParameter("state", state.value())
                .executeUpdate();
    }
}
