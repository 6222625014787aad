package org.comity.portal.request;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Objects;
import org.comity.portal.api.InformationRequest;
import org.comity.portal.api.Reference;
import org.comity.portal.api.Services;
import org.comity.portal.bulletin.BulletinViews;
import org.comity.portal.denial.DenialTexts;
import org.comity.portal.draft.Reading;
import org.comity.portal.list.Filter;
import org.comity.portal.list.Found;
import org.comity.portal.list.Listing;
import org.comity.portal.list.Narrowing;
import org.comity.portal.list.Table;
import org.comity.portal.list.TableColumn;
import org.comity.portal.page.Choice;
import org.comity.portal.page.Colours;
import org.comity.portal.page.Form;
import org.comity.portal.page.Page;
import org.comity.portal.page.Value;
import org.comity.portal.session.Person;
import org.comity.portal.step.Offer;
import org.comity.portal.step.Read;
import org.comity.portal.step.RecordPages;
import org.comity.portal.step.RecordSteps;
import org.comity.portal.step.Records;

/** Requests for information: those that the own state asks, those that it is asked, and one with its threads. */
@Path("/requests")
@Produces(MediaType.TEXT_HTML)
class RequestResource extends RecordPages<InformationRequest> {

    private static final int ROWS = 25;

    /** @param own whether the reader's state asks */
    @CheckedTemplate(basePath = "request", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record OneRequest(
            Page page,
            InformationRequest one,
            String etag,
            boolean own,
            List<Offer> offers,
            List<Reading> reading,
            Form form,
            String done)
            implements TemplateInstance {}

    private final Services services;
    private final Reference reference;

    RequestResource(
            Records<InformationRequest> requests,
            Instance<RecordSteps<InformationRequest>> described,
            Services services,
            Reference reference) {
        super(requests, described);
        this.services = services;
        this.reference = reference;
    }

    @GET
    public TemplateInstance list(@Context UriInfo address) {
        Page page = records().open();
        RequestTexts texts = page.texts(RequestTexts.class);
        Narrowing narrowing = Narrowing.of(
                "/requests",
                List.of(
                        Filter.choice(
                                "direction",
                                texts.direction(),
                                texts.anyDirection(),
                                List.of(Choice.of("RECEIVED", texts.received()), Choice.of("SENT", texts.sent()))),
                        Filter.choice(
                                "status",
                                texts.statusLabel(),
                                texts.anyStatus(),
                                Choice.all(InformationRequest.Status.class, texts::status))),
                address.getQueryParameters());
        Found<InformationRequest> found = narrowing.ask(
                cursor -> services.at("/bulletins/v1/requests")
                        .with("direction", narrowing.value("direction"))
                        .with("status", narrowing.value("status"))
                        .with("limit", ROWS)
                        .with("cursor", cursor)
                        .answer(InformationRequest.Page.class),
                InformationRequest.Page::items);
        Listing list = Listing.of(
                        page,
                        texts.title(),
                        narrowing,
                        found,
                        Table.of(texts.caption(), columns(page, texts), found.items()))
                .filtered(texts.filterLabel(), page.texts(DenialTexts.class).listFiltered())
                .beside(BulletinViews.beside(BulletinViews.REQUESTS, page))
                .lead(texts.lead())
                .empty("", List.of(narrowing.isActive() ? texts.noMatches() : texts.none()), List.of());
        return page.is(Person::writesBulletins)
                ? list.button(texts.askStates(), "/requests/new").show()
                : list.show();
    }

    private static List<TableColumn<InformationRequest>> columns(Page page, RequestTexts texts) {
        return List.of(
                TableColumn.heading(
                        texts.reference(), row -> Value.empty().referenceLink(row.ref(), "/requests/" + row.id())),
                TableColumn.of(texts.subject(), row -> Value.of(row.subject())),
                TableColumn.of(texts.asking(), row -> Value.of(page.country(row.originatorState()))),
                TableColumn.of(texts.statusLabel(), row -> Value.empty()
                        .tag(texts.status(row.status()), Colours.colour(row.status()))),
                TableColumn.of(
                        texts.answers(),
                        row -> page.isOf(row.originatorState())
                                ? Value.of(texts.answered(
                                        answered(row), row.threads().size()))
                                : Value.of(own(row, texts, page))));
    }

    private static int answered(InformationRequest row) {
        return (int)
                row.threads().stream().filter(it -> it.answeredAt() != null).count();
    }

    /** How the own state's thread stands. */
    private static String own(InformationRequest row, RequestTexts texts, Page page) {
        return row.threads().stream()
                .map(it -> it.answeredAt() != null
                        ? texts.answeredOn(page.moment(it.answeredAt()))
                        : it.overdue()
                                ? texts.overdueSince(page.moment(it.dueAt()))
                                : texts.until(page.moment(it.dueAt())))
                .findFirst()
                .orElse("");
    }

    @Override
    protected OneRecord subject(String id) {
        return new OneRecord(id) {
            @Override
            public String called(InformationRequest one, Page page) {
                return one.ref();
            }

            @Override
            public String backText(InformationRequest one, Page page) {
                return page.texts(RequestTexts.class).backTo(one.ref());
            }

            @Override
            public Overtaken overtaken(InformationRequest one, Page page) {
                return Overtaken.of(page.texts(RequestTexts.class).overtaken());
            }
        };
    }

    @Override
    protected String done(String word, InformationRequest one, Page page) {
        return Objects.equals(word, "submitted")
                ? page.texts(RequestTexts.class).doneSubmitted()
                : "";
    }

    @Override
    protected TemplateInstance show(Page page, Read<InformationRequest> now, String from, String done, Form form) {
        InformationRequest one = now.one();
        boolean own = page.isOf(one.originatorState());
        return page.show(new OneRequest(
                page,
                one,
                now.etag(),
                own,
                Offer.of(subject(one.id().toString()), steps(), one, page),
                own ? RequestForm.reading(one, page, reference, "") : List.of(),
                form,
                done));
    }
}
