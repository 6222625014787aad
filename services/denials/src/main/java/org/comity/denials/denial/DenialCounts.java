package org.comity.denials.denial;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.comity.kernel.caller.CurrentCaller;
import org.comity.kernel.caller.StateCode;
import org.jspecify.annotations.Nullable;

/**
 * Counts the denials that the caller may see, through the release filter, as its list does.
 *
 * <p>Rules: R-200.
 */
@Singleton
public class DenialCounts {

    private final DenialRepository denials;
    private final DenialReader reader;
    private final CurrentCaller current;

    DenialCounts(DenialRepository denials, DenialReader reader, CurrentCaller current) {
        this.denials = denials;
        this.reader = reader;
        this.current = current;
    }

    /** What denials are counted by. A denial with several items, or misuse types, counts once with each. */
    public enum By {
        /** The month of the decision, such as 2026-03; none where the day is withheld. */
        MONTH("to_char(d.decision_date, 'YYYY-MM')", "", false),
        /** The control-list entry, as it was given. */
        ITEM("i.control_code", " left join denial_item i on i.denial_id = d.id", false),
        /** The state of destination. */
        DESTINATION("d.destination_state", "", false),
        /** The criterion; of denials whose reasons the caller may read. */
        GROUND("r.criterion", " left join denial_reason r on r.denial_id = d.id", true),
        /** The misuse that was feared; of denials whose reasons the caller may read. */
        MISUSE_TYPE(
                "m.type",
                " left join lateral (select unnest(r.misuse_types) as type from denial_reason r"
                        + " where r.denial_id = d.id) m on true",
                true),
        /** What kind of decision it was. */
        DECISION("d.kind", "", false),
        /** Nothing: all of them in one. */
        ALL("cast(null as text)", "", false);

        private final String key;
        private final String joined;
        private final boolean narrative;

        By(String key, String joined, boolean narrative) {
            this.key = key;
            this.joined = joined;
            this.narrative = narrative;
        }

        String key() {
            return key;
        }

        String joined() {
            return joined;
        }

        boolean isNarrative() {
            return narrative;
        }
    }

    /** How many denials there are of this; the key is null for those that have none, or withhold it. */
    public record Count(@Nullable String key, long denials) {}

    /**
     * Counts denials by the day of their decision; where that is withheld, by the day on which they were notified.
     *
     * @param from the first day
     * @param to the last day
     * @param filters the query parameters of a request
     * @return months in their order, all else with the most frequent first
     * @throws org.comity.kernel.problem.ProblemException 403 for whoever reads no denials, 400 for a filter that cannot be
     */
    @Transactional
    public List<Count> count(By by, LocalDate from, LocalDate to, MultivaluedMap<String, String> filters) {
        reader.refuseWhoReadsNone();
        return count(by, from, to, DenialQuery.of(filters));
    }

    /** The same of the denials of one originator. */
    @Transactional
    public List<Count> count(By by, LocalDate from, LocalDate to, StateCode originator) {
        reader.refuseWhoReadsNone();
        return count(by, from, to, DenialQuery.from(originator));
    }

    private List<Count> count(By by, LocalDate from, LocalDate to, DenialQuery wanted) {
        Comparator<Count> byKey = Comparator.comparing(Count::key, Comparator.nullsLast(Comparator.naturalOrder()));
        return denials.count(current.get(), wanted, by, from, to).stream()
                .sorted(
                        by == By.MONTH
                                ? byKey
                                : Comparator.comparingLong(Count::denials)
                                        .reversed()
                                        .thenComparing(byKey))
                .toList();
    }
}
