package org.comity.portal.statistics;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import org.comity.portal.api.Dimension;
import org.comity.portal.api.Services;
import org.comity.portal.api.Statistics;
import org.comity.portal.list.Csv;
import org.comity.portal.list.Table;
import org.comity.portal.list.TableColumn;
import org.comity.portal.page.Frames;
import org.comity.portal.page.Page;
import org.comity.portal.page.Value;
import org.jspecify.annotations.Nullable;

/**
 * The public tables: pages for everybody, which know nobody and ask nobody to sign in.
 *
 * <p>Rules: R-253.
 */
@Path("/yearly-tables")
@PermitAll
class YearlyTableResource {

    @CheckedTemplate(basePath = "statistics", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Years(Page page, Table years) implements TemplateInstance {}

    @CheckedTemplate(basePath = "statistics", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record OneYear(Page page, String year, String out, String sum, boolean anySuppressed, List<Part> parts)
            implements TemplateInstance {}

    /** The cells of one that denials are counted by. */
    public record Part(String id, String name, String csv, List<Cell> cells) {}

    /** A cell; the count is empty where it is not shown. */
    public record Cell(String key, String denials) {}

    private final Frames frames;
    private final Services services;

    YearlyTableResource(Frames frames, Services services) {
        this.frames = frames;
        this.services = services;
    }

    @GET
    @Blocking
    public TemplateInstance years() {
        Page page = frames.anonymous();
        StatisticsTexts texts = page.texts(StatisticsTexts.class);
        List<TableColumn<Statistics.YearlyTable>> columns = List.of(
                TableColumn.heading(texts.year(), row -> Value.empty()
                        .link(texts.publicYear(String.valueOf(row.year())), "/yearly-tables/" + row.year())),
                TableColumn.of(texts.publishedOn(), row -> Value.of(page.day(row.publishedOn()))),
                TableColumn.of(texts.statesSummed(), row -> Value.of(page.number(row.states()))),
                TableColumn.of(texts.sumOfAll(), row -> Value.of(count(row.denials(), page, texts))));
        return page.show(new Years(
                page,
                Table.of(
                        texts.publicTitle(),
                        columns,
                        services.openAt("/denials/v1/yearly-tables")
                                .read(Statistics.YearlyTables.class)
                                .items())));
    }

    @GET
    @Path("{year:[0-9]{4}}")
    @Blocking
    public TemplateInstance year(@PathParam("year") int year) {
        Page page = frames.anonymous();
        StatisticsTexts texts = page.texts(StatisticsTexts.class);
        Keys keys = new Keys(page);
        Statistics.YearlyTable table =
                services.openAt("/denials/v1/yearly-tables/{year}", year).read(Statistics.YearlyTable.class);
        List<Part> parts = Arrays.stream(Dimension.values())
                .filter(by -> table.cells().stream().anyMatch(it -> it.dimension() == by))
                .map(by -> new Part(
                        "by-" + by,
                        texts.by(by),
                        "/yearly-tables/" + year + "/csv/" + by,
                        cells(table, by)
                                .map(it -> new Cell(keys.text(by, it.key()), count(it.denials(), page, texts)))
                                .toList()))
                .toList();
        return page.show(new OneYear(
                page,
                String.valueOf(year),
                texts.publicOut(page.day(table.publishedOn()), table.states()),
                table.denials() == null ? texts.publicSumSuppressed() : texts.publicSum(page.number(table.denials())),
                table.denials() == null || table.cells().stream().anyMatch(Statistics.Cell::suppressed),
                parts));
    }

    @GET
    @Path("{year:[0-9]{4}}/csv/{by}")
    @Blocking
    public Response csv(@PathParam("year") int year, @PathParam("by") String name) {
        Page page = frames.anonymous();
        StatisticsTexts texts = page.texts(StatisticsTexts.class);
        Dimension by = Arrays.stream(Dimension.values())
                .filter(it -> it.name().equals(name))
                .findFirst()
                .orElseThrow(NotFoundException::new);
        Keys keys = new Keys(page);
        Csv file = new Csv("code", texts.by(by), texts.denials());
        cells(services.openAt("/denials/v1/yearly-tables/{year}", year).read(Statistics.YearlyTable.class), by)
                .forEach(it -> file.row(
                        it.key(), keys.text(by, it.key()), it.denials() == null ? texts.suppressed() : it.denials()));
        return file.named("denials-" + year + "-by-" + by.name().toLowerCase(java.util.Locale.ROOT));
    }

    private static java.util.stream.Stream<Statistics.Cell> cells(Statistics.YearlyTable table, Dimension by) {
        return table.cells().stream().filter(it -> it.dimension() == by);
    }

    private static String count(@Nullable Integer denials, Page page, StatisticsTexts texts) {
        return denials == null ? texts.suppressed() : page.number(denials);
    }
}
