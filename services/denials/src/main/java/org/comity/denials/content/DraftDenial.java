package org.comity.denials.content;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.comity.kernel.caller.StateCode;
import org.comity.kernel.json.Lists;
import org.comity.kernel.json.Revised;
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
 * <p>Rules: R-27.
 *
 * @param decisionDate the day of the national decision; not in the future
 * @param validFrom from when the denial counts; the decision's day where nothing is said
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

        @Size(max = 50, message = "At most 50 entries.")
        List<@Valid @NotNull(message = "This is missing.") Party> parties,

        @PlainText(max = 4000, multiline = true) @Nullable String statedEndUse,
        @PlainText(max = 4000, multiline = true) @Nullable String assessedEndUse,

        @Size(max = 20, message = "At most 20 entries.")
        List<@Valid @NotNull(message = "This is missing.") Reason> reasons,

        @Size(max = 20, message = "At most 20 entries.")
        List<@Valid @NotNull(message = "This is missing.") ExternalRef> externalRefs,

        @Nullable ValidityPolicy validityPolicy,
        @Nullable LocalDate validFrom,
        @PlainText(max = 4000, multiline = true) @Nullable String renewalGrounds,
        @Nullable LocalDate suspensionEndsOn,
        @PlainText(max = 4000, multiline = true) @Nullable String finalAssessment,
        @Nullable Tlp tlp,

        @UniqueElements(message = "Name each once.")
        List<@NotNull(message = "This is missing.") PermittedUse> permittedUse,

        @Nullable Provenance provenance,

        @Size(max = 20, message = "At most 20 entries.")
        List<@NotNull(message = "This is missing.") @PlainText(max = 500) String> caveats,

        @Size(max = 30, message = "At most 30 entries.")
        List<@Valid @NotNull(message = "This is missing.") Withheld> withheld,

        @PlainText(max = 40) @Nullable String supersedes,
        @Valid @Nullable Releasability releasability,
        @PlainText(max = 100) @Nullable String nationalRef,
        @Valid @Nullable NationalAnnex nationalAnnex) {

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
        return choose(field -> !withholds(field), this, NOTHING);
    }

    /** Whether the day from which it counts is that of the decision, which is withheld. */
    private boolean tellsTheDecision() {
        return withholds(WithheldField.DECISION_DATE) && Objects.equals(validFrom, decisionDate);
    }

    /** Only the fields that are withheld; the originator's desk keeps them. */
    public DraftDenial withheldPart() {
        return choose(this::withholds, this, NOTHING);
    }

    /** The shared content, with the withheld fields put back for the originator's desk. */
    public DraftDenial withWithheld(DraftDenial kept) {
        return choose(field -> !withholds(field), this, kept);
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
        DraftDenial shared = shared();
        return Revised.of(shared.inFull())
                .with(
                        "parties",
                        shared.parties.stream()
                                .map(Party::withoutRegimeReferences)
                                .toList())
                .with("externalRefs", List.of())
                .with("validFrom", validFrom != null ? validFrom : shared.decisionDate)
                .with("supersedes", null)
                .with("releasability", new Releasability(releaseOrDefault().mode(), List.of(), List.of(), null))
                .with("nationalRef", null)
                .with("nationalAnnex", null)
                .made();
    }

    /** A draft of which nothing is said. */
    public static final DraftDenial NOTHING = new DraftDenial(
            null, null, null, List.of(), null, List.of(), List.of(), null, null, List.of(), List.of(), null, null, null,
            null, null, null, List.of(), null, List.of(), List.of(), null, null, null, null);

    /** This content, each field that can be withheld taken from one of two others. */
    private DraftDenial choose(Predicate<WithheldField> first, DraftDenial one, DraftDenial two) {
        return Revised.of(this)
                .with("decisionDate", (first.test(WithheldField.DECISION_DATE) ? one : two).decisionDate)
                .with("items", (first.test(WithheldField.ITEMS) ? one : two).items)
                .with("destinationState", (first.test(WithheldField.DESTINATION_STATE) ? one : two).destinationState)
                .with("transitStates", (first.test(WithheldField.TRANSIT_STATES) ? one : two).transitStates)
                .with("parties", (first.test(WithheldField.PARTIES) ? one : two).parties)
                .with("statedEndUse", (first.test(WithheldField.STATED_END_USE) ? one : two).statedEndUse)
                .with("assessedEndUse", (first.test(WithheldField.ASSESSED_END_USE) ? one : two).assessedEndUse)
                .with("reasons", (first.test(WithheldField.REASONS) ? one : two).reasons)
                .with("validFrom", tellsTheDecision() ? null : validFrom)
                .made();
    }

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
