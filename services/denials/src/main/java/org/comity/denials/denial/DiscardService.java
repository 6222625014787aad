package org.comity.denials.denial;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.comity.denials.person.PersonVault;
import org.comity.kernel.http.RecordVersion;
import org.comity.kernel.http.Reply;
import org.comity.kernel.sql.Sql;
import org.comity.sharing.foureyes.Step;
import org.comity.sharing.reference.References;

/**
 * Throws drafts away. Of a denial that was never notified nothing is left but its reference, which is not given again,
 * and the row of the audit trail; no event tells of it, since nobody was told of the draft.
 *
 * <p>Source: docs/rules.md.
 */
@Singleton
class DiscardService {

    private final EntityManager database;
    private final Sql sql;
    private final References references;
    private final OwnDenials own;
    private final PersonVault persons;

    DiscardService(EntityManager database, Sql sql, References references, OwnDenials own, PersonVault persons) {
        this.database = database;
        this.sql = sql;
        this.references = references;
        this.own = own;
        this.persons = persons;
    }

    /**
     * Throws away what is being written.
     *
     * @return the denial that stays in force; nothing, where it was a draft
     */
    @Transactional
    Optional<Reply> discard(RecordVersion version) {
        OwnDenials.Opened opened = own.open(version, DenialStep.DISCARD);
        return switch (DenialLife.discard(opened.state())) {
            case Step.Gone<DenialState> gone -> {
                remove(opened);
                yield Optional.empty();
            }
            case Step<DenialState> step -> Optional.of(own.saved(opened, step.taken()));
        };
    }

    private void remove(OwnDenials.Opened opened) {
        DenialEntity denial = opened.denial();
        // the lock refuses the removal where a colleague has saved the record since
        database.lock(opened.file(), LockModeType.PESSIMISTIC_FORCE_INCREMENT);
        database.flush();
        persons.forget(denial.id());
        references.discard(denial.originator(), denial.ref());
        int gone = sql.of("delete from denial where id = :id")
                .with("id", denial.id())
                .run();
        if (gone != 1) {
            throw new IllegalStateException("a draft could not be thrown away");
        }
        database.clear();
    }
}
