package org.comity.denials.denial;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.comity.denials.content.Identifier;
import org.comity.denials.content.Party;
import org.comity.kernel.caller.StateCode;

/**
 * The reference of a regime among the identifiers of a party, as files have it. Nothing says which regime, so that it is
 * for its originator's desk alone, and lies in a table of its own.
 *
 * <p>Source: docs/rules.md R-306.
 */
@Singleton
class PartyReferences {

    private final EntityManager database;

    PartyReferences(EntityManager database) {
        this.database = database;
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
            for (int place = 0; place < identifiers.size(); place++) {
                if (Party.isRegimeReference(identifiers.get(place))) {
                    insert(
                            denial,
                            originator,
                            party,
                            place,
                            identifiers.get(place).value());
                }
            }
        }
    }

    private void insert(UUID denial, StateCode originator, int party, int place, String reference) {
        database.createNativeQuery("insert into denial_party_reference"
                        + " (denial_id, originator_state, party_position, position, reference)"
                        + " values (:denial, :originator, :party, :place, :reference)")
                .setParameter("denial", denial)
                .setParameter("originator", originator.value())
                .setParameter("party", party)
                .setParameter("place", place)
                .setParameter("reference", reference)
                .executeUpdate();
    }

    /** The parties as their originator's desk has them: each reference where it was. */
    List<Party> with(UUID denial, List<Party> parties) {
        List<Party> whole = new ArrayList<>(parties);
        for (Object row : database.createNativeQuery("select party_position, position, reference"
                        + " from denial_party_reference where denial_id = :denial order by party_position, position")
                .setParameter("denial", denial)
                .getResultList()) {
            Object[] cells = (Object[]) row;
            int party = (Integer) cells[0];
            if (party < whole.size()) {
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
