package org.comity.denials.content;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.comity.kernel.caller.StateCode;
import org.comity.kernel.json.Lists;
import org.comity.kernel.json.Revised;
import org.comity.kernel.json.StoredJson;
import org.comity.kernel.text.PlainText;
import org.comity.sharing.release.PermittedUse;
import org.comity.sharing.release.Provenance;
import org.comity.sharing.release.Releasability;
import org.comity.sharing.release.Tlp;
import org.hibernate.validator.constraints.UniqueElements;
import org.jspecify.annotations.Nullable;

/**
 * What the drafter of a denial says, and what is kept of each version. Everything may still be missing.
 *
 * <p>Rules.
 *
 * @param decisionDate the day of the national decision; not in the future
 * @param validFrom from when the denial counts; the decision's day where nothing is said
 * @param contact an office or mailbox to ask about the denial, no person; for all its readers
 * @param nationalRef the originator's own reference; never leaves its state
 */
public record DraftDenial(
        @Nullable DenialKind kind,
        @Nullable LocalDate decisionDate,
        @Nullable DenialBasis basis,

        @Size(max = 50, message = "At most 50 entries.")
        List<@Valid @NotNull(message = "This is missing.") DeniedItem> items,

        @Nullable StateCode destinationState,

        @UniqueElements(message = "Name each once.") @Size(max = 20, message = "At most 20 entries.")
        List<@NotNull(message = "This is missing.") StateCode> transitStates,

        @KeptIn(Part.NARRATIVE) @Size(max = 50, message = "At most 50 entries.")
        List<@Valid @NotNull(message = "This is missing.") Party> parties,

        @KeptIn(Part.NARRATIVE) @PlainText(max = 4000, multiline = true) @Nullable
        String statedEndUse,

        @KeptIn(Part.NARRATIVE) @PlainText(max = 4000, multiline = true) @Nullable
        String assessedEndUse,

        @KeptIn(Part.NARRATIVE) @Size(max = 20, message = "At most 20 entries.")
        List<@Valid @NotNull(message = "This is missing.") Reason> reasons,

        @KeptIn(Part.APART) @Size(max = 20, message = "At most 20 entries.")
        List<@Valid @NotNull(message = "This is missing.") ExternalRef> externalRefs,

        @Nullable ValidityPolicy validityPolicy,
        @Nullable LocalDate validFrom,

        @KeptIn(Part.NARRATIVE) @PlainText(max = 4000, multiline = true) @Nullable
        String renewalGrounds,

        @Nullable LocalDate suspensionEndsOn,

        @KeptIn(Part.NARRATIVE) @PlainText(max = 4000, multiline = true) @Nullable
        String finalAssessment,

        @Nullable Tlp tlp,

        @UniqueElements(message = "Name each once.")
        List<@NotNull(message = "This is missing.") PermittedUse> permittedUse,

        @Nullable Provenance provenance,

        @Size(max = 20, message = "At most 20 entries.")
        List<@NotNull(message = "This is missing.") @PlainText(max = 500) String> caveats,

        @PlainText(max = 200) @Nullable String contact,

        @Size(max = 30, message = "At most 30 entries.")
        List<@Valid @NotNull(message = "This is missing.") Withheld> withheld,

        @KeptIn(Part.APART) @PlainText(max = 40) @Nullable String supersedes,
        @Valid @Nullable Releasability releasability,
        @KeptIn(Part.OWN) @PlainText(max = 100) @Nullable String nationalRef,
        @KeptIn(Part.OWN) @Valid @Nullable NationalAnnex nationalAnnex) {

    /** No list is an empty list. */
    public DraftDenial {
        items = Lists.orEmpty(items);
        transitStates = Lists.orEmpty(transitStates);
        parties = Lists.orEmpty(parties);
        reasons = Lists.orEmpty(reasons);
        externalRefs = Lists.orEmpty(externalRefs);
        permittedUse = Lists.orEmpty(permittedUse);
        caveats = Lists.orEmpty(caveats);
        withheld = Lists.orEmpty(withheld);
    }

    /** Whether the drafter keeps this field back. */
    public boolean withholds(WithheldField field) {
        return withheld.stream().anyMatch(w -> w.field() == field);
    }

    /** To whom it goes; as long as nobody has chosen, it goes to nobody else. */
    public Releasability releaseOrDefault() {
        return releasability == null ? Releasability.NOBODY_ELSE : releasability;
    }

    /** What readers may use it for; licensing where nothing is said. */
    public List<PermittedUse> permittedUseOrDefault() {
        return permittedUse.isEmpty() ? List.of(PermittedUse.LICENSING) : permittedUse;
    }

    /** Its label; AMBER where nothing is said. */
    public Tlp tlpOrDefault() {
        return tlp == null ? Tlp.AMBER : tlp;
    }

    /** Where it is from; the state's own decision where nothing is said. */
    public Provenance provenanceOrDefault() {
        return provenance == null ? Provenance.OWN : provenance;
    }

    /** What happens at the end of its validity; a review where nothing is said. */
    public ValidityPolicy validityPolicyOrDefault() {
        return validityPolicy == null ? ValidityPolicy.REVIEW_REQUIRED : validityPolicy;
    }

    /** What readers may get: everything but the fields that are withheld. */
    public DraftDenial shared() {
        Revised<DraftDenial> shared = Revised.of(this);
        withheld.forEach(kept -> shared.take(kept.field().toString(), NOTHING));
        return shared.with("validFrom", tellsTheDecision() ? null : validFrom).made();
    }

    /** Whether the day from which it counts is that of the decision, which is withheld. */
    private boolean tellsTheDecision() {
        return withholds(WithheldField.DECISION_DATE) && Objects.equals(validFrom, decisionDate);
    }

    /**
     * The row that all readers get: what counts where nothing is said is put in, and of the release it has the mode alone;
     * no release as long as nobody has chosen.
     */
    public DraftDenial header() {
        return Part.HEADER.of(Revised.of(shared().inFull())
                .with(
                        "releasability",
                        releasability == null
                                ? null
                                : new Releasability(releasability.mode(), List.of(), List.of(), null))
                .made());
    }

    /** The row that those readers get besides whom the denial is released to for licensing. */
    public DraftDenial narrative() {
        return Part.NARRATIVE.of(this);
    }

    /** The row that the originator's desk alone gets: its own fields, and the fields that it withholds. */
    public DraftDenial own() {
        return Part.OWN.of(this);
    }

    /** This header, and what those readers get besides. */
    public DraftDenial withNarrative(DraftDenial narrative) {
        return Part.NARRATIVE.into(this, narrative);
    }

    /** What readers get, and what the originator's desk alone has. */
    public DraftDenial withOwn(DraftDenial own) {
        return Part.OWN.into(this, own);
    }

    /** The same, with what counts where nothing is said put in: to compare versions that were written differently. */
    public DraftDenial inFull() {
        return Revised.of(this)
                .with("validityPolicy", validityPolicyOrDefault())
                .with("validFrom", validFrom != null ? validFrom : decisionDate)
                .with("tlp", tlpOrDefault())
                .with("permittedUse", permittedUseOrDefault())
                .with("provenance", provenanceOrDefault())
                .with("releasability", releaseOrDefault())
                .made();
    }

    /**
     * Whether readers of the one would find anything changed in the other; who they are apart, and references that not
     * all of them are shown: of regimes, and of the denial that it replaces.
     */
    public boolean differsForReaders(DraftDenial other) {
        return !forReaders().equals(other.forReaders());
    }

    private DraftDenial forReaders() {
        DraftDenial read = header().withNarrative(narrative());
        return Revised.of(read)
                .with(
                        "parties",
                        read.parties.stream()
                                .map(Party::withoutRegimeReferences)
                                .toList())
                .with("validFrom", validFrom != null ? validFrom : read.decisionDate)
                .with("releasability", new Releasability(releaseOrDefault().mode(), List.of(), List.of(), null))
                .made();
    }

    /** A draft of which nothing is said. */
    public static final DraftDenial NOTHING = StoredJson.read("{}", DraftDenial.class);

    /** The same, released and labelled as an approver says; null leaves a part as it is. */
    public DraftDenial released(@Nullable Releasability to, @Nullable Tlp label, @Nullable List<PermittedUse> use) {
        return Revised.of(this)
                .with("tlp", label == null ? tlp : label)
                .with("permittedUse", use == null ? permittedUse : use)
                .with("releasability", to == null ? releasability : to)
                .made();
    }

    /** The same with these parties. */
    public DraftDenial withParties(List<Party> others) {
        return Revised.of(this).with("parties", others).made();
    }
}
