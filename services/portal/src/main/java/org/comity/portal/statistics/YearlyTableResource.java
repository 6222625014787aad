package org.comity.portal.statistics;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
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
    record OneYear(Page page, String year, String out, String sum, boolean anySuppressed, List<Counts> parts)
            implements TemplateInstance {}

    private final Frames frames;
    private final Services services;

    YearlyTableResource(Frames frames, Services services) {
        this.frames = frames;
        this.services = services;
    }

    @GET
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
    public TemplateInstance year(@PathParam("year") int year) {
        Page page = frames.anonymous();
        StatisticsTexts texts = page.texts(StatisticsTexts.class);
        Statistics.YearlyTable table =
                services.openAt("/denials/v1/yearly-tables/{year}", year).read(Statistics.YearlyTable.class);
        return page.show(new OneYear(
                page,
                String.valueOf(year),
                texts.publicOut(page.day(table.publishedOn()), table.states()),
                table.denials() == null ? texts.publicSumSuppressed() : texts.publicSum(page.number(table.denials())),
                table.denials() == null || table.cells().stream().anyMatch(Statistics.Cell::suppressed),
                Counts.of(
                        page,
                        table.cells(),
                        Statistics.Cell::dimension,
                        Statistics.Cell::key,
                        it -> count(it.denials(), page, texts))));
    }

    @GET
    @Path("{year:[0-9]{4}}/csv/{by}")
    public Response csv(@PathParam("year") int year, @PathParam("by") String name) {
        Page page = frames.anonymous();
        StatisticsTexts texts = page.texts(StatisticsTexts.class);
        Dimension by = Counts.dimension(name);
        Keys keys = new Keys(page);
        Csv file = new Csv("code", texts.by(by), texts.denials());
        services.openAt("/denials/v1/yearly-tables/{year}", year).read(Statistics.YearlyTable.class).cells().stream()
                .filter(it -> it.dimension() == by)
                .forEach(it -> file.row(
                        it.key(), keys.text(by, it.key()), it.denials() == null ? texts.suppressed() : it.denials()));
        return file.named("denials-" + year + "-by-" + by.name().toLowerCase(Locale.ROOT));
    }

    private static String count(@Nullable Integer denials, Page page, StatisticsTexts texts) {
        return denials == null ? texts.suppressed() : page.number(denials);
    }
}
