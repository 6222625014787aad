package org.comity.portal.denial;

import java.util.Arrays;
import java.util.List;
import org.comity.portal.api.Codes;
import org.comity.portal.api.Reference;
import org.comity.portal.list.Filter;
import org.comity.portal.list.Narrowing;
import org.jspecify.annotations.Nullable;

/** What a list of denials can be narrowed to. */
public final class DenialFilter {

    /** All statuses in which a denial is in force. */
    static final String IN_FORCE = "IN_FORCE";
    /** Its review is due or overdue. */
    static final String UNDER_REVIEW = "UNDER_REVIEW";
    /** Something of it waits for an approver of the person's own state. */
    static final String WAITING = "WAITING";

    private static final String STATUS = "status";

    private DenialFilter() {}

    /** The filters, in the order of their fields. */
    public static List<Filter> all(Words words, Reference reference) {
        DenialTexts texts = words.denial;
        return List.of(
                Filter.choice(STATUS, texts.status(), texts.anyStatus(), words.statuses()),
                Filter.suggested("item", texts.filterItem(), words.entries(reference.controlListEntries())),
                Filter.country("destination", texts.destination(), texts.anyCountry(), words.countries(), words.page),
                Filter.country(
                        "originator",
                        texts.originator(),
                        texts.anyState(),
                        words.states(reference.subscribingStates()),
                        words.page));
    }

    /** The statuses that are asked for; none for all. */
    public static List<Codes.DenialStatus> statuses(Narrowing list) {
        String status = list.value(STATUS);
        if (status == null || status.equals(WAITING)) {
            return List.of();
        }
        return switch (status) {
            case IN_FORCE -> inForce();
            case UNDER_REVIEW -> List.of(Codes.DenialStatus.REVIEW_DUE, Codes.DenialStatus.REVIEW_OVERDUE);
            default -> List.of(Codes.DenialStatus.valueOf(status));
        };
    }

    /** Whether only what waits for an approver is asked for; null where nothing is said of it. */
    public static @Nullable Boolean waiting(Narrowing list) {
        return WAITING.equals(list.value(STATUS)) ? Boolean.TRUE : null;
    }

    /** The statuses in which a denial is in force. */
    public static List<Codes.DenialStatus> inForce() {
        return Arrays.stream(Codes.DenialStatus.values())
                .filter(Codes.DenialStatus::inForce)
                .toList();
    }
}
