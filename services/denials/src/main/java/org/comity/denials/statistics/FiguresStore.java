package org.comity.denials.statistics;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.comity.kernel.caller.Person;
import org.comity.kernel.caller.StateCode;
import org.jspecify.annotations.Nullable;

/** Figures as they are stored, each for its own state's desk; row-level security says the same once more. */
@Singleton
class FiguresStore {

    private final EntityManager database;

    FiguresStore(EntityManager database) {
        this.database = database;
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
            List<Figure> all) {}

    /** Locks the years of a state against another one who proposes or approves. */
    Optional<Figures> locked(StateCode own, int year) {
        database.createNativeQuery("select pg_advisory_xact_lock(hashtextextended('yearly-figures-' || :state, :year))")
                .setParameter("state", own.value())
                .setParameter("year", year)
                .getResultList();
        return find(own, year);
    }

    Optional<Figures> find(StateCode own, int year) {
        return years(own, "and f.year = " + year).stream().findFirst();
    }

    /** All years of a state, the latest first. */
    List<Figures> all(StateCode own) {
        return years(own, "");
    }

    private List<Figures> years(StateCode own, String condition) {
        List<Figures> years = new ArrayList<>();
        for (Object row : database.createNativeQuery("select f.year, f.proposed_by, f.proposed_by_name, f.proposed_at,"
                        + " f.approved_by, f.approved_by_name, f.approved_at,"
                        + " exists (select 1 from yearly_table t where t.year = f.year) from yearly_figures f"
                        + " where f.originator_state = :own " + condition + " order by f.year desc")
                .setParameter("own", own.value())
                .getResultList()) {
            Object[] cells = (Object[]) row;
            int year = (Integer) cells[0];
            years.add(new Figures(
                    year,
                    new Person((String) cells[1], (String) cells[2]),
                    (Instant) cells[3],
                    cells[4] == null ? Optional.empty() : Optional.of(new Person((String) cells[4], (String) cells[5])),
                    (Instant) cells[6],
                    (Boolean) cells[7],
                    figures(own, year)));
        }
        return years;
    }

    private List<Figure> figures(StateCode own, int year) {
        List<Figure> figures = new ArrayList<>();
        for (Object row : database.createNativeQuery("select dimension, key, denials from yearly_figure"
                        + " where originator_state = :own and year = :year order by dimension, denials desc, key")
                .setParameter("own", own.value())
                .setParameter("year", year)
                .getResultList()) {
            Object[] cells = (Object[]) row;
            figures.add(new Figure(
                    Dimension.valueOf((String) cells[0]), (String) cells[1], ((Number) cells[2]).longValue()));
        }
        return figures;
    }

    /** Keeps what is proposed, in place of an earlier proposal. */
    void propose(StateCode own, int year, List<Figure> figures, Person by, Instant at) {
        database.createNativeQuery("insert into yearly_figures"
                        + " (originator_state, year, row_version, proposed_by, proposed_by_name, proposed_at)"
                        + " values (:own, :year, 1, :by, :name, :at) on conflict (originator_state, year) do update"
                        + " set row_version = yearly_figures.row_version + 1, proposed_by = excluded.proposed_by,"
                        + " proposed_by_name = excluded.proposed_by_name, proposed_at = excluded.proposed_at")
                .setParameter("own", own.value())
                .setParameter("year", year)
                .setParameter("by", by.id())
                .setParameter("name", by.name())
                .setParameter("at", at)
                .executeUpdate();
        database.createNativeQuery("delete from yearly_figure where originator_state = :own and year = :year")
                .setParameter("own", own.value())
                .setParameter("year", year)
                .executeUpdate();
        for (Figure figure : figures) {
            database.createNativeQuery("insert into yearly_figure (originator_state, year, dimension, key, denials)"
                            + " values (:own, :year, :dimension, :key, :denials)")
                    .setParameter("own", own.value())
                    .setParameter("year", year)
                    .setParameter("dimension", figure.dimension().name())
                    .setParameter("key", figure.key())
                    .setParameter("denials", figure.denials())
                    .executeUpdate();
        }
    }

    void approve(StateCode own, int year, Person by, Instant at) {
        database.createNativeQuery("update yearly_figures set row_version = row_version + 1, approved_by = :by,"
                        + " approved_by_name = :name, approved_at = :at where originator_state = :own and year = :year")
                .setParameter("own", own.value())
                .setParameter("year", year)
                .setParameter("by", by.id())
                .setParameter("name", by.name())
                .setParameter("at", at)
                .executeUpdate();
    }
}
