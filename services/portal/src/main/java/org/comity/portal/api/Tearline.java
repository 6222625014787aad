package org.comity.portal.api;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A denial down to its tear-line: the schema of the same name. */
public record Tearline(
        String ref,
        String originatorState,
        Codes.DenialStatus status,
        @Nullable LocalDate notifiedDate,
        Codes.@Nullable DenialKind kind,
        Codes.@Nullable DenialBasis basis,
        @Nullable String destinationState,
        List<Item> items,
        List<Ground> grounds,
        Codes.Tlp tlp,
        List<String> caveats,
        List<DenialContent.Withheld> withheld) {

    /** An empty list is left out. */
    public Tearline {
        items = DenialContent.orNone(items);
        grounds = DenialContent.orNone(grounds);
        caveats = DenialContent.orNone(caveats);
        withheld = DenialContent.orNone(withheld);
    }

    /** An item. */
    public record Item(
            @Nullable String controlCode, @Nullable String description) {}

    /** A reason, and what stands above the tear-line. */
    public record Ground(
            Codes.Criterion criterion, @Nullable String tearline) {}
}
