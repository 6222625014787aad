package org.comity.portal.discard;

import io.smallrye.common.annotation.Blocking;
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
import java.util.Objects;
import java.util.UUID;
import org.comity.portal.api.Consultation;
import org.comity.portal.api.ConsultationCodes.Role;
import org.comity.portal.api.ConsultationCodes.Status;
import org.comity.portal.api.ConsultationsApi;
import org.comity.portal.api.DiscardsApi;
import org.comity.portal.api.Refusal;
import org.comity.portal.api.Steps;
import org.comity.portal.denial.Desk;
import org.comity.portal.page.Form;
import org.comity.portal.page.Frames;
import org.comity.portal.page.Page;
import org.comity.portal.session.Person;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestResponse;

/** Throws away the draft of a consultation. */
@Path("/consultations/{id}/discard")
@Produces(MediaType.TEXT_HTML)
class ConsultationDiscardResource {

    private final Frames frames;
    private final ConsultationsApi consultations;
    private final DiscardsApi discards;

    ConsultationDiscardResource(
            Frames frames, @RestClient ConsultationsApi consultations, @RestClient DiscardsApi discards) {
        this.frames = frames;
        this.consultations = consultations;
        this.discards = discards;
    }

    private Page open() {
        return frames.open(Page.Section.CONSULTATIONS, Person::isOfficer);
    }

    @GET
    @Blocking
    public Response ask(@PathParam("id") UUID id, @QueryParam("gone") @DefaultValue("") String gone) {
        Page page = open();
        if (gone.matches(Gone.REFERENCE)) {
            return Response.ok(page.show(new Gone(page, gone, "/consultations?view=sent")))
                    .build();
        }
        return sure(page, consultations.read(id), false);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Blocking
    public Response discard(@PathParam("id") UUID id, MultivaluedMap<String, String> sent) {
        Page page = open();
        String ref = consultations.read(id).getEntity().ref();
        try {
            discards.consultation(id, Form.of(sent).value("etag"), new Steps.Empty());
            return Desk.seeOther("/consultations/" + id + "/discard?gone=" + ref);
        } catch (Refusal refusal) {
            if (!Desk.isOvertaken(refusal) && refusal.status() != 409) {
                throw refusal;
            }
            return sure(page, consultations.read(id), true);
        }
    }

    private static Response sure(Page page, RestResponse<Consultation> read, boolean overtaken) {
        Consultation one = read.getEntity();
        String here = "/consultations/" + one.id();
        if (one.role() != Role.SENT || one.status() != Status.DRAFT) {
            return Desk.seeOther(here);
        }
        DiscardTexts texts = page.texts(DiscardTexts.class);
        return Response.status(overtaken ? 412 : 200)
                .entity(page.show(new Sure(
                        page,
                        one.ref(),
                        texts.draftTitle(),
                        List.of(
                                texts.consultationContent(),
                                texts.draftPersons(),
                                texts.consultationNotes(),
                                texts.reference(one.ref())),
                        texts.draftStays(),
                        here + "/discard",
                        here + "/draft",
                        Objects.requireNonNullElse(read.getHeaderString("ETag"), ""),
                        texts.draftYes(),
                        overtaken)))
                .build();
    }
}
