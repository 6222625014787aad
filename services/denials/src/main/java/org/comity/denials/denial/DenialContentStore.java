package org.comity.denials.denial;

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
import org.comity.denials.content.ExternalRef;
import org.comity.denials.content.Party;
import org.comity.denials.person.PersonVault;
import org.comity.denials.procedure.DenialNotification;
import org.comity.kernel.caller.CurrentCaller;
import org.comity.kernel.caller.StateCode;
import org.comity.kernel.json.Revised;
import org.comity.kernel.sql.Sql;
import org.comity.kernel.text.TextForm;
import org.comity.kernel.time.Identifiers;
import org.comity.sharing.release.Lens;

/**
 * Writes the content of a denial, a row for each part, and reads of it what a lens shows.
 *
 * <p>Rules.
 */
@Singleton
class DenialContentStore {

    private final Sql sql;
    private final Identifiers identifiers;
    private final ObjectMapper json;
    private final CurrentCaller current;
    private final PersonVault persons;
    private final SupersededDenials superseded;
    private final PartyReferences references;
    private final SearchedDenials keys;

    DenialContentStore(
            Sql sql,
            Identifiers identifiers,
            ObjectMapper json,
            CurrentCaller current,
            PersonVault persons,
            SupersededDenials superseded,
            PartyReferences references,
            SearchedDenials keys) {
        this.keys = keys;
        this.references = references;
        this.superseded = superseded;
        this.persons = persons;
        this.current = current;
        this.sql = sql;
        this.identifiers = identifiers;
        this.json = json;
    }

    /** The first content of a denial, beside its header and its desk's file. */
    void write(UUID denial, StateCode originator, DraftDenial content) {
        DraftDenial narrative = narrative(denial, originator, content);
        sql.into("denial_narrative")
                .with("denial_id", denial, "originator_state", originator)
                .json("content", narrative)
                .run();
        keys.replace(denial, originator, DraftDenial.NOTHING, content.header().withNarrative(narrative));
        writeExternalRefs(denial, originator, content.externalRefs());
        superseded.write(denial, originator, content.supersedes());
        references.write(denial, originator, content.shared().parties());
    }

    /**
     * New content in place of the old. What does not change is not written: a step that brings no other content leaves
     * the rows of the content as they are.
     */
    void replace(
            DenialEntity denial, DenialFileEntity file, DraftDenial content, DenialNotification procedure, Instant at) {
        UUID id = denial.id();
        StateCode originator = denial.originator();
        DraftDenial oldNarrative = row(id).content();
        DraftDenial before = denial.content().withNarrative(oldNarrative);
        denial.apply(content, procedure, at);
        file.apply(sealed(id, originator, content), at);
        DraftDenial narrative = narrative(id, originator, content);
        if (!narrative.equals(oldNarrative)) {
            update(id, narrative);
        }
        keys.replace(id, originator, before, denial.content().withNarrative(narrative));
        if (!externalRefs(id).equals(content.externalRefs())) {
            sql.of("delete from denial_external_ref where denial_id = :denial")
                    .with("denial", id)
                    .run();
            writeExternalRefs(id, originator, content.externalRefs());
        }
        superseded.replace(id, originator, content.supersedes());
        references.replace(id, originator, content.shared().parties());
    }

    /** The narrative with placeholders for natural persons, who are the ones that readers get from now on. */
    private DraftDenial narrative(UUID denial, StateCode originator, DraftDenial content) {
        DraftDenial narrative = content.narrative();
        return narrative.withParties(
                persons.sealed(denial, originator, PartyReferences.without(narrative.parties()), true));
    }

    private void update(UUID denial, DraftDenial narrative) {
        sql.of("update denial_narrative set content = :content where denial_id = :denial")
                .json("content", narrative)
                .with("denial", denial)
                .run();
    }

    private void writeExternalRefs(UUID denial, StateCode originator, List<ExternalRef> all) {
        sql.addAll("denial_external_ref", all, (row, place, reference) -> row.with(
                        "id", identifiers.next(), "denial_id", denial)
                .with("originator_state", originator, "position", place)
                .with("system", reference.system(), "ref", reference.ref()));
    }

    /** The grounds of the latest renewal, in place of those of the one before. */
    void renewed(UUID denial, Optional<String> grounds) {
        update(
                denial,
                Revised.of(row(denial).content())
                        .with("renewalGrounds", grounds.orElse(null))
                        .made());
    }

    /** Why the denial was revoked. */
    void revoked(UUID denial, String reason) {
        sql.of("update denial_narrative set revocation_reason = :reason where denial_id = :denial")
                .with("reason", reason, "denial", denial)
                .run();
    }

    private record NarrativeRow(DraftDenial content, Optional<String> revocationReason) {}

