package org.comity.denials.exchange;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.comity.kernel.text.TextForm;

/** A column of the file, by the name that its headings have. */
enum Column {
    /** The originator's own reference of the denial; rows that share it are one denial. */
    REFERENCE,
    /** A reference for each row; optional, and used once, but in the rows of one party of a denial. */
    REGIME_REG_REF,
    /** The party's name. */
    NAME,
    /** The party's address. */
    ADDRESS,
    /** The state that denied: its English name, or its code. */
    NOTIFYING_GOVERNMENT,
    /** A state, by English name or code; the settings of the file say whether the party's or the destination. */
    COUNTRY,
    /** The control-list entry. */
    DENIAL_CLE,
    /** The item in words. */
    ITEM_DESCRIPTION,
    /** The stated end-use. */
    END_USE,
    /** Why the export was denied. */
    REASON_FOR_REFUSAL,
    /** The party's part: end_user, consignee, ultimate_consignee, third_party, intermediate or agent. */
    ENTITY_TYPE,
    /** Whether the party is a person of flesh and blood: yes or no; no where nothing stands. Not in LITE's layout. */
    NATURAL_PERSON,
    /** What was decided; as the settings say where nothing stands. Not in LITE's layout, as those that follow. */
    KIND,
    /** Why the item is controlled; as the settings say where nothing stands. */
    BASIS,
    /** The day of the decision; as the settings say where nothing stands. */
    DECISION_DATE,
    /** The destination; the one that {@link #COUNTRY} gives where nothing stands. */
    DESTINATION_STATE;

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
