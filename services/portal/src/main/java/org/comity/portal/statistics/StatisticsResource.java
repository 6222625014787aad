package org.comity.portal.statistics;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Locale;
import org.comity.portal.api.Dimension;
import org.comity.portal.api.Reference;
import org.comity.portal.api.Refusal;
import org.comity.portal.api.Services;
import org.comity.portal.api.Statistics;
import org.comity.portal.denial.DenialViews;
import org.comity.portal.list.Csv;
import org.comity.portal.list.Found;
import org.comity.portal.list.Listing;
import org.comity.portal.list.Narrowing;
import org.comity.portal.list.Table;
import org.comity.portal.page.Frames;
import org.comity.portal.page.Page;
import org.comity.portal.session.Person;
import org.jboss.logging.Logger;

/** Denials in sum, over what the person may see: a table for each that they are counted by, and each as a file. */
@Path("/statistics")
class StatisticsResource {

    private static final Logger LOG = Logger.getLogger(StatisticsResource.class);
    private static final int ROWS = 10;

    @CheckedTemplate(basePath = "statistics", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Overview(Page page, Listing list, String all, List<Panel> panels) implements TemplateInstance {}

    /**
     * A table.
     *
     * @param hint what counts in it; empty for all that the person sees
     * @param more where all its rows are; empty when they are here
     * @param count how many rows there are
     */
    public record Panel(
            String id,
            String name,
            String hint,
            boolean failed,
            String sum,
            List<Counts.Count> rows,
            int count,
            String more,
            String csv) {}

    private final Frames frames;
    private final Services services;
    private final Reference reference;

    StatisticsResource(Frames frames, Services services, Reference reference) {
        this.frames = frames;
        this.services = services;
        this.reference = reference;
    }

    @GET
    public TemplateInstance overview(@Context UriInfo address, @QueryParam("by") @DefaultValue("") String by) {
        Page page = open();
        Narrowing filter = StatisticsFilter.of(address.getQueryParameters(), page, reference)
                .leading("by", by);
        List<Dimension> wanted = by.isEmpty() ? List.of(Dimension.values()) : List.of(Counts.dimension(by));
        List<Panel> panels = filter.form().isFaulty()
                ? List.of()
                : wanted.stream()
                        .map(it -> panel(it, filter, !by.isEmpty(), page))
                        .toList();
        StatisticsTexts texts = page.texts(StatisticsTexts.class);
        Listing list = Listing.of(page, texts.title(), filter, Found.none(), Table.of("", List.of(), List.of()))
                .filtered(texts.filterLabel(), "")
                .beside(DenialViews.beside(DenialViews.STATISTICS, page))
                .lead(texts.lead());
        String all =
                by.isEmpty() || panels.isEmpty() ? "" : filter.leading("by", "").href();
        return page.show(new Overview(page, list, all, panels));
    }

    @GET
    @Path("csv")
    public Response csv(@Context UriInfo address, @QueryParam("by") @DefaultValue("") String by) {
        Page page = open();
        StatisticsTexts texts = page.texts(StatisticsTexts.class);
        Dimension counted = Counts.dimension(by);
        Narrowing filter = StatisticsFilter.of(address.getQueryParameters(), page, reference);
        if (filter.form().isFaulty()) {
            throw new NotFoundException();
        }
        Keys keys = new Keys(page);
        Csv file = new Csv("code", texts.by(counted), texts.denials());
        count(counted, filter).items().forEach(it -> file.row(it.key(), keys.text(counted, it.key()), it.denials()));
        return file.named(
                "denials-by-" + counted.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    private Page open() {
        return frames.open("/denials", Person::readsDenials);
    }

    /** Fails alone. What the service finds wrong with an entry is said at its field. */
    private Panel panel(Dimension by, Narrowing filter, boolean alone, Page page) {
        StatisticsTexts texts = page.texts(StatisticsTexts.class);
        String hint = by == Dimension.GROUND || by == Dimension.MISUSE_TYPE ? texts.reasonsHint() : "";
        String csv = filter.leading("by", by.name()).href("/statistics/csv");
        try {
            Statistics.Counted counted = count(by, filter);
            Keys keys = new Keys(page);
            List<Counts.Count> rows = counted.items().stream()
                    .map(it -> new Counts.Count(keys.text(by, it.key()), page.number(it.denials())))
                    .toList();
            // months come in their order: the latest are of interest
            boolean cut = !alone && rows.size() > ROWS;
            List<Counts.Count> shown = !cut
                    ? rows
                    : by == Dimension.MONTH ? rows.subList(rows.size() - ROWS, rows.size()) : rows.subList(0, ROWS);
            return new Panel(
                    "by-" + by,
                    texts.by(by),
                    hint,
                    false,
                    sum(counted.denials(), page, texts),
                    shown,
                    rows.size(),
                    cut ? filter.leading("by", by.name()).href() : "",
                    csv);
        } catch (Refusal refusal) {
            if (refusal.status() == 401 || refusal.status() == 403) {
                throw refusal;
            }
            if (refusal.status() == 400 && !filter.form().isFaulty()) {
                refusal.problem().errors().forEach(it -> filter.form()
                        .fault(
                                it.pointer(),
                                it.pointer().equals(StatisticsFilter.ITEM) ? texts.wrongItem() : it.detail()));
            }
            LOG.warnf("The statistics by %s were refused: %s", by, refusal.getMessage());
        } catch (RuntimeException unreachable) {
            LOG.warnf("The statistics by %s failed: %s", by, unreachable.getMessage());
        }
        return new Panel("by-" + by, texts.by(by), hint, true, "", List.of(), 0, "", "");
    }

    private static String sum(long denials, Page page, StatisticsTexts texts) {
        return denials == 1 ? texts.sumOne() : texts.sum(page.number(denials));
    }

    private Statistics.Counted count(Dimension by, Narrowing filter) {
        return services.at("/denials/v1/statistics")
                .with("by", by.name())
                .with("from", filter.value(StatisticsFilter.FROM))
                .with("to", filter.value(StatisticsFilter.TO))
                .with("item", filter.value(StatisticsFilter.ITEM))
                .with("destination", filter.value(StatisticsFilter.DESTINATION))
                .with("originator", filter.value(StatisticsFilter.ORIGINATOR))
                .read(Statistics.Counted.class);
    }
}
