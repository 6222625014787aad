package org.comity.portal.discard;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Objects;
import java.util.UUID;
import org.comity.portal.api.DiscardsApi;
import org.comity.portal.api.Imports;
import org.comity.portal.api.ImportsApi;
import org.comity.portal.api.Problem;
import org.comity.portal.api.Refusal;
import org.comity.portal.api.Steps;
import org.comity.portal.denial.Desk;
import org.comity.portal.denial.StepFrame;
import org.comity.portal.page.Form;
import org.comity.portal.page.Frames;
import org.comity.portal.page.Page;
import org.comity.portal.session.Person;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestResponse;

/** Sends all that was submitted with a file back to the officer, with a reason. */
@Path("/imports/{id:[0-9a-fA-F-]{36}}/return")
@Produces(MediaType.TEXT_HTML)
class ImportReturnResource {

    @CheckedTemplate(basePath = "discard", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record SendBack(Page page, StepFrame step, Form form) implements TemplateInstance {}

    private final Frames frames;
    private final ImportsApi imports;
    private final DiscardsApi discards;

    ImportReturnResource(Frames frames, @RestClient ImportsApi imports, @RestClient DiscardsApi discards) {
        this.frames = frames;
        this.imports = imports;
        this.discards = discards;
    }

    @GET
    @Blocking
    public Response ask(@PathParam("id") UUID id) {
        Page page = ImportDiscardResource.open(frames);
        return page(page, imports.read(id), Form.blank(), 200);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Blocking
    public Response sendBack(@PathParam("id") UUID id, MultivaluedMap<String, String> sent) {
        Page page = ImportDiscardResource.open(frames);
        Form form = Form.of(sent);
        try {
            String reason = Objects.requireNonNullElse(form.text("reason"), "");
            discards.sendBack(id, form.value("etag"), new Steps.Return(reason));
            return Desk.seeOther("/imports/" + id);
        } catch (Refusal refusal) {
            if (Desk.isFault(refusal)) {
                form.refused(
                        "reason",
                        refusal.problem().errors().stream()
                                .map(Problem.Fault::detail)
                                .findFirst()
                                .orElse(Objects.requireNonNullElse(
                                        refusal.problem().title(), "")));
            } else if (!Desk.isOvertaken(refusal) && refusal.status() != 409) {
                throw refusal;
            }
            return page(page, imports.read(id), form, refusal.status());
        }
    }

    private static Response page(Page page, RestResponse<Imports.Import> read, Form form, int status) {
        Imports.Import one = read.getEntity();
        String here = "/imports/" + one.id();
        boolean open = one.status() == Imports.Status.SUBMITTED
                || one.status() == Imports.Status.RETURNING && one.interrupted();
        if (!open || page.person().filter(Person::isApprover).isEmpty()) {
            return Desk.seeOther(here + (status == 200 ? "" : "?told=overtaken"));
        }
        DiscardTexts texts = page.texts(DiscardTexts.class);
        StepFrame frame = new StepFrame(
                texts.sendBackTitle(),
                one.fileName(),
                here + "/return",
                here,
                Objects.requireNonNullElse(read.getHeaderString("ETag"), ""),
                texts.sendBackNow(),
                false,
                status == 412);
        return Response.status(status)
                .entity(page.show(new SendBack(page, frame, form)))
                .build();
    }
}
