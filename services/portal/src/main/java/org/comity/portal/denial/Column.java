package org.comity.portal.denial;

import java.util.Arrays;
import java.util.List;

/** What a list of denials shows beside the reference, in this order. */
public enum Column {
    STATUS,
    ORIGINATOR,
    ITEMS,
    DESTINATION,
    DECIDED,
    KIND,
    BASIS,
    NOTIFIED,
    REVIEW,
    MARKING,
    CHANGED,
    /** The own state's file number; of other states' denials there is none. */
    OWN_REFERENCE;

    /** What is shown where nothing was chosen. */
    static final List<Column> USUAL = List.of(STATUS, ORIGINATOR, ITEMS, DESTINATION, DECIDED);

    /** Those of these names, in the order of the columns; none for the usual ones. */
    static List<Column> of(List<String> names) {
        List<Column> chosen =
                Arrays.stream(values()).filter(it -> names.contains(it.name())).toList();
        return chosen.equals(USUAL) ? List.of() : chosen;
    }
}
