package org.comity.denials.denial;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.comity.denials.content.DraftDenial;
import org.comity.denials.content.ExternalRef;
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

    /** The narrative of a denial, and why it was revoked. */
    record NarrativeRow(DraftDenial content, Optional<String> revocationReason) {}

    /** What the wall leaves of a narrative for who may not read it. */
    private static final NarrativeRow HIDDEN = new NarrativeRow(DraftDenial.NOTHING, Optional.empty());

    private NarrativeRow row(UUID denial) {
        return narratives(List.of(denial)).getOrDefault(denial, HIDDEN);
    }

    private Map<UUID, NarrativeRow> narratives(Collection<UUID> denials) {
        Map<UUID, NarrativeRow> rows = new HashMap<>();
        sql.of("select denial_id, content, revocation_reason from denial_narrative where denial_id = any (:denials)")
                .with("denials", denials)
                .listBy(UUID.class, NarrativeRow.class)
                .forEach((denial, found) -> rows.put(denial, found.getFirst()));
        return rows;
    }

    /** The rows of several denials beside their headers and files, read together. */
    record Rows(
            Map<UUID, NarrativeRow> narratives, Map<UUID, List<ExternalRef>> externals, Map<UUID, String> superseded) {}

    /** What {@link #read(DenialEntity, Optional, Lens, Rows)} needs of these denials, which the caller sees. */
    Rows rows(Collection<UUID> denials) {
        return new Rows(narratives(denials), externals.all(denials), superseded.of(denials));
    }

    /** Why the denial was revoked, where the lens shows the narrative. */
    static Optional<String> revocationReason(DenialEntity denial, Lens lens, Rows rows) {
        return denial.status() == DenialStatus.REVOKED && lens.showsParties()
                ? rows.narratives().getOrDefault(denial.id(), HIDDEN).revocationReason()
                : Optional.empty();
    }

    /** The content that is in force, or drafted, as far as the lens shows it. */
    DraftDenial read(DenialEntity denial, Optional<DenialFileEntity> file, Lens lens) {
        return read(denial, file, lens, rows(List.of(denial.id())));
    }

    /** The same, of rows that were read already. */
    DraftDenial read(DenialEntity denial, Optional<DenialFileEntity> file, Lens lens, Rows rows) {
        UUID id = denial.id();
        DraftDenial shown = denial.content();
        if (lens.showsParties()) {
            DraftDenial narrative =
                    opened(id, rows.narratives().getOrDefault(id, HIDDEN).content());
            shown = shown.withNarrative(narrative.withParties(
                    lens == Lens.OWN
                            ? references.with(id, narrative.parties())
                            : PartyReferences.without(narrative.parties())));
        }
        List<ExternalRef> external = rows.externals().getOrDefault(id, List.of());
        Revised<DraftDenial> whole = Revised.of(
                        file.isPresent() ? shown.withOwn(opened(id, file.get().content())) : shown)
                .with("externalRefs", lens == Lens.OWN ? external : externals.readable(external))
                .with("supersedes", rows.superseded().get(id));
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
