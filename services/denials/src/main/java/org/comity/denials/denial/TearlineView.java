package org.comity.denials.denial;

import java.time.LocalDate;
import java.util.List;
import org.comity.denials.content.Criterion;
import org.comity.denials.content.DenialBasis;
import org.comity.denials.content.DenialKind;
import org.comity.denials.content.Tlp;
import org.comity.kernel.caller.StateCode;
import org.jspecify.annotations.Nullable;

/**
 * A denial down to its tear-line: {@code Tearline} in openapi/denials.yaml. No party, narrative, end use or reference
 * of any state.
 *
 * @param items entry and description of each
 * @param grounds what the originator wrote above the tear-line; empty for a reader of the header
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
        boolean withoutPrejudice,
        String notice) {

    /** An item. */
    public record TornItem(
            @Nullable String controlCode, @Nullable String description) {}

    /** A ground, in the words that may be handed on. */
    public record Ground(Criterion criterion, @Nullable String tearline) {}

    static TearlineView of(DenialView denial) {
        return new TearlineView(
                denial.ref(),
                denial.originatorState(),
                denial.status(),
                denial.notifiedDate(),
                denial.kind(),
                denial.basis(),
                denial.destinationState(),
                denial.items().stream()
                        .map(item -> new TornItem(item.controlCode(), item.description()))
                        .toList(),
                denial.reasons().stream()
                        .map(reason -> new Ground(reason.criterion(), reason.tearline()))
                        .toList(),
                denial.tlp(),
                denial.caveats(),
                true,
                denial.notice());
    }
}
