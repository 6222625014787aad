package org.comity.portal.consultation;

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
import org.comity.portal.api.Consultation;
import org.comity.portal.api.ConsultationSteps;
import org.comity.portal.api.ConsultationsApi;
import org.comity.portal.api.Refusal;
import org.comity.portal.page.Form;
import org.comity.portal.page.Keys;
import org.comity.portal.page.Page;
import org.comity.portal.page.Texts;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestResponse;

/** Internal notes, for the licensing desk of the state that wrote them. An edit conflict shows both texts. */
@Path("/consultations")
@Produces(MediaType.TEXT_HTML)
class NoteResource {

    @CheckedTemplate(basePath = "consultation", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record NotePage(Page page, Consultation one, Consultation.Note note, String etag, Form form, boolean conflict)
            implements TemplateInstance {}

    private final Desk desk;
    private final ConsultationPages pages;
    private final ConsultationsApi consultations;

    NoteResource(Desk desk, ConsultationPages pages, @RestClient ConsultationsApi consultations) {
        this.desk = desk;
        this.pages = pages;
        this.consultations = consultations;
    }

    @POST
    @Path("{id}/notes")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Blocking
    public Response write(@PathParam("id") UUID id, MultivaluedMap<String, String> sent) {
        Page page = desk.openForDesk();
        Form form = Form.of(sent);
        try {
            consultations.writeNote(id, form.key(), new ConsultationSteps.Text(form.text("text")));
            return Desk.seeOther(Desk.home(id) + "?done=noted#notes");
        } catch (Refusal refusal) {
            if (!Keys.isUsedUp(form, refusal, Desk.home(id) + "#notes", page.texts(Texts.class))) {
                fault(form, refusal, page);
            }
            return Response.status(refusal.status())
                    .entity(pages.page(page, desk.read(id), "", "", form))
                    .build();
        }
    }

    /** Who comes to the address without a note is led to where notes are. */
    @GET
    @Path("{id}/notes")
    @Blocking
    public Response noNote(@PathParam("id") UUID id) {
        desk.openForDesk();
        return Desk.seeOther(Desk.home(id) + "#notes");
    }

    @GET
    @Path("{id}/notes/{note}")
    @Blocking
    public TemplateInstance ask(@PathParam("id") UUID id, @PathParam("note") UUID note) {
        Page page = desk.openForDesk();
        RestResponse<Consultation.Note> now = consultations.note(id, note);
        return show(page, id, now, Form.blank().put("text", now.getEntity().text()), false);
    }

    @POST
    @Path("{id}/notes/{note}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Blocking
    public Response edit(@PathParam("id") UUID id, @PathParam("note") UUID note, MultivaluedMap<String, String> sent) {
        Page page = desk.openForDesk();
        Form form = Form.of(sent);
        try {
            consultations.editNote(id, note, form.value("etag"), new ConsultationSteps.Text(form.text("text")));
            return Desk.seeOther(Desk.home(id) + "?done=noted#notes");
        } catch (Refusal refusal) {
            boolean conflict = Desk.isOvertaken(refusal);
            if (!conflict) {
                fault(form, refusal, page);
            }
            return Response.status(refusal.status())
                    .entity(show(page, id, consultations.note(id, note), form, conflict))
                    .build();
        }
    }

    private static void fault(Form form, Refusal refusal, Page page) {
        if (!Desk.isFault(refusal)) {
            throw refusal;
        }
        ConsultationTexts texts = page.texts(ConsultationTexts.class);
        refusal.problem()
                .errors()
                .forEach(it -> form.refused("text", it.detail(), texts.faultOf(texts.noteAsk(), it.detail())));
        if (!form.isFaulty()) {
            form.refused("text", Desk.detail(refusal));
        }
    }

    /** With the version just read where a colleague was quicker, so that saving again means it; otherwise its own. */
    private TemplateInstance show(
            Page page, UUID id, RestResponse<Consultation.Note> now, Form form, boolean conflict) {
        String read = Objects.requireNonNullElse(now.getHeaderString("ETag"), "");
        String etag = conflict || form.value("etag").isEmpty() ? read : form.value("etag");
        return page.show(new NotePage(page, desk.read(id).one(), now.getEntity(), etag, form, conflict));
    }
}
