package org.comity.denials.denial;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.comity.denials.content.DeniedItem;
import org.comity.denials.content.DraftDenial;
import org.comity.denials.content.ExternalRef;
import org.comity.denials.content.Party;
import org.comity.denials.content.Releasability;
import org.comity.denials.controllist.ControlCode;
import org.comity.denials.person.PersonVault;
import org.comity.kernel.caller.CurrentCaller;
import org.comity.kernel.caller.StateCode;
import org.comity.kernel.text.TextForm;
import org.comity.kernel.time.Identifiers;

/** Writes the content of a denial to its tables, and reads of it what a lens shows. */
@Singleton
class DenialContentStore {

    private final EntityManager database;
    private final Identifiers identifiers;
    private final ObjectMapper json;
    private final CurrentCaller current;
    private final PersonVault persons;
    private final SupersededDenials superseded;
    private final PartyReferences references;

    DenialContentStore(
            EntityManager database,
            Identifiers identifiers,
            ObjectMapper json,
            CurrentCaller current,
            PersonVault persons,
            SupersededDenials superseded,
            PartyReferences references) {
        this.references = references;
        this.superseded = superseded;
        this.persons = persons;
        this.current = current;
        this.database = database;
        this.identifiers = identifiers;
        this.json = json;
    }

    /** The first content of a denial, as far as readers may get it; what is withheld stays in the originator's file. */
    void write(UUID denial, StateCode originator, DraftDenial whole) {
        DraftDenial content = whole.shared();
        database.persist(new DenialNarrativeEntity(denial, originator, content));
        writeChildren(denial, originator, content);
    }

    private void writeChildren(UUID denial, StateCode originator, DraftDenial content) {
        for (int i = 0; i < content.items().size(); i++) {
            database.persist(new DenialItemEntity(
                    identifiers.next(), denial, originator, i, content.items().get(i)));
        }
        List<Party> parties = persons.sealed(denial, originator, PartyReferences.without(content.parties()), true);
        for (int i = 0; i < parties.size(); i++) {
            database.persist(new DenialPartyEntity(identifiers.next(), denial, originator, i, parties.get(i)));
        }
        for (int i = 0; i < content.reasons().size(); i++) {
            database.persist(new DenialReasonEntity(
                    identifiers.next(), denial, originator, i, content.reasons().get(i)));
        }
        for (int i = 0; i < content.externalRefs().size(); i++) {
            database.persist(new DenialExternalRefEntity(
                    identifiers.next(),
                    denial,
                    originator,
                    i,
                    content.externalRefs().get(i)));
        }
        database.flush();
        superseded.replace(denial, originator, content.supersedes());
        references.replace(denial, originator, content.parties());
        writeCodes(denial, originator, content);
    }

    /** New content in place of the old. */
    void replace(UUID denial, StateCode originator, DraftDenial whole) {
        DraftDenial content = whole.shared();
        for (String table :
                List.of("denial_item", "denial_item_code", "denial_party", "denial_reason", "denial_external_ref")) {
            database.createNativeQuery("delete from " + table + " where denial_id = :denial")
                    .setParameter("denial", denial)
                    .executeUpdate();
        }
        DenialNarrativeEntity narrative = database.find(DenialNarrativeEntity.class, denial);
        if (narrative != null) {
            narrative.apply(content);
        }
        writeChildren(denial, originator, content);
    }

    private void writeCodes(UUID denial, StateCode originator, DraftDenial content) {
        TreeSet<String> codes = new TreeSet<>();
        for (DeniedItem item : content.items()) {
            if (item.controlCode() != null) {
                codes.addAll(ControlCode.withAncestors(item.controlCode()));
            }
        }
        if (!codes.isEmpty()) {
            database.createNativeQuery("insert into denial_item_code (denial_id, originator_state, code)"
                            + " select :denial, :originator, code from unnest(:codes) as code")
                    .setParameter("denial", denial)
                    .setParameter("originator", originator.value())
                    .setParameter("codes", codes.toArray(String[]::new))
                    .executeUpdate();
        }
    }

    /** The grounds of the latest renewal, in place of those of the one before. */
    void renewed(UUID denial, Optional<String> grounds) {
        database.find(DenialNarrativeEntity.class, denial).renewed(grounds.orElse(null));
    }

    /** Why the denial was revoked. */
    void revoked(UUID denial, String reason) {
        database.find(DenialNarrativeEntity.class, denial).revoked(reason);
    }

    /** Why the denial was revoked, where the lens shows the narrative. */
    Optional<String> revocationReason(DenialEntity denial, Lens lens) {
        return lens.showsParties() && denial.status() == DenialStatus.REVOKED
                ? Optional.ofNullable(database.find(DenialNarrativeEntity.class, denial.id()))
                        .map(DenialNarrativeEntity::revocationReason)
                : Optional.empty();
    }

