package org.comity.denials.exchange;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.comity.denials.content.DeniedItem;
import org.comity.denials.content.DraftDenial;
import org.comity.denials.content.EntityType;
import org.comity.denials.content.Identifier;
import org.comity.denials.content.Party;
import org.comity.denials.content.Reason;
import org.comity.denials.person.PersonVault;
import org.comity.kernel.json.Revised;
import org.comity.kernel.text.TextForm;
import org.jspecify.annotations.Nullable;

/**
 * A draft that takes what a file says of it, and keeps what the file says nothing of as the desk left it. An
 * empty cell says nothing. Which items, parties and reasons there are, the file says; of those that the draft has too,
 * it leaves what no column is for.
 */
final class ChangedDraft {

    private final DraftDenial there;
    private final DenialInFile file;
    private final ImportSettings settings;

    private ChangedDraft(DraftDenial there, DenialInFile file, ImportSettings settings) {
        this.there = there;
        this.file = file;
        this.settings = settings;
    }

    /** The draft after the file. */
    static DraftDenial of(DraftDenial there, DenialInFile file, ImportSettings settings) {
        return new ChangedDraft(there, file, settings).content();
    }

    private DraftDenial content() {
        DraftDenial said = file.content();
        return Revised.of(there)
                .with("kind", said.kind())
                .with("decisionDate", said.decisionDate())
                .with("basis", said.basis())
                .with(
                        "items",
                        said.items().isEmpty()
                                ? there.items()
                                : said.items().stream().map(this::item).toList())
                .with(
                        "destinationState",
                        said.destinationState() == null ? there.destinationState() : said.destinationState())
                .with("parties", said.parties().stream().map(this::party).toList())
                .with("statedEndUse", said.statedEndUse() == null ? there.statedEndUse() : said.statedEndUse())
                .with(
                        "reasons",
                        said.reasons().isEmpty()
                                ? there.reasons()
                                : said.reasons().stream().map(this::reason).toList())
                .with("validFrom", validFrom())
                .with("suspensionEndsOn", said.suspensionEndsOn())
                .with("provenance", settings.provenance() == null ? there.provenance() : settings.provenance())
                .with("nationalRef", said.nationalRef())
                .made();
    }

    /** The day of the decision counts where nobody chose another one, and may be another now. */
    private @Nullable LocalDate validFrom() {
        return Objects.equals(there.validFrom(), there.decisionDate()) ? null : there.validFrom();
    }

    private DeniedItem item(DeniedItem said) {
        return same(
                        there.items(),
                        file.content().items(),
                        item -> Objects.equals(item.controlCode(), said.controlCode())
                                && Objects.equals(item.description(), said.description()),
                        item -> said.controlCode() != null && said.controlCode().equals(item.controlCode()))
                .map(kept -> new DeniedItem(
                        said.controlCode(),
                        said.controlList() == null ? kept.controlList() : said.controlList(),
                        kept.sensitivity(),
                        said.description() == null ? kept.description() : said.description(),
                        kept.keyParameters(),
                        kept.quantity(),
                        kept.unit(),
                        kept.productType()))
                .orElse(said);
    }

    private Reason reason(Reason said) {
        return same(
                        there.reasons(),
                        file.content().reasons(),
                        reason -> Objects.equals(reason.narrative(), said.narrative()),
                        reason -> true)
                .map(kept -> new Reason(
                        settings.criterion() == null ? kept.criterion() : settings.criterion(),
                        kept.misuseTypes(),
                        kept.rightsEngaged(),
                        kept.tearline(),
                        said.narrative()))
                .orElse(said);
    }

    /** What is alike; or else what is at least akin, where the draft and the file have one of that kind each. */
    private static <T> Optional<T> same(List<T> there, List<T> inFile, Predicate<T> alike, Predicate<T> akin) {
        Optional<T> found = there.stream().filter(alike).findFirst();
        if (found.isPresent()
                || there.stream().filter(akin).count() != 1
                || inFile.stream().filter(akin).count() != 1) {
            return found;
        }
        return there.stream().filter(akin).findFirst();
    }

    /** One that the draft has twice by this part and name is a person if either is. */
    private Party party(Party said) {
        return there.parties().stream()
                .filter(party -> party.role() == said.role()
                        && TextForm.folded(party.name()).equals(TextForm.folded(said.name())))
                .min(Comparator.comparing(party -> !PersonVault.isPerson(party)))
                .map(kept -> party(said, kept))
                .orElse(said);
    }

    private Party party(Party said, Party kept) {
        boolean noPerson = isSaidToBeNone(said.name());
        return new Party(
                said.role(),
                said.name(),
                kept.aliases(),
                kept.nativeScriptName(),
                said.address() == null ? kept.address() : said.address(),
                said.country() == null ? kept.country() : said.country(),
                identifiers(said, kept),
                noPerson && kept.entityType() == EntityType.INDIVIDUAL ? null : kept.entityType(),
                noPerson
                        ? Boolean.FALSE
                        : said.isNaturalPerson() == null ? kept.isNaturalPerson() : said.isNaturalPerson());
    }

    private boolean isSaidToBeNone(String name) {
        return file.rows().stream()
                .filter(row -> row.get(Column.NAME).equals(name))
                .anyMatch(FileRow::isOfNoPerson);
    }

    private static List<Identifier> identifiers(Party said, Party kept) {
        if (said.identifiers().isEmpty()) {
            return kept.identifiers();
        }
        return Stream.concat(
                        said.identifiers().stream(),
                        kept.identifiers().stream()
                                .filter(identifier -> !identifier.type().equals(Column.REGIME_REG_REF.header())))
                .toList();
    }
}
