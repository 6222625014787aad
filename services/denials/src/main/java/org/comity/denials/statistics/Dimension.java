package org.comity.denials.statistics;

import org.comity.denials.denial.DenialCounts;

/** What the public table counts denials by. */
enum Dimension {
    /** The control-list entry. */
    ITEM(DenialCounts.By.ITEM),
    /** The state of destination. */
    DESTINATION(DenialCounts.By.DESTINATION),
    /** The criterion. */
    GROUND(DenialCounts.By.GROUND),
    /** The misuse that was feared. */
    MISUSE_TYPE(DenialCounts.By.MISUSE_TYPE),
    /** What kind of decision it was. */
    DECISION(DenialCounts.By.DECISION),
    /** All denials in one. */
    ALL(DenialCounts.By.ALL);

    /** The key of what has none, and of all in one. */
    static final String NO_KEY = "-";

    private final DenialCounts.By by;

    Dimension(DenialCounts.By by) {
        this.by = by;
    }

    DenialCounts.By by() {
        return by;
    }
}
