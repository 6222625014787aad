package org.comity.denials.onward;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.comity.kernel.caller.Caller;
import org.comity.kernel.caller.CurrentCaller;
import org.comity.kernel.caller.StateCode;
import org.comity.kernel.paging.PageRequest;
import org.comity.kernel.problem.KernelProblem;
import org.comity.sharing.foureyes.TakenBy;

/**
 * Requests as they are stored, for the licensing desks of the two states alone; row-level security says the same once
 * more.
 *
 * <p>Source: docs/rules.md R-210.
 */
@Singleton
class OnwardStore {

    static final String ABSENT = "There is no request of this id.";
    private static final String PARTY =
            "(r.requestingState = :state and :asked = true or r.originatorState = :state and :received = true)";

    private final EntityManager database;
    private final CurrentCaller current;

    OnwardStore(EntityManager database, CurrentCaller current) {
        this.database = database;
        this.current = current;
    }

    /** The caller's state, whose licensing desk it sits at. */
    StateCode desk() {
        Caller caller = current.get();
        TakenBy.DESK.require(caller);
        return caller.ownState();
    }

    /** The request, unless it is hidden, which looks as if there were none. */
    OnwardRequestEntity find(UUID id) {
        return parties(" and r.id = :id", true, true).setParameter("id", id).getResultList().stream()
                .findFirst()
                .orElseThrow(() -> KernelProblem.NOT_FOUND.because(ABSENT));
    }

    /** Those of these ids that are of a request, as far as row-level security shows. */
    List<UUID> known(Collection<UUID> ids) {
        return database.createQuery("select r.id from OnwardRequestEntity r where r.id in :ids", UUID.class)
                .setParameter("ids", ids)
                .getResultList();
    }

    /**
     * Newest first, one more than the page wants.
     *
     * @param asked those that the own state has asked
     * @param received those that it is asked
     */
    List<OnwardRequestEntity> list(boolean asked, boolean received, PageRequest page) {
        Optional<PageRequest.Position> after = page.after();
        String place = after.isPresent() ? " and (r.askedAt < :at or r.askedAt = :at and r.id < :last)" : "";
        TypedQuery<OnwardRequestEntity> query = parties(place + " order by r.askedAt desc, r.id desc", asked, received);
        after.ifPresent(position -> query.setParameter("at", position.at()).setParameter("last", position.id()));
        return query.setMaxResults(page.limit() + 1).getResultList();
    }

    private TypedQuery<OnwardRequestEntity> parties(String more, boolean asked, boolean received) {
        return database.createQuery("from OnwardRequestEntity r where " + PARTY + more, OnwardRequestEntity.class)
                .setParameter("state", desk().value())
                .setParameter("asked", asked)
                .setParameter("received", received);
    }

    void persist(OnwardRequestEntity request) {
        database.persist(request);
        database.flush();
    }

    void flush() {
        database.flush();
    }
}
