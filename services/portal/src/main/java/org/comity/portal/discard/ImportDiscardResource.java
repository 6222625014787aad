package org.comity.portal.discard;

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
import org.comity.portal.api.DiscardsApi;
import org.comity.portal.api.Imports;
import org.comity.portal.api.ImportsApi;
import org.comity.portal.api.Refusal;
import org.comity.portal.api.Steps;
import org.comity.portal.denial.Desk;
import org.comity.portal.page.Form;
import org.comity.portal.page.Frames;
import org.comity.portal.page.Page;
import org.comity.portal.session.Person;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestResponse;

/** Throws away a file, with the drafts that it made. */
@Path("/imports/{id:[0-9a-fA-F-]{36}}/discard")
@Produces(MediaType.TEXT_HTML)
class ImportDiscardResource {

    private final Frames frames;
    private final ImportsApi imports;
    private final DiscardsApi discards;

    ImportDiscardResource(Frames frames, @RestClient ImportsApi imports, @RestClient DiscardsApi discards) {
        this.frames = frames;
        this.imports = imports;
        this.discards = discards;
    }

    static Page open(Frames frames) {
        return frames.open(Page.Section.DENIALS, Person::isOfficer);
    }

    @GET
    @Blocking
    public Response ask(@PathParam("id") UUID id) {
        return sure(open(frames), imports.read(id), false);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Blocking
    public Response discard(@PathParam("id") UUID id, MultivaluedMap<String, String> sent) {
        Page page = open(frames);
        try {
            discards.file(id, Form.of(sent).value("etag"), new Steps.Empty());
            return Desk.seeOther("/imports/" + id);
        } catch (Refusal refusal) {
            if (!Desk.isOvertaken(refusal) && refusal.status() != 409) {
                throw refusal;
            }
            return sure(page, imports.read(id), true);
        }
    }

    private static Response sure(Page page, RestResponse<Imports.Import> read, boolean overtaken) {
        Imports.Import one = read.getEntity();
        String here = "/imports/" + one.id();
        if (!one.status().isDiscardable()) {
            return Desk.seeOther(here + "?told=overtaken");
        }
        DiscardTexts texts = page.texts(DiscardTexts.class);
        boolean drafts = one.status() == Imports.Status.APPLIED;
        return Response.status(overtaken ? 412 : 200)
                .entity(page.show(new Sure(
                        page,
                        one.fileName(),
                        drafts ? texts.fileDraftsTitle() : texts.fileTitle(),
                        drafts
                                ? List.of(texts.fileDrafts(), texts.filePersons(), texts.fileItself())
                                : List.of(texts.fileItself()),
                        drafts ? texts.fileStays() : texts.fileNothing(),
                        here + "/discard",
                        here,
                        Objects.requireNonNullElse(read.getHeaderString("ETag"), ""),
                        drafts ? texts.fileDraftsYes() : texts.fileYes(),
                        overtaken)))
                .build();
    }
}
