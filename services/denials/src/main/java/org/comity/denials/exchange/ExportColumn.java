package org.comity.denials.exchange;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.comity.denials.content.NoDuty;
import org.comity.kernel.caller.StateCode;
import org.comity.sharing.release.Tlp;

/** A column that an export or an annotated file has beside those that an import reads. */
enum ExportColumn {
    /** Our reference. */
    REF,
    /** The state that denied, by its code. */
    ORIGINATOR_STATE,
    /** Where the denial stands. */
    STATUS,
    /** How often it was changed. */
    VERSION,
    /** The day on which other states were told. */
    NOTIFIED_DATE,
    /** The day by which it is reviewed. */
    REVIEW_DUE,
    /** The label. */
    TLP,
    /** What a reader is to heed. */
    CAVEATS,
    /** What is withheld, and on which ground. */
    WITHHELD,
    /** That a denial creates no duty to deny. */
    NOTICE,
    /** What was wrong with the row when it came in before; says nothing of the denial. */
    FAULTS;

    /** The name in the file. */
    String header() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<ExportColumn> headed(String text) {
        String plain = Column.plain(text);
        return Arrays.stream(values())
                .filter(column -> column.header().equals(plain))
                .findFirst();
    }

    /** Whether an import does what this value says, though it does not read it. */
    boolean agrees(String value, StateCode own, ImportSettings settings) {
        return switch (this) {
            case ORIGINATOR_STATE -> own.value().equals(value);
            case TLP ->
                (settings.tlp() == null ? Tlp.AMBER : settings.tlp()).name().equals(value);
            case NOTICE -> List.of(NoDuty.THIS, NoDuty.THESE, NoDuty.ANY).contains(value);
            case FAULTS -> true;
            case REF, STATUS, VERSION, NOTIFIED_DATE, REVIEW_DUE, CAVEATS, WITHHELD -> false;
        };
    }
}
