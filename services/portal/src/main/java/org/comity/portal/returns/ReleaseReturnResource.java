package org.comity.portal.returns;

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
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.comity.portal.api.Codes;
import org.comity.portal.api.Reference;
import org.comity.portal.api.Refusal;
import org.comity.portal.api.Returns;
import org.comity.portal.api.ReturnsApi;
import org.comity.portal.api.Steps;
import org.comity.portal.denial.DenialTexts;
import org.comity.portal.denial.Desk;
import org.comity.portal.denial.ReleaseForm;
import org.comity.portal.denial.StepFrame;
import org.comity.portal.denial.Words;
import org.comity.portal.page.Choice;
import org.comity.portal.page.Form;
import org.comity.portal.page.Frames;
import org.comity.portal.page.Page;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestResponse;

/** Who may see a return, after it was released. */
@Path("/returns/{id:[0-9a-fA-F-]{36}}/release")
@Produces(MediaType.TEXT_HTML)
class ReleaseReturnResource {

    @CheckedTemplate(basePath = "returns", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Release(
            Page page,
            StepFrame step,
            Form form,
            List<Choice> modes,
            List<Choice> states,
            List<Choice> regimes,
            List<Choice> tlps,
            List<Choice> uses)
            implements TemplateInstance {}

    private final Frames frames;
    private final ReturnsApi returns;
    private final Reference reference;

    ReleaseReturnResource(Frames frames, @RestClient ReturnsApi returns, Reference reference) {
        this.frames = frames;
        this.returns = returns;
        this.reference = reference;
    }

    @GET
    @Blocking
    public Response ask(@PathParam("id") UUID id) {
        Page page = ReturnListResource.open(frames);
        RestResponse<Returns.Return> read = returns.read(id);
        Returns.Return one = read.getEntity();
        Form form = ReleaseForm.show(Form.blank(), one.releasability(), one.tlp(), one.permittedUse());
        return ReturnResource.isReleasedByOwn(one, page)
                ? Response.ok(page(page, read, form, false)).build()
                : Desk.seeOther("/returns/" + id);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Blocking
    public Response release(@PathParam("id") UUID id, MultivaluedMap<String, String> sent) {
        Page page = ReturnListResource.open(frames);
        Form form = Form.of(sent);
        try {
            returns.release(
                    id,
                    form.value("etag"),
                    new Steps.Release(
                            ReleaseForm.releasability(form, null),
                            form.code("tlp", Codes.Tlp.class),
                            form.codes("permittedUse", Codes.PermittedUse.class)));
            return Desk.seeOther("/returns/" + id + "?done=release");
        } catch (Refusal refusal) {
            RestResponse<Returns.Return> read = returns.read(id);
            boolean overtaken = Desk.isOvertaken(refusal);
            if (refusal.problem().slug().equals("widening-needs-approver")) {
                form.refused(
                        "mode", Objects.requireNonNullElse(refusal.problem().detail(), ""));
            } else if (Desk.isFault(refusal)) {
                ReturnForm.faults(
                        form,
                        refusal,
                        read.getEntity().kind(),
                        page.texts(ReturnTexts.class),
                        page.texts(DenialTexts.class));
            } else if (!overtaken) {
                throw refusal;
            }
            return Response.status(refusal.status())
                    .entity(page(page, read, form, overtaken))
                    .build();
        }
    }

    private TemplateInstance page(Page page, RestResponse<Returns.Return> read, Form form, boolean overtaken) {
        Returns.Return one = read.getEntity();
        Words words = new Words(page);
        var choices = ReleaseForm.Choices.of(reference.subscribingStates(), page, words);
        String here = "/returns/" + one.id();
        return page.show(new Release(
                page,
                new StepFrame(
                        page.texts(ReturnTexts.class).changeRelease(),
                        HalfYear.of(one.period()).words(page.texts(ReturnTexts.class)),
                        here + "/release",
                        here,
                        overtaken || !form.isFaulty() ? ReturnResource.etag(read) : form.value("etag"),
                        page.texts(ReturnTexts.class).changeReleaseNow(),
                        false,
                        overtaken),
                form,
                choices.modes(),
                choices.states(),
                choices.regimes(),
                choices.tlps(),
                choices.uses()));
    }
}
