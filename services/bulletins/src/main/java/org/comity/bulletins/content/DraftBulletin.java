package org.comity.bulletins.content;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.comity.kernel.caller.StateCode;
import org.comity.kernel.json.Lists;
import org.comity.kernel.json.Revised;
import org.comity.kernel.text.PlainText;
import org.comity.sharing.code.MisuseType;
import org.comity.sharing.release.PermittedUse;
import org.comity.sharing.release.Provenance;
import org.comity.sharing.release.Releasability;
import org.comity.sharing.release.ReleaseMode;
import org.comity.sharing.release.Tlp;
import org.comity.sharing.release.Widening;
import org.hibernate.validator.constraints.UniqueElements;
import org.jspecify.annotations.Nullable;

/**
 * What the drafter of a bulletin says. Everything may still be missing.
 *
 * @param summary what may go out of the reader's hands as it is: the tear-line
 * @param body in Markdown
 * @param credibility how credible what is said is, from 1 (confirmed) to 6 (cannot be judged)
 * @param attachments its files, by what is said of them; they are added and removed one by one, and not by saying so here
 * @param validUntil the last day, in UTC, on which it is to be acted on
 */
public record DraftBulletin(
        @JsonProperty("class") @Nullable BulletinClass bulletinClass,
        @PlainText(max = 200) @Nullable String headline,
        @PlainText(max = 2000, multiline = true) @Nullable String summary,
        @PlainText(max = 50_000, multiline = true) @Nullable String body,

        @UniqueElements(message = "Name each once.") List<@NotNull(message = "This is missing.") Theme> themes,

        @Size(max = 50, message = "At most 50 entries.")
        List<@Valid @NotNull(message = "This is missing.") BulletinItem> items,

        @UniqueElements(message = "Name each once.") @Size(max = 60, message = "At most 60 entries.")
        List<@NotNull(message = "This is missing.") StateCode> destinations,

        @Size(max = 50, message = "At most 50 entries.")
        List<@Valid @NotNull(message = "This is missing.") NamedParty> parties,

        @UniqueElements(message = "Name each once.")
        List<@NotNull(message = "This is missing.") MisuseType> misuseTypes,

        @Nullable SourceReliability sourceReliability,

        @Min(value = 1, message = "This is 1 to 6.") @Max(value = 6, message = "This is 1 to 6.") @Nullable
        Integer credibility,

        @Nullable Confidence confidence,
        @Nullable LocalDate validUntil,

        @Size(max = 50, message = "At most 50 entries.")
        List<@Valid @NotNull(message = "This is missing.") Evidence> evidence,

        @Nullable Handling handling,
        @Nullable Tlp tlp,

        @UniqueElements(message = "Name each once.")
        List<@NotNull(message = "This is missing.") PermittedUse> permittedUse,

        @Nullable Provenance provenance,

        @Size(max = 20, message = "At most 20 entries.")
        List<@NotNull(message = "This is missing.") @PlainText(max = 500) String> caveats,

        @Nullable Boolean unnamed,

        @UniqueElements(message = "Name each once.") @Size(max = 20, message = "At most 20 entries.")
        List<@NotNull(message = "This is missing.") @PlainText(max = 40) String> derivedFrom,

        @Size(max = 10, message = "At most 10 entries.")
        List<@Valid @NotNull(message = "This is missing.") Attachment> attachments,

        @UniqueElements(message = "Name each once.") @Size(max = 60, message = "At most 60 entries.")
        List<@NotNull(message = "This is missing.") StateCode> signatories,

        @Min(value = 1, message = "This is 1 or more.") @Nullable
        Integer signaturesNeeded,

        @Valid @Nullable Releasability releasability) {

    /** No list is an empty list. */
    public DraftBulletin {
        themes = Lists.orEmpty(themes);
        items = Lists.orEmpty(items);
        destinations = Lists.orEmpty(destinations);
        parties = Lists.orEmpty(parties);
        misuseTypes = Lists.orEmpty(misuseTypes);
        evidence = Lists.orEmpty(evidence);
        permittedUse = Lists.orEmpty(permittedUse);
        caveats = Lists.orEmpty(caveats);
        derivedFrom = Lists.orEmpty(derivedFrom);
        attachments = Lists.orEmpty(attachments);
        signatories = Lists.orEmpty(signatories);
        unnamed = Boolean.TRUE.equals(unnamed) ? Boolean.TRUE : null;
    }

    /** The file of this id. */
    public Optional<Attachment> attachment(UUID id) {
        return attachments.stream().filter(file -> file.id().equals(id)).findFirst();
    }

    /** The same with these files. */
    public DraftBulletin attaching(List<Attachment> files) {
        return Revised.of(this).with("attachments", files).made();
    }

    /** Whether its readers do not learn which state it is from. */
    public boolean staysUnnamed() {
        return unnamed != null;
    }

    /** Whether other states are to sign it before it is published, in the name of all of them. */
    public boolean asksForSignatures() {
        return !signatories.isEmpty();
    }

    /** Whether these signatures are enough to publish it: all, or as many as it says. */
    public boolean isSignedBy(List<StateCode> signed) {
        return signaturesNeeded == null ? signed.containsAll(signatories) : signed.size() >= signaturesNeeded;
    }

    /** The same as its signatories have it, to sign: it goes to nobody else. */
    public DraftBulletin proposed() {
        Releasability release = releaseOrDefault();
        return Revised.of(this)
                .with("releasability", new Releasability(ReleaseMode.LIST, signatories, List.of(), release.regime()))
                .made();
    }

    /** To whom it goes; as long as nobody has chosen, it goes to nobody else. */
    public Releasability releaseOrDefault() {
        return releasability == null ? Releasability.NOBODY_ELSE : releasability;
    }

    /** Where it is from; the state's own where nothing is said. */
    public Provenance provenanceOrDefault() {
        return provenance == null ? Provenance.OWN : provenance;
    }

    /** The terms of its release: where nothing is said, AMBER, for licensing and policy work. */
    public Widening.Terms terms() {
        return new Widening.Terms(
                tlp == null ? Tlp.AMBER : tlp,
                permittedUse.isEmpty() ? List.of(PermittedUse.LICENSING, PermittedUse.POLICY) : permittedUse);
    }
}
