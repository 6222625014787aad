package org.comity.denials.exchange;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A column of the file, by the name that its first row has. */
enum Column {
    /** The originator's own reference of the denial; rows that share it are one denial. */
    REFERENCE,
    /** A reference for each row; optional, but then used once. */
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
    NATURAL_PERSON;

    /** The name in the file. */
    String header() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The column that is headed so, in whatever case, with blanks for underscores. */
    static Optional<Column> headed(String text) {
        String plain = text.strip().toLowerCase(Locale.ROOT).replace(' ', '_');
        return Arrays.stream(values())
                .filter(column -> column.header().equals(plain))
                .findFirst();
    }
}
