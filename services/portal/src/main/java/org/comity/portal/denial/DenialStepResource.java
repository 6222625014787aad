package org.comity.portal.denial;

import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.comity.portal.api.Denial;
import org.comity.portal.session.Person;
import org.comity.portal.step.Step;
import org.comity.portal.step.StepFrame;
import org.comity.portal.step.Subject;

/** The steps in the life of a denial. Each package that has some describes them. */
@Path("/denials")
@Produces(MediaType.TEXT_HTML)
class DenialStepResource {

    private final Desk desk;
    private final DenialPages pages;
    private final Instance<DenialSteps> described;

    DenialStepResource(Desk desk, DenialPages pages, Instance<DenialSteps> described) {
        this.desk = desk;
        this.pages = pages;
        this.described = described;
    }

    private StepFrame<Denial> steps(UUID id) {
        List<Step<Denial>> steps =
                described.stream().flatMap(it -> it.of(id).stream()).toList();
        Subject<Denial> subject = Subject.of(() -> desk.open(Person::isOfficer), () -> desk.read(id), "/denials/" + id)
                .called((one, page) -> one.ref())
                .stands((one, page) -> new Words(page).status(one.status()))
                .page((page, now, form) -> pages.page(page, now, "", "", form));
        return StepFrame.of(subject, steps);
    }

    @GET
    @Path("{id}/{step:approve|return|release|amend|renew|revoke|proposal|discard|onward}")
    @Blocking
    public Response ask(@PathParam("id") UUID id, @PathParam("step") String step) {
        return steps(id).ask(step);
    }

    @POST
    @Path("{id}/{step:approve|return|release|amend|renew|revoke|proposal|discard|onward}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Blocking
    public Response take(
            @PathParam("id") UUID id, @PathParam("step") String step, MultivaluedMap<String, String> sent) {
        return steps(id).take(step, sent);
    }
}
