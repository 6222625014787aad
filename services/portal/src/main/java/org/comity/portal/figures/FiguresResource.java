package org.comity.portal.figures;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.comity.portal.api.Problem;
import org.comity.portal.api.Refusal;
import org.comity.portal.api.Services;
import org.comity.portal.api.Statistics;
import org.comity.portal.denial.DenialViews;
import org.comity.portal.list.Found;
import org.comity.portal.list.Listing;
import org.comity.portal.list.Narrowing;
import org.comity.portal.list.Table;
import org.comity.portal.list.TableColumn;
import org.comity.portal.page.Choice;
import org.comity.portal.page.Form;
import org.comity.portal.page.Page;
import org.comity.portal.page.Value;
import org.comity.portal.statistics.Counts;
import org.comity.portal.step.Faults;
import org.comity.portal.step.Read;
import org.comity.portal.step.RecordPages;
import org.comity.portal.step.RecordSteps;
import org.comity.portal.step.Records;
import org.comity.portal.step.Step;
import org.comity.portal.step.StepFrame;
import org.comity.portal.step.Subject;

/** A state's own figures of a year: counted and proposed by one person of the desk, approved by another. */
@Path("/figures")
@Produces(MediaType.TEXT_HTML)
class FiguresResource extends RecordPages<Statistics.Figures> {

    private static final int YEARS_TO_CHOOSE = 10;

    @CheckedTemplate(basePath = "figures", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record YearList(Page page, Listing list, Form form, List<Choice> years) implements TemplateInstance {}

    @CheckedTemplate(basePath = "figures", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record OneYear(
            Page page,
            Statistics.Figures one,
            String year,
            String etag,
            String done,
            Form form,
            boolean proposedIt,
            List<Counts> parts)
            implements TemplateInstance {}

    private static final RecordSteps<Statistics.Figures> STEPS = () -> List.of(Step.<Statistics.Figures>of("approve")
            .explains("same-person", page -> page.texts(FigureTexts.class).samePerson())
            .done("approved", (one, page) -> page.texts(FigureTexts.class).doneApproved()));

    private final Services services;
    private final Clock clock;

    FiguresResource(Records<Statistics.Figures> figures, Services services, Clock clock) {
        super(figures, List.of(STEPS));
        this.services = services;
        this.clock = clock;
    }

    @GET
    public TemplateInstance list() {
        return listPage(records().open(), Form.blank());
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response propose(MultivaluedMap<String, String> sent) {
        Page page = records().openForDesk();
        Form form = Form.of(sent);
        String year = form.value("year");
        if (!year.matches("\\d{4}")) {
            form.fault("year", page.texts(FigureTexts.class).noYear());
            return Response.status(422).entity(listPage(page, form)).build();
        }
        try {
            services.at("/denials/v1/figures")
                    .post(new Statistics.Propose(Integer.parseInt(year)), Statistics.Figures.class);
            return StepFrame.seeOther("/figures/" + year + "?done=proposed");
        } catch (Refusal refusal) {
            if (refusal.status() == 409) {
                return Response.status(409)
                        .entity(show(
                                page,
                                records().read(year),
                                "",
                                "",
                                form.faultAt("", page.texts(FigureTexts.class).stands())))
                        .build();
            }
            if (!Faults.isFault(refusal)) {
                throw refusal;
            }
            form.refused(
                    "year",
                    refusal.problem().errors().stream()
                            .map(Problem.Fault::detail)
                            .findFirst()
                            .orElse(Objects.requireNonNullElse(refusal.problem().detail(), "")));
            return Response.status(422).entity(listPage(page, form)).build();
        }
    }

    @Override
    protected Subject<Statistics.Figures> subject(String id) {
        return new OneRecord(id) {
            @Override
            public Overtaken overtaken(Statistics.Figures one, Page page) {
                return Overtaken.of(page.texts(FigureTexts.class).overtaken());
            }
        };
    }

    @Override
    protected String done(String word, Statistics.Figures one, Page page) {
        return word.equals("proposed") ? page.texts(FigureTexts.class).doneProposed() : "";
    }

    private TemplateInstance listPage(Page page, Form form) {
        List<Statistics.Figures> rows = services.at("/denials/v1/figures")
                .read(Statistics.OfYears.class)
                .items();
        // a year is over when it is over in UTC
        int last = LocalDate.now(clock.withZone(ZoneOffset.UTC)).getYear() - 1;
        List<Choice> years = IntStream.range(0, YEARS_TO_CHOOSE)
                .mapToObj(back -> last - back)
                .filter(year -> rows.stream().noneMatch(it -> it.year() == year && !it.waits()))
                .map(String::valueOf)
                .map(year -> Choice.of(year, year))
                .toList();
        return page.show(new YearList(page, listing(page, rows, form), form, years));
    }

    private static Listing listing(Page page, List<Statistics.Figures> rows, Form form) {
        FigureTexts texts = page.texts(FigureTexts.class);
        List<TableColumn<Statistics.Figures>> columns = List.of(
                TableColumn.heading(texts.year(), row -> Value.empty()
                        .link(String.valueOf(row.year()), "/figures/" + row.year())
                        .hidden("– " + texts.see())),
                TableColumn.of(texts.status(), row -> Value.empty()
                        .tag(texts.statusOf(row.status()), row.waits() ? "yellow" : "turquoise")
                        .quiet(row.published() ? texts.published() : "")),
                TableColumn.of(texts.denials(), row -> Value.of(page.number(row.denials()))),
                TableColumn.of(
                        texts.proposed(), row -> Value.of(row.proposedBy().name())),
                TableColumn.of(
                        texts.approved(),
                        row -> Value.of(
                                row.approvedBy() == null ? "" : row.approvedBy().name())));
        return Listing.of(
                        page,
                        texts.title(),
                        Narrowing.none("/figures", form),
                        Found.all(rows),
                        Table.of(texts.caption(), columns, rows))
                .beside(DenialViews.beside(DenialViews.FIGURES, page))
                .lead(texts.lead())
                .empty("", List.of(texts.none()), List.of());
    }

    @Override
    protected TemplateInstance show(Page page, Read<Statistics.Figures> now, String from, String done, Form form) {
        Statistics.Figures one = now.one();
        return page.show(new OneYear(
                page,
                one,
                String.valueOf(one.year()),
                now.etag(),
                done,
                form,
                page.is(it -> it.id().equals(one.proposedBy().id())),
                Counts.of(
                        page,
                        one.figures(),
                        Statistics.Figure::dimension,
                        Statistics.Figure::key,
                        it -> page.number(it.denials()))));
    }
}