    /** The content that is in force, or drafted, as far as the lens shows it. */
    DraftDenial read(DenialEntity denial, Optional<DenialFileEntity> file, Lens lens) {
        Optional<DenialNarrativeEntity> narrative = lens.showsParties()
                ? Optional.ofNullable(database.find(DenialNarrativeEntity.class, denial.id()))
                : Optional.empty();
        DraftDenial shared = new DraftDenial(
                denial.kind(),
                denial.decisionDate(),
                denial.basis(),
                children(DenialItemEntity.class, denial.id())
                        .map(DenialItemEntity::content)
                        .toList(),
                denial.destination(),
                denial.transitStates(),
                parties(denial.id(), lens),
                narrative.map(DenialNarrativeEntity::statedEndUse).orElse(null),
                narrative.map(DenialNarrativeEntity::assessedEndUse).orElse(null),
                lens.showsParties()
                        ? children(DenialReasonEntity.class, denial.id())
                                .map(DenialReasonEntity::content)
                                .toList()
                        : List.of(),
                externalRefs(denial.id(), lens),
                denial.validityPolicy(),
                denial.validFrom(),
                narrative.map(DenialNarrativeEntity::renewalGrounds).orElse(null),
                denial.suspensionEndsOn(),
                narrative.map(DenialNarrativeEntity::finalAssessment).orElse(null),
                denial.tlp(),
                denial.permittedUse(),
                denial.provenance(),
                denial.caveats(),
                denial.withheld(),
                superseded.of(denial.id()).orElse(null),
                file.isPresent()
                        ? file.get().releasability(denial.releaseMode())
                        : new Releasability(
                                java.util.Objects.requireNonNull(denial.releaseMode()), List.of(), List.of(), null),
                file.map(DenialFileEntity::nationalRef).orElse(null),
                file.map(DenialFileEntity::nationalAnnex).orElse(null));
        return file.flatMap(DenialFileEntity::withheldValues)
                .map(withheld -> shared.withWithheld(opened(denial.id(), withheld)))
                .orElseGet(() -> lens == Lens.OWN ? shared : shared.shared());
    }

    private List<Party> parties(UUID denial, Lens lens) {
        if (!lens.showsParties()) {
            return List.of();
        }
        List<Party> parties = persons.opened(
                denial,
                children(DenialPartyEntity.class, denial)
                        .map(DenialPartyEntity::content)
                        .toList());
        return lens == Lens.OWN ? references.with(denial, parties) : PartyReferences.without(parties);
    }

    /** Another system's reference is for the originator and for that system's members. */
    private List<ExternalRef> externalRefs(UUID denial, Lens lens) {
        Stream<ExternalRef> all =
                children(DenialExternalRefEntity.class, denial).map(DenialExternalRefEntity::content);
        if (lens == Lens.OWN) {
            return all.toList();
        }
        List<?> memberships = database.createNativeQuery(
                        "select regime from member_regime where iso2 = :iso2 and comity_member(iso2, regime)")
                .setParameter("iso2", current.get().ownState().value())
                .getResultList();
        return all.filter(reference -> memberships.contains(reference.system().name()))
                .toList();
    }

    private <T> Stream<T> children(Class<T> type, UUID denial) {
        return database
                .createQuery("from " + type.getSimpleName() + " where denialId = :denial order by position", type)
                .setParameter("denial", denial)
                .getResultList()
                .stream();
    }

    /** Keeps what was notified as a version. */
    void keepVersion(UUID denial, StateCode originator, int version, DraftDenial content, Instant notifiedAt) {
        database.createNativeQuery(
                        "insert into denial_version (denial_id, originator_state, version, notified_at, content)"
                                + " values (:denial, :originator, :version, :at, cast(:content as jsonb))")
                .setParameter("denial", denial)
                .setParameter("originator", originator.value())
                .setParameter("version", version)
                .setParameter("at", notifiedAt)
                .setParameter("content", written(sealed(denial, originator, content)))
                .executeUpdate();
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
                database.createNativeQuery("update denial_version set content = cast(:content as jsonb)"
                                + " where denial_id = :denial and version = :version")
                        .setParameter("content", written(kept.content().withParties(parties)))
                        .setParameter("denial", denial)
                        .setParameter("version", kept.version())
                        .executeUpdate();
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
        List<Kept> versions = new ArrayList<>();
        for (Object row : database.createNativeQuery("select version, notified_at, content::text from denial_version"
                        + " where denial_id = :denial order by version")
                .setParameter("denial", denial)
                .getResultList()) {
            Object[] cells = (Object[]) row;
            versions.add(new Kept((Integer) cells[0], (Instant) cells[1], read((String) cells[2])));
        }
        return versions;
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
        return file.amendment().map(content -> opened(file.denialId(), content));
    }

    /** The content with placeholders for natural persons, as everything that is kept in one piece has it. */
    DraftDenial sealed(UUID denial, StateCode originator, DraftDenial content) {
        return content.withParties(persons.sealed(denial, originator, content.parties(), false));
    }

    /** The content with its natural persons, as far as they are still kept. */
    DraftDenial opened(UUID denial, DraftDenial content) {
        return content.withParties(persons.opened(denial, content.parties()));
    }

    private String written(DraftDenial content) {
        try {
            return json.writeValueAsString(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("content cannot be written", e);
        }
    }

    private DraftDenial read(String text) {
        try {
            // What was kept stays readable when requests are read more strictly.
            return json.readerFor(DraftDenial.class)
                    .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .readValue(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("kept content cannot be read", e);
        }
    }
}
