package org.comity.denials.denial;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.comity.denials.content.DeniedItem;
import org.comity.denials.content.DraftDenial;
import org.comity.denials.content.ExternalRef;
import org.comity.denials.content.Party;
import org.comity.denials.content.Reason;
import org.comity.denials.person.PersonVault;
import org.comity.kernel.caller.CurrentCaller;
import org.comity.kernel.caller.StateCode;
import org.comity.kernel.sql.Sql;
import org.comity.kernel.sql.SqlStatement;
import org.comity.kernel.text.TextForm;
import org.comity.kernel.time.Identifiers;
import org.comity.sharing.code.ControlCode;
import org.comity.sharing.release.Lens;
import org.comity.sharing.release.Releasability;
import org.comity.sharing.release.ReleaseMode;
import org.jspecify.annotations.Nullable;

/**
 * Writes the content of a denial to its tables, and reads of it what a lens shows.
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

    DenialContentStore(
            Sql sql,
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
        this.sql = sql;
        this.identifiers = identifiers;
        this.json = json;
    }

    /** The first content of a denial, as far as readers may get it; what is withheld stays in the originator's file. */
    void write(UUID denial, StateCode originator, DraftDenial whole) {
        DraftDenial content = whole.shared();
        sql.into("denial_narrative")
                .with("denial_id", denial, "originator_state", originator)
                .with("stated_end_use", content.statedEndUse(), "assessed_end_use", content.assessedEndUse())
                .with("renewal_grounds", content.renewalGrounds(), "final_assessment", content.finalAssessment())
                .run();
        writeChildren(denial, originator, content);
    }

    private void writeChildren(UUID denial, StateCode originator, DraftDenial content) {
        addAll("denial_item", denial, originator, content.items(), (row, item) -> row.with(
                        "control_code", item.controlCode(), "control_list", item.controlList())
                .with("sensitivity", item.sensitivity(), "product_type", item.productType())
                .with("description", item.description(), "description_key", key(item.description()))
                .with("quantity", item.quantity(), "unit", item.unit())
                .json("key_parameters", item.keyParameters()));
        List<Party> parties = persons.sealed(denial, originator, PartyReferences.without(content.parties()), true);
        addAll("denial_party", denial, originator, parties, (row, party) -> row.with("role", party.role())
                .with("name", party.name(), "name_key", key(party.name()), "aliases", party.aliases())
                .with("native_script_name", party.nativeScriptName(), "address", party.address())
                .with("country", party.country(), "entity_type", party.entityType())
                .with("natural_person", party.isNaturalPerson())
                .json("identifiers", party.identifiers()));
        addAll("denial_reason", denial, originator, content.reasons(), (row, reason) -> row.with(
                        "criterion", reason.criterion(), "misuse_types", reason.misuseTypes())
                .with("rights_engaged", reason.rightsEngaged())
                .with("tearline", reason.tearline(), "narrative", reason.narrative()));
        addAll(
                "denial_external_ref",
                denial,
                originator,
                content.externalRefs(),
                (row, reference) -> row.with("system", reference.system(), "ref", reference.ref()));
        superseded.replace(denial, originator, content.supersedes());
        references.replace(denial, originator, content.parties());
        writeCodes(denial, originator, content);
    }

    /** What of a text is compared. */
    private static @Nullable String key(@Nullable String text) {
        return text == null ? null : TextForm.folded(text);
    }

    private <T> void addAll(
            String table, UUID denial, StateCode originator, List<T> elements, BiConsumer<SqlStatement, T> columns) {
        sql.addAll(
                table,
                elements,
                (row, place, element) -> columns.accept(
                        row.with("id", identifiers.next(), "denial_id", denial)
                                .with("originator_state", originator, "position", place),
                        element));
    }

    /** New content in place of the old. */
    void replace(UUID denial, StateCode originator, DraftDenial whole) {
        DraftDenial content = whole.shared();
        for (String table :
                List.of("denial_item", "denial_item_code", "denial_party", "denial_reason", "denial_external_ref")) {
            sql.of("delete from " + table + " where denial_id = :denial")
                    .with("denial", denial)
                    .run();
        }
        sql.of("update denial_narrative set stated_end_use = :stated, assessed_end_use = :assessed,"
                        + " renewal_grounds = :grounds, final_assessment = :final where denial_id = :denial")
                .with("stated", content.statedEndUse(), "assessed", content.assessedEndUse())
                .with("grounds", content.renewalGrounds(), "final", content.finalAssessment(), "denial", denial)
                .run();
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
            sql.of("insert into denial_item_code (denial_id, originator_state, code)"
                            + " select :denial, :originator, code from unnest(:codes) as code")
                    .with("denial", denial, "originator", originator, "codes", codes)
                    .run();
        }
    }

    /** The grounds of the latest renewal, in place of those of the one before. */
    void renewed(UUID denial, Optional<String> grounds) {
        sql.of("update denial_narrative set renewal_grounds = :grounds where denial_id = :denial")
                .with("grounds", grounds.orElse(null), "denial", denial)
                .run();
    }

    /** Why the denial was revoked. */
    void revoked(UUID denial, String reason) {
        sql.of("update denial_narrative set revocation_reason = :reason where denial_id = :denial")
                .with("reason", reason, "denial", denial)
                .run();
    }

    private Narrative narrative(UUID denial, Lens lens) {
        return lens.showsParties()
                ? sql.of("select stated_end_use, assessed_end_use, renewal_grounds, final_assessment, revocation_reason"
                                + " from denial_narrative where denial_id = :denial")
                        .with("denial", denial)
                        .first(Narrative.class)
                        .orElse(Narrative.NONE)
                : Narrative.NONE;
    }

    /** Why the denial was revoked, where the lens shows the narrative. */
    Optional<String> revocationReason(DenialEntity denial, Lens lens) {
        return denial.status() == DenialStatus.REVOKED
                ? Optional.ofNullable(narrative(denial.id(), lens).revocationReason())
                : Optional.empty();
    }

    /** The content that is in force, or drafted, as far as the lens shows it. */
    DraftDenial read(DenialEntity denial, Optional<DenialFileEntity> file, Lens lens) {
        Narrative narrative = narrative(denial.id(), lens);
        DraftDenial shared = new DraftDenial(
                denial.kind(),
                denial.decisionDate(),
                denial.basis(),
                children("denial_item", "*", DeniedItem.class, denial.id()),
                denial.destination(),
                denial.transitStates(),
                parties(denial.id(), lens),
                narrative.statedEndUse(),
                narrative.assessedEndUse(),
                lens.showsParties() ? children("denial_reason", "*", Reason.class, denial.id()) : List.of(),
                externalRefs(denial.id(), lens),
                denial.validityPolicy(),
                denial.validFrom(),
                narrative.renewalGrounds(),
                denial.suspensionEndsOn(),
                narrative.finalAssessment(),
                denial.tlp(),
                denial.permittedUse(),
                denial.provenance(),
                denial.caveats(),
                denial.withheld(),
                superseded.of(denial.id()).orElse(null),
                releasability(denial, file),
                file.map(DenialFileEntity::nationalRef).orElse(null),
                file.map(DenialFileEntity::nationalAnnex).orElse(null));
        return file.flatMap(DenialFileEntity::withheldValues)
                .map(withheld -> shared.withWithheld(opened(denial.id(), withheld)))
                .orElseGet(() -> lens == Lens.OWN ? shared : shared.shared());
    }

    /** To whom it goes: for others than its desk the mode alone; null as long as nobody has chosen. */
    private static @Nullable Releasability releasability(DenialEntity denial, Optional<DenialFileEntity> file) {
        ReleaseMode mode = denial.releaseMode();
        if (mode == null) {
            return null;
        }
        return file.map(own -> own.releasability(mode))
                .orElseGet(() -> new Releasability(mode, List.of(), List.of(), null));
    }

    private List<Party> parties(UUID denial, Lens lens) {
        if (!lens.showsParties()) {
            return List.of();
        }
        List<Party> parties = persons.opened(
                denial, children("denial_party", "*, natural_person as is_natural_person", Party.class, denial));
        return lens == Lens.OWN ? references.with(denial, parties) : PartyReferences.without(parties);
    }

    /** Another system's reference is for the originator and for that system's members. */
    private List<ExternalRef> externalRefs(UUID denial, Lens lens) {
        List<ExternalRef> all = children("denial_external_ref", "*", ExternalRef.class, denial);
        if (lens == Lens.OWN) {
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

    private <T> List<T> children(String table, String columns, Class<T> type, UUID denial) {
        return sql.of("select " + columns + " from " + table + " where denial_id = :denial order by position")
                .with("denial", denial)
                .list(type);
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
