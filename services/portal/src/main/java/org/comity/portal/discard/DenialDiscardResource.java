package org.comity.portal.discard;

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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.comity.portal.api.Denial;
import org.comity.portal.api.DiscardsApi;
import org.comity.portal.api.Refusal;
import org.comity.portal.api.Steps;
import org.comity.portal.denial.DenialActions;
import org.comity.portal.denial.Desk;
import org.comity.portal.page.Form;
import org.comity.portal.page.Frames;
import org.comity.portal.page.Page;
import org.comity.portal.session.Person;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Throws away the draft of a denial, or what is proposed to do with one that is in force. */
@Path("/denials/{id}/discard")
@Produces(MediaType.TEXT_HTML)
class DenialDiscardResource {

    private final Frames frames;
    private final Desk desk;
    private final DiscardsApi discards;

    DenialDiscardResource(Frames frames, Desk desk, @RestClient DiscardsApi discards) {
        this.frames = frames;
        this.desk = desk;
        this.discards = discards;
    }

    private Page open() {
        return frames.open(Page.Section.DENIALS, Person::isOfficer);
    }

    @GET
    @Blocking
    public Response ask(@PathParam("id") UUID id, @QueryParam("gone") @DefaultValue("") String gone) {
        Page page = open();
        if (gone.matches(Gone.REFERENCE)) {
            return Response.ok(page.show(new Gone(page, gone, "/denials?status=DRAFT")))
                    .build();
        }
        return sure(page, desk.read(id), false);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Blocking
    public Response discard(@PathParam("id") UUID id, MultivaluedMap<String, String> sent) {
        Page page = open();
        String ref = desk.read(id).denial().ref();
        try {
            boolean isGone = discards.denial(id, Form.of(sent).value("etag"), new Steps.Empty())
                            .getStatus()
                    == 204;
            return Desk.seeOther(
                    isGone ? "/denials/" + id + "/discard?gone=" + ref : "/denials/" + id + "?done=dropped");
        } catch (Refusal refusal) {
            if (!Desk.isOvertaken(refusal) && refusal.status() != 409) {
                throw refusal;
            }
            return sure(page, desk.read(id), true);
        }
    }

    private static Response sure(Page page, Desk.Read now, boolean overtaken) {
        Denial one = now.denial();
        return DenialActions.of(one, page.person()).discard()
                ? Response.status(overtaken ? 412 : 200)
                        .entity(page.show(page(page, now, overtaken)))
                        .build()
                : Desk.seeOther("/denials/" + one.id() + "?done=overtaken");
    }

    private static TemplateInstance page(Page page, Desk.Read now, boolean overtaken) {
        DiscardTexts texts = page.texts(DiscardTexts.class);
        Denial one = now.denial();
        String here = "/denials/" + one.id();
        if (one.proposal() != null) {
            Denial.ProposalKind kind = one.proposal().kind();
            return new Sure(
                    page,
                    one.ref(),
                    texts.proposalTitle(kind),
                    List.of(texts.proposalContent()),
                    texts.inForceStays(),
                    here + "/discard",
                    here,
                    now.etag(),
                    texts.toProposal(kind),
                    overtaken);
        }
        boolean amendment = one.amendment() != null;
        return new Sure(
                page,
                one.ref(),
                amendment ? texts.amendmentTitle() : texts.draftTitle(),
                amendment
                        ? List.of(texts.amendmentContent())
                        : List.of(texts.draftContent(), texts.draftPersons(), texts.reference(one.ref())),
                amendment ? texts.inForceStays() : texts.draftStays(),
                here + "/discard",
                here + "/draft",
                now.etag(),
                amendment ? texts.amendmentYes() : texts.draftYes(),
                overtaken);
    }
}
