package org.comity.portal.onward;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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
import org.comity.portal.page.Frames;
import org.comity.portal.page.Page;
import org.comity.portal.page.Value;
import org.comity.portal.session.Person;
import org.comity.portal.step.Read;
import org.comity.portal.step.Step;
import org.comity.portal.step.StepFrame;
import org.comity.portal.step.Subject;

/** The requests for onward release that a state has asked or is asked, and its answers. */
@Path("/onward")
@Produces(MediaType.TEXT_HTML)
class OnwardResource {

    private static final int ROWS = 25;

    @CheckedTemplate(basePath = "onward", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record OneRequest(
            Page page,
            Onward.Request one,
            String originator,
            String requesting,
            String states,
            String etag,
            String done,
            boolean answers,
            boolean waits,
            boolean withdraws,
            Form form,
            Field grant,
            Field refuse)
            implements TemplateInstance {}

    private final Frames frames;
    private final Services services;

    OnwardResource(Frames frames, Services services) {
        this.frames = frames;
        this.services = services;
    }

    @GET
    @Blocking
    public TemplateInstance list(@Context UriInfo address) {
        Page page = open();
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

    @GET
    @Path("{id}")
    @Blocking
    public TemplateInstance one(@PathParam("id") UUID id, @QueryParam("done") @DefaultValue("") String done) {
        Page page = open();
        return onePage(
                page,
                Read.of(services.at("/denials/v1/onward-requests/{id}", id).answer(Onward.Request.class)),
                Form.blank(),
                done);
    }

    // Answers

    private StepFrame<Onward.Request> steps(UUID id) {
        Subject<Onward.Request> subject = Subject.of(
                        this::open,
                        () -> Read.of(services.at("/denials/v1/onward-requests/{id}", id)
                                .answer(Onward.Request.class)),
                        "/onward/" + id)
                .overtaken((one, page) ->
                        Subject.Overtaken.of(page.texts(OnwardTexts.class).overtaken()))
                .page((page, now, form) -> onePage(page, now, form, ""));
        return StepFrame.of(subject, List.of(grant(id), refuse(id), withdraw(id)));
    }

    @GET
    @Path("{id}/{step:grant|refuse|withdraw}")
    @Blocking
    public Response ask(@PathParam("id") UUID id, @PathParam("step") String step) {
        return steps(id).ask(step);
    }

    @POST
    @Path("{id}/{step:grant|refuse|withdraw}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Blocking
    public Response answer(
            @PathParam("id") UUID id, @PathParam("step") String step, MultivaluedMap<String, String> sent) {
        return steps(id).take(step, sent);
    }

    private Step<Onward.Request> grant(UUID id) {
        return Step.of("grant", OnwardResource::answers)
                .typed((one, page) -> List.of(grantField(page.texts(OnwardTexts.class))))
                // a state that was asked for has no field here: its fault stands in the summary, with its name
                .places((one, page) ->
                        pointer -> state(pointer, one.states()).map(it -> new Step.Place("", page.country(it))))
                .sends((one, form, page) -> new Onward.Grant(form.text("text")), (etag, body) -> services.at(
                                "/denials/v1/onward-requests/{id}/grant", id)
                        .step(etag, body, Onward.Request.class))
                .done(Onward.Status.GRANTED.name());
    }

    private static Optional<String> state(String pointer, List<String> states) {
        String which = pointer.replaceFirst("^.*/states/(?=\\d{1,3}$)", "");
        return which.matches("\\d{1,3}") && Integer.parseInt(which) < states.size()
                ? Optional.of(states.get(Integer.parseInt(which)))
                : Optional.empty();
    }

    private static Field grantField(OnwardTexts texts) {
        return Field.area("text", texts.grantText(), 2).most(4000);
    }

    private static Field refuseField(OnwardTexts texts) {
        return Field.area("reason", texts.refuseText(), 2).most(4000);
    }

    private Step<Onward.Request> refuse(UUID id) {
        return Step.of("refuse", OnwardResource::answers)
                .typed((one, page) -> List.of(refuseField(page.texts(OnwardTexts.class))))
                .sends((one, form, page) -> new Onward.Refuse(form.text("reason")), (etag, body) -> services.at(
                                "/denials/v1/onward-requests/{id}/refuse", id)
                        .step(etag, body, Onward.Request.class))
                .done(Onward.Status.REFUSED.name());
    }

    private Step<Onward.Request> withdraw(UUID id) {
        return Step.<Onward.Request>of("withdraw", (one, page) -> one.isOpen() && isOf(one.requestingState(), page))
                .sends((etag, body) -> services.at("/denials/v1/onward-requests/{id}/withdraw", id)
                        .step(etag, body, Onward.Request.class))
                .done(Onward.Status.WITHDRAWN.name());
    }

    private static boolean isOf(String state, Page page) {
        return page.person().filter(it -> it.isOf(state)).isPresent();
    }

    private static boolean answers(Onward.Request one, Page page) {
        return one.isOpen()
                && isOf(one.originatorState(), page)
                && page.person().filter(Person::isApprover).isPresent();
    }

    private Page open() {
        return frames.open(Page.Section.DENIALS, Person::isOfficer);
    }

    private static TemplateInstance onePage(Page page, Read<Onward.Request> now, Form form, String done) {
        Onward.Request one = now.one();
        OnwardTexts texts = page.texts(OnwardTexts.class);
        boolean answers = answers(one, page);
        return page.show(new OneRequest(
                page,
                one,
                page.country(one.originatorState()),
                page.country(one.requestingState()),
                String.join(", ", page.countries(one.states())),
                now.etag(),
                Arrays.stream(Onward.Status.values())
                        .filter(it -> it.name().equals(done))
                        .map(texts::done)
                        .collect(Collectors.joining()),
                answers,
                !answers && one.isOpen() && isOf(one.originatorState(), page),
                one.isOpen() && isOf(one.requestingState(), page),
                form,
                grantField(texts),
                refuseField(texts)));
    }
}