    /** What the wall leaves of a narrative for who may not read it. */
    private static final NarrativeRow HIDDEN = new NarrativeRow(DraftDenial.NOTHING, Optional.empty());

    private NarrativeRow row(UUID denial) {
        return sql.of("select content, revocation_reason from denial_narrative where denial_id = :denial")
                .with("denial", denial)
                .first(NarrativeRow.class)
                .orElse(HIDDEN);
    }

    /** Why the denial was revoked, where the lens shows the narrative. */
    Optional<String> revocationReason(DenialEntity denial, Lens lens) {
        return denial.status() == DenialStatus.REVOKED && lens.showsParties()
                ? row(denial.id()).revocationReason()
                : Optional.empty();
    }

    /** The content that is in force, or drafted, as far as the lens shows it. */
    DraftDenial read(DenialEntity denial, Optional<DenialFileEntity> file, Lens lens) {
        UUID id = denial.id();
        DraftDenial shown = denial.content();
        if (lens.showsParties()) {
            DraftDenial narrative = opened(id, row(id).content());
            shown = shown.withNarrative(narrative.withParties(
                    lens == Lens.OWN
                            ? references.with(id, narrative.parties())
                            : PartyReferences.without(narrative.parties())));
        }
        Revised<DraftDenial> whole = Revised.of(
                        file.isPresent() ? shown.withOwn(opened(id, file.get().content())) : shown)
                .with("externalRefs", externalRefs(id, lens))
                .with("supersedes", superseded.of(id).orElse(null));
        if (file.isPresent() && shown.releasability() != null) {
            whole.with(
                    "releasability",
                    file.get().releasability(shown.releasability().mode()));
        }
        return whole.made();
    }

    private List<ExternalRef> externalRefs(UUID denial) {
        return sql.of("select system, ref from denial_external_ref where denial_id = :denial order by position")
                .with("denial", denial)
                .list(ExternalRef.class);
    }

    /** Another system's reference is for the originator and for that system's members. */
    private List<ExternalRef> externalRefs(UUID denial, Lens lens) {
        List<ExternalRef> all = externalRefs(denial);
        if (lens == Lens.OWN || all.isEmpty()) {
            return all;
        }
        List<String> memberships = sql.of(
                        "select regime from member_regime where iso2 = :iso2 and comity_member(iso2, regime)")
                .with("iso2", current.get().ownState())
                .list(String.class);
        return all.stream()
                .filter(reference -> memberships.contains(reference.system().name()))
                .toList();
    }

    /** Keeps what was notified as a version. */
    void keepVersion(UUID denial, StateCode originator, int version, DraftDenial content, Instant notifiedAt) {
        sql.into("denial_version")
                .with("denial_id", denial, "originator_state", originator, "version", version)
                .with("notified_at", notifiedAt)
                .json("content", sealed(denial, originator, content))
                .run();
    }

    /**
     * Seals in the kept versions whoever this content marks as a natural person and who stood there unmarked, whatever
     * their part was; the mark is put there too.
     */
    void sealInVersions(UUID denial, StateCode originator, DraftDenial content) {
        Set<String> named = content.parties().stream()
                .filter(PersonVault::isPerson)
                .map(DenialContentStore::comparable)
                .collect(Collectors.toSet());
        if (named.isEmpty()) {
            return;
        }
        for (Kept kept : kept(denial)) {
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
    List<DenialVersionView> versions(UUID denial) {
        return kept(denial).stream()
                .map(kept -> new DenialVersionView(kept.version(), kept.notifiedAt(), opened(denial, kept.content())))
                .toList();
    }

    /** A version as it is kept, with placeholders. */
    private record Kept(int version, Instant notifiedAt, DraftDenial content) {}

    private List<Kept> kept(UUID denial) {
        return sql.of("select version, notified_at, content from denial_version where denial_id = :denial"
                        + " order by version")
                .with("denial", denial)
                .list(Kept.class);
    }

    /** What was notified as this version, as JSON. */
    Optional<JsonNode> version(UUID denial, int version) {
        return versions(denial).stream()
                .filter(kept -> kept.version() == version)
                .map(kept -> json.<JsonNode>valueToTree(kept.content().inFull()))
                .findFirst();
    }

    /** What an open amendment says. */
    Optional<DraftDenial> amendment(DenialFileEntity file) {
        return file.amendment().map(content -> opened(file.id(), content));
    }

    /** The content with placeholders for natural persons, as everything that is kept in one piece has it. */
    DraftDenial sealed(UUID denial, StateCode originator, DraftDenial content) {
        return content.withParties(persons.sealed(denial, originator, content.parties(), false));
    }

    /** The content with its natural persons, as far as they are still kept. */
    DraftDenial opened(UUID denial, DraftDenial content) {
        return content.withParties(persons.opened(denial, content.parties()));
    }
}
