package org.comity.denials.statistics;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.comity.kernel.caller.Person;
import org.comity.kernel.caller.StateCode;
import org.comity.kernel.sql.Sql;
import org.comity.sharing.foureyes.FourEyes;
import org.comity.sharing.foureyes.Step;
import org.comity.sharing.foureyes.WorkingCopy;
import org.jspecify.annotations.Nullable;

/** Figures as they are stored, each for its own state's desk; row-level security says the same once more. */
@Singleton
class FiguresStore {

    private final Sql sql;

    FiguresStore(Sql sql) {
        this.sql = sql;
    }

    /** One count. */
    record Figure(Dimension dimension, String key, long denials) {}

    /** A year's figures. */
    record Figures(
            int year,
            Person proposedBy,
            Instant proposedAt,
            Optional<Person> approvedBy,
            @Nullable Instant approvedAt,
            boolean published,
            List<Figure> all) {

        /** What comes of this person's approval. */
        Step<Person> approve(Person by) {
            return approvedAt != null
                    ? new Step.Refused<>(FiguresProblem.FIGURES_APPROVED)
                    : FourEyes.approve(new WorkingCopy.Submitted(proposedBy, proposedAt), by, by);
        }
    }

    /** Locks the years of a state against another one who proposes or approves. */
    Optional<Figures> locked(StateCode own, int year) {
        sql.of("select pg_advisory_xact_lock(hashtextextended('yearly-figures-' || :state, :year))")
                .with("state", own, "year", year)
                .exists();
        return find(own, year);
    }

    private record Row(
            int year,
            Person proposedBy,
            Instant proposedAt,
            Optional<Person> approvedBy,
            @Nullable Instant approvedAt,
            boolean published) {}

    private static final String YEARS =
            "select f.year, f.proposed_by, f.proposed_by_name, f.proposed_at, f.approved_by,"
                    + " f.approved_by_name, f.approved_at, exists (select 1 from yearly_table t where t.year = f.year) as published"
                    + " from yearly_figures f where f.originator_state = :own";

    private static final String OF_YEAR = " where originator_state = :own and year = :year";

    Optional<Figures> find(StateCode own, int year) {
        return sql.of(YEARS + " and f.year = :year")
                .with("own", own, "year", year)
                .first(Row.class)
                .map(row -> figures(own, row));
    }

    /** All years of a state, the latest first. */
    List<Figures> all(StateCode own) {
        return sql.of(YEARS + " order by f.year desc").with("own", own).list(Row.class).stream()
                .map(row -> figures(own, row))
                .toList();
    }

    private Figures figures(StateCode own, Row row) {
        return new Figures(
                row.year(),
                row.proposedBy(),
                row.proposedAt(),
                row.approvedBy(),
                row.approvedAt(),
                row.published(),
                sql.of("select dimension, key, denials from yearly_figure" + OF_YEAR
                                + " order by dimension, denials desc, key")
                        .with("own", own, "year", row.year())
                        .list(Figure.class));
    }

    /** Keeps what is proposed, in place of an earlier proposal. */
    void propose(StateCode own, int year, List<Figure> figures, Person by, Instant at) {
        sql.into("yearly_figures")
                .onConflict("(originator_state, year) do update set row_version = yearly_figures.row_version + 1,"
                        + " proposed_by = excluded.proposed_by, proposed_by_name = excluded.proposed_by_name,"
                        + " proposed_at = excluded.proposed_at")
                .with("originator_state", own, "year", year, "row_version", 1)
                .with("proposed_by", by, "proposed_at", at)
                .run();
        sql.of("delete from yearly_figure" + OF_YEAR)
                .with("own", own, "year", year)
                .run();
        figures.forEach(figure -> sql.into("yearly_figure")
                .with("originator_state", own, "year", year)
                .with("dimension", figure.dimension(), "key", figure.key(), "denials", figure.denials())
                .run());
    }

    void approve(StateCode own, int year, Person by, Instant at) {
        sql.of("update yearly_figures set row_version = row_version + 1, approved_by = :by,"
                        + " approved_by_name = :byName, approved_at = :at" + OF_YEAR)
                .with("own", own, "year", year, "by", by, "at", at)
                .run();
    }
}
