package org.comity.portal.returns;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.comity.portal.api.Returns;
import org.comity.portal.api.Services;
import org.comity.portal.page.Form;
import org.comity.portal.page.Frames;
import org.comity.portal.page.Page;
import org.comity.portal.page.Texts;
import org.comity.portal.session.Person;
import org.comity.portal.step.Read;
import org.comity.portal.step.Step;
import org.comity.portal.step.StepFrame;
import org.comity.portal.step.Subject;

/** One return: reading it, and the steps that are taken with it. */
@Path("/returns/{id:[0-9a-fA-F-]{36}}")
@Produces(MediaType.TEXT_HTML)
class ReturnResource {

    private final Frames frames;
    private final Services services;
    private final Instance<ReturnSteps> described;

    ReturnResource(Frames frames, Services services, Instance<ReturnSteps> described) {
        this.frames = frames;
        this.services = services;
        this.described = described;
    }

    @GET
    @Blocking
    public TemplateInstance one(@PathParam("id") UUID id, @QueryParam("done") @DefaultValue("") String done) {
        Page page = ReturnListResource.open(frames);
        Form form = Form.blank();
        if (done.equals(StepFrame.GONE)) {
            form.faultAt("", page.texts(Texts.class).stepGone());
        }
        return ReturnPages.page(
                page, Read.of(services.at("/denials/v1/returns/{id}", id).answer(Returns.Return.class)), done, form);
    }

    private StepFrame<Returns.Return> steps(UUID id) {
        List<Step<Returns.Return>> steps =
                described.stream().flatMap(it -> it.of(id).stream()).toList();
        Subject<Returns.Return> subject = Subject.of(
                        () -> frames.open(Page.Section.DENIALS, Person::isOfficer),
                        () -> Read.of(
                                services.at("/denials/v1/returns/{id}", id).answer(Returns.Return.class)),
                        "/returns/" + id)
                .called(ReturnPages::called)
                .stands((one, page) -> page.texts(ReturnTexts.class).status(one.status()))
                .page((page, now, form) -> ReturnPages.page(page, now, "", form));
        return StepFrame.of(subject, steps);
    }

    @GET
    @Path("{step:approve|return|release|discard}")
    @Blocking
    public Response ask(@PathParam("id") UUID id, @PathParam("step") String step) {
        return steps(id).ask(step);
    }

    @POST
    @Path("{step:approve|return|release|discard}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Blocking
    public Response take(
            @PathParam("id") UUID id, @PathParam("step") String step, MultivaluedMap<String, String> sent) {
        return steps(id).take(step, sent);
    }
}
