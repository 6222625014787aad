package org.comity.denials.exchange;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.comity.denials.content.NoDuty;
import org.comity.denials.denial.DenialView;
import org.comity.kernel.caller.StateCode;
import org.comity.sharing.release.Tlp;
import org.jspecify.annotations.Nullable;

/** A column that an export or an annotated file has beside those that an import reads. */
enum ExportColumn {
    /** Our reference. */
    REF(DenialView::ref),
    /** The state that denied, by its code. */
    ORIGINATOR_STATE(DenialView::originatorState),
    /** Where the denial stands. */
    STATUS(DenialView::status),
    /** How often it was changed. */
    VERSION(DenialView::version),
    /** The day on which other states were told. */
    NOTIFIED_DATE(DenialView::notifiedDate),
    /** The day by which it is reviewed. */
    REVIEW_DUE(DenialView::reviewDue),
    /** The label. */
    TLP(denial -> denial.content().tlp()),
    /** What a reader is to heed. */
    CAVEATS(denial -> String.join("; ", denial.content().caveats())),
    /** What is withheld, and on which ground. */
    WITHHELD(denial -> denial.content().withheld().stream()
            .map(withheld -> withheld.field() + ": " + withheld.ground())
            .collect(Collectors.joining("; "))),
    /** The office or mailbox to ask about it. */
    CONTACT(denial -> denial.content().contact()),
    /** That a denial creates no duty to deny. */
    NOTICE(DenialView::notice),
    /** What was wrong with the row when it came in before; says nothing of the denial, and no export has it. */
    FAULTS(denial -> null);

    /** The columns that an export has, in their order. */
    static final Set<ExportColumn> EXPORTED = EnumSet.complementOf(EnumSet.of(FAULTS));

    private final Function<DenialView, @Nullable Object> exported;

    ExportColumn(Function<DenialView, @Nullable Object> exported) {
        this.exported = exported;
    }

    /** What an export writes there; empty where the denial says nothing. */
    String of(DenialView denial) {
        return Objects.toString(exported.apply(denial), "");
    }

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
            default -> false;
        };
    }
}
