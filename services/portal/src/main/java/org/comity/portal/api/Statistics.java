package org.comity.portal.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Denials counted: for a state over what it sees, as its own figures of a year, and in the public yearly table. */
public final class Statistics {

    private Statistics() {}

    /** What is counted by; the codes of a count are months, entries, countries or those of a code list. */
    public enum By {
        MONTH,
        ITEM,
        DESTINATION,
        GROUND,
        MISUSE_TYPE,
        DECISION
    }

    /** Where a year's figures stand. */
    public enum Status {
        NATIONAL_APPROVAL,
        APPROVED
    }

    /** Denials of one key; none where they have none, or withhold it. */
    public record Count(@Nullable String key, long denials) {}

    /** What the caller sees, counted. */
    public record Counted(long denials, List<Count> items, String notice) {

        /** An empty list is left out. */
        public Counted {
            items = DenialContent.orNone(items);
        }
    }

    /** One count of a year. */
    public record Figure(By dimension, @Nullable String key, long denials) {}

    /** The own figures of a year. */
    public record Figures(
            int year,
            Status status,
            long denials,
            List<Figure> figures,
            Denial.Colleague proposedBy,
            Instant proposedAt,
            Denial.@Nullable Colleague approvedBy,
            @Nullable Instant approvedAt,
            boolean published,
            String notice) {

        /** An empty list is left out. */
        public Figures {
            figures = DenialContent.orNone(figures);
        }

        /** Whether nobody has approved them. */
        public boolean waits() {
            return status == Status.NATIONAL_APPROVAL;
        }
    }

    /** Those of all years. */
    public record OfYears(List<Figures> items) {}

    /** Which year is proposed. */
    public record Propose(int year) {}

    /** A cell of the public table; the count is left out where it is suppressed. */
    public record Cell(
            By dimension, @Nullable String key, @Nullable Long denials, boolean suppressed) {}

    /** The public table of a year; in a list it has no cells. */
    public record YearlyTable(
            int year,
            LocalDate publishedOn,
            int states,
            @Nullable Long denials,
            List<Cell> cells) {

        /** An empty list is left out. */
        public YearlyTable {
            cells = DenialContent.orNone(cells);
        }
    }

    /** All that are out. */
    public record YearlyTables(List<YearlyTable> items) {}
}
