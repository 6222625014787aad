package org.comity.denials.denial.kept;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.comity.denials.content.Identifier;
import org.comity.denials.content.Party;
import org.comity.denials.person.PersonVault;
import org.comity.kernel.caller.StateCode;
import org.comity.kernel.sql.Sql;
import org.jspecify.annotations.Nullable;

/**
 * The reference of a regime among the identifiers of a party, as files have it. Nothing says which regime, so that it is
 * for its originator's desk alone, and lies in a table of its own. A natural person has it sealed: the table names a row of
 * the store of persons that readers do not get, and which is removed with the person.
 *
 * <p>Source: docs/rules.md.
 */
@Singleton
public class PartyReferences {

    private final Sql sql;
    private final PersonVault persons;

    PartyReferences(Sql sql, PersonVault persons) {
        this.sql = sql;
        this.persons = persons;
    }

    /** The parties as readers may have them. */
    public static List<Party> without(List<Party> parties) {
        return parties.stream().map(Party::withoutRegimeReferences).toList();
    }

    /** Keeps the references of these parties in place of those of before; as they were, they are left. */
    public void replace(UUID denial, StateCode originator, List<Party> parties) {
        List<Kept> references = references(denial, originator, parties);
        if (references.equals(kept(denial))) {
            return;
        }
        sql.of("delete from denial_party_reference where denial_id = :denial")
                .with("denial", denial)
                .run();
        add(denial, originator, references);
    }

    /** Keeps the references of the parties of a new denial. */
    public void write(UUID denial, StateCode originator, List<Party> parties) {
        add(denial, originator, references(denial, originator, parties));
    }

    private void add(UUID denial, StateCode originator, List<Kept> references) {
        sql.addAll("denial_party_reference", references, (row, place, reference) -> row.with(
                        "denial_id", denial, "originator_state", originator)
                .with("party_position", reference.partyPosition(), "position", reference.position())
                .with("reference", reference.reference(), "person", reference.person()));
    }

    private List<Kept> references(UUID denial, StateCode originator, List<Party> parties) {
        List<Kept> references = new ArrayList<>();
        for (int place = 0; place < parties.size(); place++) {
            Party party = parties.get(place);
            List<Identifier> identifiers = party.identifiers();
            if (PersonVault.isPerson(party)) {
                if (identifiers.stream().anyMatch(Party::isRegimeReference)) {
                    references.add(new Kept(place, 0, null, persons.sealed(denial, originator, party)));
                }
                continue;
            }
            for (int position = 0; position < identifiers.size(); position++) {
                if (Party.isRegimeReference(identifiers.get(position))) {
                    references.add(
                            new Kept(place, position, identifiers.get(position).value(), null));
                }
            }
        }
        return references;
    }

    private record Kept(
            int partyPosition,
            int position,
            @Nullable String reference,
            @Nullable UUID person) {}

    private List<Kept> kept(UUID denial) {
        return sql.of("select party_position, position, reference, person from denial_party_reference"
                        + " where denial_id = :denial order by party_position, position")
                .with("denial", denial)
                .list(Kept.class);
    }

    /**
     * The parties as their originator's desk has them: each reference where it was. A person who was sealed with it
     * before V69 still has it.
     */
    public List<Party> with(UUID denial, List<Party> parties) {
        List<Party> whole = new ArrayList<>(parties);
        for (Kept kept : kept(denial)) {
            int party = kept.partyPosition();
            if (party >= whole.size()) {
                continue;
            }
            if (kept.reference() != null) {
                List<Identifier> identifiers = new ArrayList<>(whole.get(party).identifiers());
                identifiers.add(
                        Math.min(kept.position(), identifiers.size()),
                        new Identifier(Party.REGIME_REFERENCE, kept.reference()));
                whole.set(party, whole.get(party).with(identifiers));
            } else if (kept.person() != null) {
                persons.opened(denial, kept.person()).ifPresent(person -> whole.set(party, person));
            }
        }
        return whole;
    }
}
