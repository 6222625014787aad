package org.comity.denials.consultation;

import jakarta.inject.Singleton;
import java.util.UUID;
import org.comity.denials.consultation.content.CandidateParty;
import org.comity.denials.consultation.content.CandidateTransaction;
import org.comity.denials.consultation.content.DraftConsultation;
import org.comity.denials.person.PersonVault;
import org.comity.kernel.caller.StateCode;

/**
 * Puts the natural persons of a candidate transaction into their store before it is kept, and back when it is read.
 *
 * <p>Source: docs/rules.md R-138; ADR 0013.
 */
@Singleton
class CandidatePersons {

    private final PersonVault vault;

    CandidatePersons(PersonVault vault) {
        this.vault = vault;
    }

    /** Removes the persons of a draft that is thrown away. */
    void forget(UUID consultation) {
        vault.forget(consultation);
    }

    /** A draft with placeholders for its persons, whom the requesting desk alone gets. */
    DraftConsultation sealed(UUID consultation, StateCode requesting, DraftConsultation draft) {
        CandidateTransaction transaction = draft.candidateTransaction();
        return transaction == null
                ? draft
                : draft.withTransaction(sealed(consultation, requesting, transaction, false));
    }

    /** A draft with its persons, as far as they are still kept. */
    DraftConsultation opened(UUID consultation, DraftConsultation draft) {
        CandidateTransaction transaction = draft.candidateTransaction();
        return transaction == null ? draft : draft.withTransaction(opened(consultation, transaction));
    }

    /** A transaction with placeholders for its persons, whom from now on all get who read the transaction. */
    CandidateTransaction shared(UUID consultation, StateCode requesting, CandidateTransaction transaction) {
        return sealed(consultation, requesting, transaction, true);
    }

    /** A transaction with its persons, as far as they are still kept. */
    CandidateTransaction opened(UUID consultation, CandidateTransaction transaction) {
        return transaction.withParties(
                vault
                        .opened(
                                consultation,
                                transaction.parties().stream()
                                        .map(CandidateParty::asParty)
                                        .toList())
                        .stream()
                        .map(CandidateParty::of)
                        .toList());
    }

    private CandidateTransaction sealed(
            UUID consultation, StateCode requesting, CandidateTransaction transaction, boolean shared) {
        return transaction.withParties(vault
                .sealed(
                        consultation,
                        requesting,
                        transaction.parties().stream()
                                .map(CandidateParty::asParty)
                                .toList(),
                        shared)
                .stream()
                .map(CandidateParty::of)
                .toList());
    }
}
