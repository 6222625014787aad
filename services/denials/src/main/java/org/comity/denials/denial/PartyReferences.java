package org.comity.denials.denial;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.comity.denials.content.Identifier;
import org.comity.denials.content.Party;
import org.comity.denials.person.PersonVault;
import org.comity.kernel.caller.StateCode;
import org.jspecify.annotations.Nullable;

/**
 * The reference of a regime among the identifiers of a party, as files have it. Nothing says which regime, so that it is
 * for its originator's desk alone, and lies in a table of its own. A natural person has it sealed: the table names a row of
 * the store of persons that readers do not get, and which is removed with the person.
 *
 * <p>Source: docs/rules.md.
 */
@Singleton
class PartyReferences {

    private final EntityManager database;
    private final PersonVault persons;

    PartyReferences(EntityManager database, PersonVault persons) {
        this.database = database;
        this.persons = persons;
    }

    /** The parties as readers may have them. */
    static List<Party> without(List<Party> parties) {
        return parties.stream().map(Party::withoutRegimeReferences).toList();
    }

    /** Keeps the references of these parties in place of those of before. */
    void replace(UUID denial, StateCode originator, List<Party> parties) {
        database.createNativeQuery("delete from denial_party_reference where denial_id = :denial")
                .setParameter("denial", denial)
                .executeUpdate();
        for (int party = 0; party < parties.size(); party++) {
            List<Identifier> identifiers = parties.get(party).identifiers();
            if (PersonVault.isPerson(parties.get(party))) {
                if (identifiers.stream().anyMatch(Party::isRegimeReference)) {
                    insert(denial, originator, party, 0, null, persons.sealed(denial, originator, parties.get(party)));
                }
                continue;
            }
            for (int place = 0; place < identifiers.size(); place++) {
                if (Party.isRegimeReference(identifiers.get(place))) {
                    insert(
                            denial,
                            originator,
                            party,
                            place,
                            identifiers.get(place).value(),
                            null);
                }
            }
        }
    }

    private void insert(
            UUID denial,
            StateCode originator,
            int party,
            int place,
            @Nullable String reference,
            @Nullable UUID person) {
        database.createNativeQuery("insert into denial_party_reference"
                        + " (denial_id, originator_state, party_position, position, reference, person)"
                        + " values (:denial, :originator, :party, :place, :reference, cast(:person as uuid))")
                .setParameter("denial", denial)
                .setParameter("originator", originator.value())
                .setParameter("party", party)
                .setParameter("place", place)
                .setParameter("reference", reference)
                .setParameter("person", person == null ? null : person.toString())
                .executeUpdate();
    }

    /**
     * The parties as their originator's desk has them: each reference where it was. A person who was sealed with it
     * before V69 still has it.
     */
    List<Party> with(UUID denial, List<Party> parties) {
        List<Party> whole = new ArrayList<>(parties);
        for (Object row : database.createNativeQuery("select party_position, position, reference, person"
                        + " from denial_party_reference where denial_id = :denial order by party_position, position")
                .setParameter("denial", denial)
                .getResultList()) {
            Object[] cells = (Object[]) row;
            int party = (Integer) cells[0];
            if (party >= whole.size()) {
                continue;
            }
            if (cells[2] == null) {
                persons.opened(denial, (UUID) cells[3]).ifPresent(person -> whole.set(party, person));
            } else {
                List<Identifier> identifiers = new ArrayList<>(whole.get(party).identifiers());
                identifiers.add(
                        Math.min((Integer) cells[1], identifiers.size()),
                        new Identifier(Party.REGIME_REFERENCE, (String) cells[2]));
                whole.set(party, whole.get(party).with(identifiers));
            }
        }
        return whole;
    }
}
