package org.comity.portal.onward;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
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
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.comity.portal.api.Onward;
import org.comity.portal.api.OnwardApi;
import org.comity.portal.api.Problem;
import org.comity.portal.api.Refusal;
import org.comity.portal.api.Steps;
import org.comity.portal.denial.DenialTexts;
import org.comity.portal.denial.DenialViews;
import org.comity.portal.denial.Desk;
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
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestResponse;

/** The requests for onward release that a state has asked or is asked, and its answers. */
@Path("/onward")
@Produces(MediaType.TEXT_HTML)
class OnwardResource {

    private static final int ROWS = 25;

    @CheckedTemplate(basePath = "onward", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record OneRequest(
            Page page,
            Onward.Request one,
            Row row,
            String etag,
            String done,
            boolean overtaken,
            boolean answers,
            boolean waits,
            boolean withdraws,
            Form form)
            implements TemplateInstance {}

    /** A request in the person's language. */
    public record Row(Onward.Request one, String originator, String requesting, String states) {}

    private final Frames frames;
    private final OnwardApi onward;

    OnwardResource(Frames frames, @RestClient OnwardApi onward) {
        this.frames = frames;
        this.onward = onward;
    }

    @GET
    @Blocking
    public TemplateInstance list(@Context UriInfo address) {
        Page page = open();
        OnwardTexts texts = page.texts(OnwardTexts.class);
        Narrowing narrowing = Narrowing.of("/onward", List.of(), address.getQueryParameters());
        Found<Onward.Request> found = narrowing.ask(cursor -> onward.list(ROWS, cursor), Onward.Page::items);
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
        return onePage(open(), id, Form.blank(), done, false);
    }

    /** Who comes to the address of a step without taking it is led to the request. */
    @GET
    @Path("{id}/{step:grant|refuse|withdraw}")
    @Blocking
    public Response noAnswer(@PathParam("id") UUID id) {
        open();
        return Desk.seeOther("/onward/" + id);
    }

    @POST
    @Path("{id}/{step:grant|refuse|withdraw}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Blocking
    public Response answer(
            @PathParam("id") UUID id, @PathParam("step") String step, MultivaluedMap<String, String> sent) {
        Page page = open();
        Form form = Form.of(sent);
        String etag = form.value("etag");
        try {
            RestResponse<Onward.Request> answer =
                    switch (step) {
                        case "grant" -> onward.grant(id, etag, new Onward.Grant(form.text("text")));
                        case "refuse" -> onward.refuse(id, etag, new Onward.Refuse(form.text("reason")));
                        case "withdraw" -> onward.withdraw(id, etag, new Steps.Empty());
                        default -> throw new NotFoundException();
                    };
            return Desk.seeOther(
                    "/onward/" + id + "?done=" + answer.getEntity().status().name());
        } catch (Refusal refusal) {
            boolean overtaken = Desk.isOvertaken(refusal) || refusal.status() == 409;
            if (Desk.isFault(refusal) && !overtaken) {
                faults(form, refusal, step.equals("refuse") ? "reason" : "text", page, id);
            } else if (!overtaken) {
                throw refusal;
            }
            return Response.status(refusal.status())
                    .entity(onePage(page, id, form, "", overtaken))
                    .build();
        }
    }

    /** A fault of a state that was asked for has no field here: it stands in the summary, with the state's name. */
    private void faults(Form form, Refusal refusal, String field, Page page, UUID id) {
        List<String> states = onward.read(id).getEntity().states();
        for (Problem.Fault fault : refusal.problem().errors()) {
            String which = fault.pointer().replaceFirst("^.*/states/(?=\\d{1,3}$)", "");
            if (which.matches("\\d{1,3}") && Integer.parseInt(which) < states.size()) {
                String state = page.country(states.get(Integer.parseInt(which)));
                form.refusedAt("", fault.detail(), page.texts(DenialTexts.class).faultOf(state, fault.detail()));
            } else {
                form.refused(field, fault.detail());
            }
        }
    }

    private Page open() {
        return frames.open(Page.Section.DENIALS, Person::isOfficer);
    }

    private TemplateInstance onePage(Page page, UUID id, Form form, String done, boolean overtaken) {
        RestResponse<Onward.Request> answer = onward.read(id);
        Onward.Request one = answer.getEntity();
        Person person = page.person().orElseThrow();
        boolean theirs = one.isOpen() && person.isOf(one.originatorState());
        return page.show(new OneRequest(
                page,
                one,
                row(one, page),
                Objects.requireNonNullElse(answer.getHeaderString("ETag"), ""),
                Arrays.stream(Onward.Status.values())
                        .filter(it -> it.name().equals(done))
                        .map(page.texts(OnwardTexts.class)::done)
                        .collect(Collectors.joining()),
                overtaken,
                theirs && person.isApprover(),
                theirs && !person.isApprover(),
                one.isOpen() && person.isOf(one.requestingState()),
                form));
    }

    private static Row row(Onward.Request one, Page page) {
        return new Row(
                one,
                page.country(one.originatorState()),
                page.country(one.requestingState()),
                String.join(", ", page.countries(one.states())));
    }
}
