package org.comity.denials.denial;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import org.comity.denials.person.PersonVault;
import org.comity.kernel.http.Reply;
import org.jspecify.annotations.Nullable;

/**
 * Throws drafts away. Of a denial that was never notified nothing is left but its reference, which is not given again,
 * and the row of the audit trail; no event tells of it, since nobody was told of the draft.
 *
 * <p>Source: docs/rules.md.
 */
@Singleton
class DiscardService {

    private final EntityManager database;
    private final OwnDenials own;
    private final PersonVault persons;

    DiscardService(EntityManager database, OwnDenials own, PersonVault persons) {
        this.database = database;
        this.own = own;
        this.persons = persons;
    }

    /**
     * Throws away what is being written.
     *
     * @return the denial that stays in force; nothing, where it was a draft
     */
    @Transactional
    Optional<Reply> discard(UUID id, @Nullable String ifMatch) {
        OwnDenials.Opened opened = own.open(id, ifMatch);
        return switch (DenialLife.discard(opened.state())) {
            case Step.To(var next) -> Optional.of(own.saved(opened, next));
            case Step.Refused(var why) -> throw why.because(why.title() + ".");
            case Step.Gone gone -> {
                remove(opened);
                yield Optional.empty();
            }
        };
    }

    private void remove(OwnDenials.Opened opened) {
        DenialEntity denial = opened.denial();
        // whoever saved it in between is not overrun
        database.lock(opened.file(), LockModeType.PESSIMISTIC_FORCE_INCREMENT);
        database.flush();
        persons.forget(denial.id());
        database.createNativeQuery(
                        "insert into discarded_reference (originator_state, reference) values (:originator, :ref)")
                .setParameter("originator", denial.originator().value())
                .setParameter("ref", denial.ref())
                .executeUpdate();
        int gone = database.createNativeQuery("delete from denial where id = :id")
                .setParameter("id", denial.id())
                .executeUpdate();
        if (gone != 1) {
            throw new IllegalStateException("a draft could not be thrown away");
        }
        database.clear();
    }
}
