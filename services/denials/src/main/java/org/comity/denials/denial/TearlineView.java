package org.comity.denials.denial;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.comity.denials.content.Criterion;
import org.comity.denials.content.DenialBasis;
import org.comity.denials.content.DenialKind;
import org.comity.denials.content.Withheld;
import org.comity.denials.content.WithheldField;
import org.comity.kernel.caller.StateCode;
import org.comity.sharing.release.Tlp;
import org.jspecify.annotations.Nullable;

/**
 * A denial down to its tear-line: {@code Tearline} in openapi/denials.yaml. No party, narrative, end use or reference
 * of any state, and for the originator too nothing that is withheld, since the copy is made to be handed on.
 *
 * <p>Rules: R-218.
 *
 * @param items entry and description of each
 * @param grounds what the originator wrote above the tear-line; empty for a reader of the header
 * @param withheld what the originator keeps back of the fields that stand here otherwise
 */
public record TearlineView(
        String ref,
        StateCode originatorState,
        DenialStatus status,
        @Nullable LocalDate notifiedDate,
        @Nullable DenialKind kind,
        @Nullable DenialBasis basis,
        @Nullable StateCode destinationState,
        List<TornItem> items,
        List<Ground> grounds,
        Tlp tlp,
        List<String> caveats,
        List<Withheld> withheld,
        boolean withoutPrejudice,
        String notice) {

    /** An item. */
    public record TornItem(
            @Nullable String controlCode, @Nullable String description) {}

    /** A ground, in the words that may be handed on. */
    public record Ground(Criterion criterion, @Nullable String tearline) {}

    private static final Set<WithheldField> SHOWN =
            EnumSet.of(WithheldField.ITEMS, WithheldField.DESTINATION_STATE, WithheldField.REASONS);

    /**
     * The copy of what a reader or the originator sees.
     *
     * @throws org.comity.kernel.problem.ProblemException 409 before the denial was notified
     */
    static TearlineView of(DenialView denial) {
        if (denial.version() == 0) {
            throw DenialProblem.NOT_NOTIFIED.because("A draft is not handed on.");
        }
        Set<WithheldField> kept =
                denial.content().withheld().stream().map(Withheld::field).collect(Collectors.toSet());
        return new TearlineView(
                denial.ref(),
                denial.originatorState(),
                denial.status(),
                denial.notifiedDate(),
                denial.content().kind(),
                denial.content().basis(),
                kept.contains(WithheldField.DESTINATION_STATE)
                        ? null
                        : denial.content().destinationState(),
                kept.contains(WithheldField.ITEMS)
                        ? List.of()
                        : denial.content().items().stream()
                                .map(item -> new TornItem(item.controlCode(), item.description()))
                                .toList(),
                kept.contains(WithheldField.REASONS)
                        ? List.of()
                        : denial.content().reasons().stream()
                                .map(reason -> new Ground(reason.criterion(), reason.tearline()))
                                .toList(),
                denial.content().tlp(),
                denial.content().caveats(),
                denial.content().withheld().stream()
                        .filter(each -> SHOWN.contains(each.field()))
                        .toList(),
                true,
                denial.notice());
    }
}
