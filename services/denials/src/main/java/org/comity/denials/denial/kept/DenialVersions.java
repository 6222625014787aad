package org.comity.denials.denial.kept;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.comity.denials.content.DraftDenial;
import org.comity.denials.content.Party;
import org.comity.denials.person.PersonVault;
import org.comity.kernel.caller.StateCode;
import org.comity.kernel.sql.Sql;
import org.comity.kernel.text.TextForm;

/**
 * What a denial said each time that it was notified, for its originator: the whole of it, natural persons sealed.
 *
 * <p>Rules: R-271.
 */
@Singleton
public class DenialVersions {

    private final Sql sql;
    private final ObjectMapper json;
    private final PersonVault persons;

    DenialVersions(Sql sql, ObjectMapper json, PersonVault persons) {
        this.sql = sql;
        this.json = json;
        this.persons = persons;
    }

    /** Keeps what was notified as a version. */
    public void keep(UUID denial, StateCode originator, int version, DraftDenial content, Instant notifiedAt) {
        sql.into("denial_version")
                .with("denial_id", denial, "originator_state", originator, "version", version)
                .with("notified_at", notifiedAt)
                .json("content", content.withParties(persons.sealed(denial, originator, content.parties(), false)))
                .run();
    }

    /**
     * Seals in the versions each person whom this content marks as a natural person and whom a version has unmarked,
     * whatever that party's role was; the mark is put there too.
     */
    public void seal(UUID denial, StateCode originator, DraftDenial content) {
        Set<String> named = content.parties().stream()
                .filter(PersonVault::isPerson)
                .map(DenialVersions::comparable)
                .collect(Collectors.toSet());
        if (named.isEmpty()) {
            return;
        }
        for (DenialVersionView kept : kept(denial)) {
            List<Party> parties = kept.content().parties().stream()
                    .map(party -> named.contains(comparable(party))
                            ? persons.sealed(denial, originator, List.of(party.asPerson()), false)
                                    .getFirst()
                            : party)
                    .toList();
            if (!parties.equals(kept.content().parties())) {
                sql.of("update denial_version set content = :content where denial_id = :denial and version = :version")
                        .json("content", kept.content().withParties(parties))
                        .with("denial", denial, "version", kept.version())
                        .run();
            }
        }
    }

    private static String comparable(Party party) {
        return TextForm.folded(party.name());
    }

    /** What was notified so far, oldest first. */
    public List<DenialVersionView> all(UUID denial) {
        return kept(denial).stream()
                .map(kept -> new DenialVersionView(
                        kept.version(),
                        kept.notifiedAt(),
                        kept.content()
                                .withParties(
                                        persons.opened(denial, kept.content().parties()))))
                .toList();
    }

    /** The versions with placeholders for natural persons, as they are kept. */
    private List<DenialVersionView> kept(UUID denial) {
        return sql.of("select version, notified_at, content from denial_version where denial_id = :denial"
                        + " order by version")
                .with("denial", denial)
                .list(DenialVersionView.class);
    }

    /** What was notified as this version, as JSON. */
    public Optional<JsonNode> json(UUID denial, int version) {
        return all(denial).stream()
                .filter(kept -> kept.version() == version)
                .map(kept -> json.<JsonNode>valueToTree(kept.content().inFull()))
                .findFirst();
    }
}
