package org.comity.portal.onward;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.comity.portal.api.Onward;
import org.comity.portal.api.Services;
import org.comity.portal.denial.DenialViews;
import org.comity.portal.form.Field;
import org.comity.portal.list.Found;
import org.comity.portal.list.Listing;
import org.comity.portal.list.Narrowing;
import org.comity.portal.list.Table;
import org.comity.portal.list.TableColumn;
import org.comity.portal.page.Form;
import org.comity.portal.page.Page;
import org.comity.portal.page.Value;
import org.comity.portal.step.Read;
import org.comity.portal.step.RecordPages;
import org.comity.portal.step.Records;
import org.comity.portal.step.Subject;

/** The requests for onward release that a state has asked or is asked, and its answers. */
@Path("/onward")
@Produces(MediaType.TEXT_HTML)
class OnwardResource extends RecordPages<Onward.Request> {

    private static final int ROWS = 25;

    /** @param waits the person's state is asked, and an approver of it answers */
    @CheckedTemplate(basePath = "onward", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record OneRequest(
            Page page,
            Onward.Request one,
            String originator,
            String requesting,
            String states,
            String etag,
            String done,
            boolean waits,
            Form form,
            Field grant,
            Field refuse)
            implements TemplateInstance {}

    private final Services services;

    OnwardResource(Records<Onward.Request> requests, OnwardAnswers answers, Services services) {
        super(requests, List.of(answers));
        this.services = services;
    }

    @GET
    public TemplateInstance list(@Context UriInfo address) {
        Page page = records().open();
        OnwardTexts texts = page.texts(OnwardTexts.class);
        Narrowing narrowing = Narrowing.of("/onward", List.of(), address.getQueryParameters());
        Found<Onward.Request> found = narrowing.ask(
                cursor -> services.at("/denials/v1/onward-requests")
                        .with("limit", ROWS)
                        .with("cursor", cursor)
                        .answer(Onward.Page.class),
                Onward.Page::items);
        List<TableColumn<Onward.Request>> columns = List.of(
                TableColumn.heading(texts.denial(), row -> Value.empty()
                        .hidden(texts.see() + page.colon())
                        .referenceLink(row.denialRef(), "/onward/" + row.id())),
                TableColumn.of(texts.requesting(), row -> Value.of(page.country(row.requestingState()))),
                TableColumn.of(texts.to(), row -> Value.of(String.join(", ", page.countries(row.states())))),
                TableColumn.of(texts.asked(), row -> Value.of(page.moment(row.askedAt()))),
                TableColumn.of(texts.state(), row -> Value.of(texts.status(row.status()))));
        return Listing.of(page, texts.title(), narrowing, found, Table.of(texts.caption(), columns, found.items()))
                .beside(DenialViews.beside(DenialViews.ONWARD, page))
                .lead(texts.lead())
                .empty("", List.of(texts.none()), List.of())
                .show();
    }

    @Override
    protected Subject<Onward.Request> subject(String id) {
        return new OneRecord(id) {
            @Override
            public Overtaken overtaken(Onward.Request one, Page page) {
                return Overtaken.of(page.texts(OnwardTexts.class).overtaken());
            }
        };
    }

    @Override
    protected String done(String word, Onward.Request one, Page page) {
        OnwardTexts texts = page.texts(OnwardTexts.class);
        return Arrays.stream(Onward.Status.values())
                .filter(it -> it.name().equals(word))
                .map(texts::done)
                .collect(Collectors.joining());
    }

    @Override
    protected TemplateInstance show(Page page, Read<Onward.Request> now, String from, String done, Form form) {
        Onward.Request one = now.one();
        OnwardTexts texts = page.texts(OnwardTexts.class);
        return page.show(new OneRequest(
                page,
                one,
                page.country(one.originatorState()),
                page.country(one.requestingState()),
                String.join(", ", page.countries(one.states())),
                now.etag(),
                done,
                one.isOpen() && !one.offers("grant") && page.isOf(one.originatorState()),
                form,
                OnwardAnswers.grantField(texts),
                OnwardAnswers.refuseField(texts)));
    }
}
