package org.comity.denials.denial;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.comity.denials.content.DraftDenial;
import org.comity.denials.denial.kept.ExternalReferences;
import org.comity.denials.denial.kept.PartyReferences;
import org.comity.denials.denial.kept.SearchedDenials;
import org.comity.denials.person.PersonVault;
import org.comity.denials.procedure.DenialNotification;
import org.comity.kernel.caller.StateCode;
import org.comity.kernel.json.Revised;
import org.comity.kernel.sql.Sql;
import org.comity.sharing.release.Lens;

/**
 * Writes the content of a denial, a row for each part, and reads of it what a lens shows.
 *
 * <p>Source: docs/adr/0023-content-in-three-rows.md.
 */
@Singleton
class DenialContentStore {

    private final Sql sql;
    private final PersonVault persons;
    private final SearchedDenials keys;
    private final ExternalReferences externals;
    private final SupersededDenials superseded;
    private final PartyReferences references;

    DenialContentStore(
            Sql sql,
            PersonVault persons,
            SearchedDenials keys,
            ExternalReferences externals,
            SupersededDenials superseded,
            PartyReferences references) {
        this.sql = sql;
        this.persons = persons;
        this.keys = keys;
        this.externals = externals;
        this.superseded = superseded;
        this.references = references;
    }

    /** The first content of a denial, beside its header and its desk's file. */
    void write(UUID denial, StateCode originator, DraftDenial content) {
        DraftDenial narrative = narrative(denial, originator, content);
        sql.into("denial_narrative")
                .with("denial_id", denial, "originator_state", originator)
                .json("content", narrative)
                .run();
        keys.replace(denial, originator, DraftDenial.NOTHING, content.header().withNarrative(narrative));
        externals.write(denial, originator, content.externalRefs());
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
        externals.replace(id, originator, content.externalRefs());
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
                .with("externalRefs", lens == Lens.OWN ? externals.all(id) : externals.readable(id))
                .with("supersedes", superseded.of(id).orElse(null));
        if (file.isPresent() && shown.releasability() != null) {
            whole.with(
                    "releasability",
                    file.get().releasability(shown.releasability().mode()));
        }
        return whole.made();
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
