package org.comity.denials.statistics;

import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.comity.denials.content.NoDuty;
import org.comity.kernel.caller.OpenToEveryone;
import org.comity.kernel.problem.KernelProblem;

/** The published tables, for whoever asks, signed in or not: openapi/denials.yaml. */
@Path("/denials/v1/yearly-tables")
@Produces(MediaType.APPLICATION_JSON)
class YearlyTableResource {

    private final EntityManager database;

    YearlyTableResource(EntityManager database) {
        this.database = database;
    }

    @GET
    @OpenToEveryone
    @Transactional
    public NoDuty.Listed<YearlyTableView> list() {
        return new NoDuty.Listed<>(
                tables("").stream().map(table -> view(table, List.of())).toList());
    }

    @GET
    @Path("{year}")
    @OpenToEveryone
    @Transactional
    public YearlyTableView read(@PathParam("year") String year) {
        Optional<Object[]> table = year.matches("[0-9]{4}")
                ? tables("where year = " + year).stream().findFirst()
                : Optional.empty();
        return table.map(found -> view(found, cells((Integer) found[0])))
                .orElseThrow(() -> KernelProblem.NOT_FOUND.because("No table of this year is out."));
    }

    private List<Object[]> tables(String condition) {
        List<Object[]> tables = new ArrayList<>();
        for (Object row : database.createNativeQuery("select year, published_at, states, (select c.denials from"
                        + " yearly_table_cell c where c.year = t.year and c.dimension = 'ALL') from yearly_table t "
                        + condition + " order by year desc")
                .getResultList()) {
            tables.add((Object[]) row);
        }
        return tables;
    }

    private List<YearlyTableView.Cell> cells(int year) {
        List<YearlyTableView.Cell> cells = new ArrayList<>();
        for (Object row : database.createNativeQuery("select dimension, key, denials from yearly_table_cell"
                        + " where year = :year and dimension <> 'ALL' order by dimension, denials desc nulls last, key")
                .setParameter("year", year)
                .getResultList()) {
            Object[] cell = (Object[]) row;
            Long denials = cell[2] == null ? null : ((Number) cell[2]).longValue();
            cells.add(new YearlyTableView.Cell(
                    Dimension.valueOf((String) cell[0]),
                    cell[1].equals(Dimension.NO_KEY) ? null : (String) cell[1],
                    denials,
                    denials == null));
        }
        return cells;
    }

    private static YearlyTableView view(Object[] table, List<YearlyTableView.Cell> cells) {
        return new YearlyTableView(
                (Integer) table[0],
                LocalDate.ofInstant((Instant) table[1], ZoneOffset.UTC),
                (Integer) table[2],
                table[3] == null ? null : ((Number) table[3]).longValue(),
                YearlyTableView.NOTICE,
                cells);
    }
}
