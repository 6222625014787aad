package org.comity.denials.exchange;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.comity.denials.content.DeniedItem;
import org.comity.denials.content.DraftDenial;
import org.comity.denials.content.Identifier;
import org.comity.denials.content.Party;
import org.comity.denials.denial.DenialView;
import org.comity.denials.person.PersonVault;
import org.jspecify.annotations.Nullable;

/**
 * A row of an export: a denial with one of its parties and one of its items, as far as it has any. Of a natural person it
 * says the part that the person has, and nothing else.
 *
 * @param reason why it was denied; one text for all rows of the denial
 */
record ExportedRow(DenialView denial, String reason, Optional<Party> party, Optional<DeniedItem> item) {

    /** What stands in a file in the place of a natural person's name. */
    static final String PERSON = "[natural person]";

    DraftDenial content() {
        return denial.content();
    }

    private Optional<Party> named() {
        return party.filter(it -> !PersonVault.isPerson(it));
    }

    /** Something of the party, unless it is a natural person. */
    <T> @Nullable T ofParty(Function<Party, @Nullable T> what) {
        return named().map(what).orElse(null);
    }

    <T> @Nullable T ofItem(Function<DeniedItem, @Nullable T> what) {
        return item.map(what).orElse(null);
    }

    @Nullable
    String regimeReference() {
        return named().stream()
                .flatMap(it -> it.identifiers().stream())
                .filter(id -> id.type().equals(Column.REGIME_REG_REF.header()))
                .map(Identifier::value)
                .findFirst()
                .orElse(null);
    }

    @Nullable
    String name() {
        return party.map(it -> PersonVault.isPerson(it) ? PERSON : it.name()).orElse(null);
    }

    @Nullable
    String role() {
        return party.map(it -> it.role().name().toLowerCase(Locale.ROOT)).orElse(null);
    }

    @Nullable
    String naturalPerson() {
        return party.map(it -> PersonVault.isPerson(it) ? FileRow.YES : FileRow.NO)
                .orElse(null);
    }

    /** The narrative of each reason, or what stands above its tear-line. */
    static String reason(DenialView denial) {
        return denial.content().reasons().stream()
                .flatMap(reason -> Stream.of(reason.narrative(), reason.tearline())
                        .filter(Objects::nonNull)
                        .limit(1))
                .collect(Collectors.joining("\n"));
    }
}
