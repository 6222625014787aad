package org.comity.denials.exchange;

import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.comity.denials.content.DeniedItem;
import org.comity.denials.content.Party;
import org.comity.kernel.text.TextForm;
import org.jspecify.annotations.Nullable;

/** A column of the file, by the name that its headings have. */
enum Column {
    /** The originator's own reference of the denial; rows that share it are one denial. */
    REFERENCE(row -> row.content().nationalRef() == null
            ? row.denial().ref()
            : row.content().nationalRef()),
    /** A reference for each row; optional, and used once, but in the rows of one party of a denial. */
    REGIME_REG_REF(ExportedRow::regimeReference),
    /** The party's name. */
    NAME(ExportedRow::name),
    /** The party's address. */
    ADDRESS(row -> row.ofParty(Party::address)),
    /** The state that denied: its English name, or its code. */
    NOTIFYING_GOVERNMENT(row -> row.denial().originatorState()),
    /** A state, by English name or code; the settings of the file say whether the party's or the destination. */
    COUNTRY(row -> row.ofParty(Party::country)),
    /** The control-list entry. */
    DENIAL_CLE(row -> row.ofItem(DeniedItem::controlCode)),
    /** The item in words. */
    ITEM_DESCRIPTION(row -> row.ofItem(DeniedItem::description)),
    /** The stated end-use. */
    END_USE(row -> row.content().statedEndUse()),
    /** Why the export was denied. */
    REASON_FOR_REFUSAL(ExportedRow::reason),
    /** The party's part: end_user, consignee, ultimate_consignee, third_party, intermediate or agent. */
    ENTITY_TYPE(ExportedRow::role),
    /** Whether the party is a person of flesh and blood: yes or no; no where nothing stands. Not in LITE's layout. */
    NATURAL_PERSON(ExportedRow::naturalPerson),
    /** What was decided; as the settings say where nothing stands. Not in LITE's layout, as those that follow. */
    KIND(row -> row.content().kind()),
    /** Why the item is controlled; as the settings say where nothing stands. */
    BASIS(row -> row.content().basis()),
    /** The day of the decision; as the settings say where nothing stands. */
    DECISION_DATE(row -> row.content().decisionDate()),
    /** The destination; the one that {@link #COUNTRY} gives where nothing stands. */
    DESTINATION_STATE(row -> row.content().destinationState());

    private final Function<ExportedRow, @Nullable Object> exported;

    Column(Function<ExportedRow, @Nullable Object> exported) {
        this.exported = exported;
    }

    /** What an export writes there; empty where the denial says nothing. */
    String of(ExportedRow row) {
        return Objects.toString(exported.apply(row), "");
    }

    /** The name in the file. */
    String header() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it says something of the denial as a whole, the same in all of its rows. */
    boolean isOfTheDenial() {
        return switch (this) {
            case KIND, BASIS, DECISION_DATE, DESTINATION_STATE -> true;
            default -> false;
        };
    }

    /** The column that is headed so, in whatever case, with blanks for underscores. */
    static Optional<Column> headed(String text) {
        String plain = plain(text);
        return Arrays.stream(values())
                .filter(column -> column.header().equals(plain))
                .findFirst();
    }

    /** A heading as names of columns are written. */
    static String plain(String heading) {
        return TextForm.folded(heading).replace(' ', '_');
    }
}
