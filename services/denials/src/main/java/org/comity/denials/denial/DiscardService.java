package org.comity.denials.denial;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.comity.denials.person.PersonVault;
import org.comity.kernel.http.RecordVersion;
import org.comity.kernel.http.Reply;
import org.comity.sharing.foureyes.Step;
import org.comity.sharing.reference.DiscardedDrafts;

/**
 * Throws drafts away. Of a denial that was never notified nothing is left but its reference, which is not given again,
 * and the row of the audit trail; no event tells of it, since nobody was told of the draft.
 *
 * <p>Source: docs/rules.md.
 */
@Singleton
class DiscardService {

    private final OwnDenials own;
    private final PersonVault persons;
    private final DiscardedDrafts drafts;

    DiscardService(OwnDenials own, PersonVault persons, DiscardedDrafts drafts) {
        this.own = own;
        this.persons = persons;
        this.drafts = drafts;
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
        persons.forget(denial.id());
        drafts.remove(opened.file(), "denial", denial.id(), denial.originator(), denial.ref());
    }
}
