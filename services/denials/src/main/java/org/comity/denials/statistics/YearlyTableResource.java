package org.comity.denials.statistics;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.comity.denials.content.NoDuty;
import org.comity.kernel.caller.OpenToEveryone;
import org.comity.kernel.problem.KernelProblem;
import org.comity.kernel.sql.Sql;
import org.jspecify.annotations.Nullable;

/** The published tables, for everybody, signed in or not: openapi/denials.yaml. */
@Path("/denials/v1/yearly-tables")
@Produces(MediaType.APPLICATION_JSON)
class YearlyTableResource {

    private final Sql sql;

    YearlyTableResource(Sql sql) {
        this.sql = sql;
    }

    private record Table(
            int year,
            Instant publishedAt,
            int states,
            @Nullable Long denials) {}

    private record Row(
            Dimension dimension, String key, @Nullable Long denials) {}

    private static final String TABLES = "select year, published_at, states, (select c.denials from yearly_table_cell c"
            + " where c.year = t.year and c.dimension = 'ALL') as denials from yearly_table t";

    @GET
    @OpenToEveryone
    @Transactional
    public NoDuty.Listed<YearlyTableView> list() {
        return new NoDuty.Listed<>(sql.of(TABLES + " order by year desc").list(Table.class).stream()
                .map(table -> view(table, List.of()))
                .toList());
    }

    @GET
    @Path("{year}")
    @OpenToEveryone
    @Transactional
    public YearlyTableView read(@PathParam("year") String year) {
        return Optional.of(year)
                .filter(text -> text.matches("[0-9]{4}"))
                .map(Integer::valueOf)
                .flatMap(number -> sql.of(TABLES + " where year = :year")
                        .with("year", number)
                        .first(Table.class))
                .map(table -> view(table, cells(table.year())))
                .orElseThrow(() -> KernelProblem.NOT_FOUND.because("No table of this year is out."));
    }

    private List<YearlyTableView.Cell> cells(int year) {
        return sql
                .of("select dimension, key, denials from yearly_table_cell where year = :year and dimension <> 'ALL'"
                        + " order by dimension, denials desc nulls last, key")
                .with("year", year)
                .list(Row.class)
                .stream()
                .map(row -> new YearlyTableView.Cell(
                        row.dimension(),
                        row.key().equals(Dimension.NO_KEY) ? null : row.key(),
                        row.denials(),
                        row.denials() == null))
                .toList();
    }

    private static YearlyTableView view(Table table, List<YearlyTableView.Cell> cells) {
        return new YearlyTableView(
                table.year(),
                LocalDate.ofInstant(table.publishedAt(), ZoneOffset.UTC),
                table.states(),
                table.denials(),
                YearlyTableView.NOTICE,
                cells);
    }
}
