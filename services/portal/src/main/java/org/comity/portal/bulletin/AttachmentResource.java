package org.comity.portal.bulletin;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
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
import java.util.Optional;
import java.util.UUID;
import org.comity.portal.api.Bulletin;
import org.comity.portal.api.BulletinContent;
import org.comity.portal.api.Refusal;
import org.comity.portal.api.Services;
import org.comity.portal.form.Field;
import org.comity.portal.form.FileForm;
import org.comity.portal.page.Downloads;
import org.comity.portal.page.Form;
import org.comity.portal.page.Page;
import org.comity.portal.page.PersonMark;
import org.comity.portal.page.Texts;
import org.comity.portal.step.Asked;
import org.comity.portal.step.Faults;
import org.comity.portal.step.Read;
import org.comity.portal.step.Records;
import org.comity.portal.step.Step;
import org.comity.portal.step.StepFrame;
import org.comity.portal.step.StepPage;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;

/**
 * The files of a bulletin: attached to its draft and removed from it, one by one, and downloaded by who reads it.
 *
 * <p>Rules: R-371.
 */
@Path("/bulletins/{id}")
@Produces(MediaType.TEXT_HTML)
class AttachmentResource {

    private static final int TOO_LARGE = 413;

    /** As services/bulletins has it (docs/rules.md R-362). */
    private static final long MOST_BYTES = 5 * 1024 * 1024;

    private static final int MOST_FILES = 10;

    /**
     * @param about what each of the files is, in their order
     * @param room whether there is room for one more
     */
    @CheckedTemplate(basePath = "bulletin", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Attachments(
            Page page,
            String ref,
            Form form,
            String etag,
            String draft,
            String files,
            List<BulletinContent.Attachment> attachments,
            List<String> about,
            boolean room)
            implements TemplateInstance {}

    private final Records<Bulletin> bulletins;
    private final Services services;
    private final PersonMark marks;

    AttachmentResource(Records<Bulletin> bulletins, Services services, PersonMark marks) {
        this.bulletins = bulletins;
        this.services = services;
        this.marks = marks;
    }

    private String draft(UUID id) {
        return bulletins.home(id) + "/draft";
    }

    private String here(UUID id) {
        return draft(id) + "/attachments";
    }

    @GET
    @Path("draft/attachments")
    public Response list(@PathParam("id") UUID id) {
        Page page = bulletins.openForDesk();
        return show(page, id, Form.blank(), 200);
    }

    private Response show(Page page, UUID id, Form form, int status) {
        Read<Bulletin> now = bulletins.read(id);
        Bulletin one = now.one();
        if (!one.offers("edit")) {
            return StepFrame.seeOther(bulletins.home(id));
        }
        BulletinTexts texts = page.texts(BulletinTexts.class);
        List<BulletinContent.Attachment> files = one.draft().attachments();
        return Response.status(status)
                .entity(page.show(new Attachments(
                        page,
                        one.ref(),
                        form,
                        now.etag(),
                        draft(id),
                        BulletinForm.files(id),
                        files,
                        files.stream()
                                .map(it -> BulletinForm.about(it.type(), it.size(), texts, page))
                                .toList(),
                        files.size() < MOST_FILES)))
                .build();
    }

    @POST
    @Path("draft/attachments")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response attach(@PathParam("id") UUID id, MultipartFormDataInput input) {
        Page page = bulletins.openForDesk();
        FileForm sent = FileForm.of(input);
        marks.require(sent.texts());
        Form form = Form.of(sent.texts());
        BulletinTexts texts = page.texts(BulletinTexts.class);
        if (sent.file().isEmpty()) {
            form.fault("file", texts.fileMissing());
        } else if (sent.isLarger(MOST_BYTES)) {
            form.fault("file", texts.fileTooLarge());
        }
        if (form.isFaulty()) {
            return show(page, id, form, 422);
        }
        try {
            services.fileAt("/bulletins/v1/bulletins/{id}/attachments", id)
                    .step(form.value("etag"), sent.passedOn(), Bulletin.class);
            return StepFrame.seeOther(here(id));
        } catch (Refusal refusal) {
            return refused(page, id, form, refusal);
        }
    }

    /** A file that was refused has to be chosen once more: a browser keeps none. */
    private Response refused(Page page, UUID id, Form form, Refusal refusal) {
        BulletinTexts texts = page.texts(BulletinTexts.class);
        if (refusal.status() == TOO_LARGE) {
            form.fault("file", texts.fileTooLarge());
        } else if (Faults.isOvertaken(refusal)) {
            form.fault("file", texts.fileOvertaken());
        } else if (Faults.isFault(refusal)) {
            Faults.put(
                    form,
                    refusal,
                    List.of(Field.input("file", texts.file())),
                    pointer -> Optional.of(new Step.Place("", "")),
                    page);
        } else {
            throw refusal;
        }
        return show(page, id, form, refusal.status() == TOO_LARGE ? 422 : refusal.status());
    }

    /** A form that was given back after signing in again has lost its file. */
    @POST
    @Path("draft/attachments")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response attachAgain(@PathParam("id") UUID id, MultivaluedMap<String, String> sent) {
        Page page = bulletins.openForDesk();
        Form form = Form.of(sent);
        form.fault("file", page.texts(BulletinTexts.class).fileAgain());
        return show(page, id, form, 422);
    }

    @GET
    @Path("draft/attachments/{file}/remove")
    public Response askToRemove(@PathParam("id") UUID id, @PathParam("file") UUID file) {
        Page page = bulletins.openForDesk();
        Read<Bulletin> now = bulletins.read(id);
        Optional<BulletinContent.Attachment> named = now.one().draft().attachments().stream()
                .filter(it -> it.id().equals(file))
                .findFirst();
        if (!now.one().offers("edit") || named.isEmpty()) {
            return StepFrame.seeOther(here(id));
        }
        Texts texts = page.texts(Texts.class);
        return Response.ok(new StepPage(
                                page,
                                Asked.warning(texts.removeAsk(named.get().name()), texts.removeYes()),
                                now.one().ref(),
                                here(id) + "/" + file + "/remove",
                                here(id),
                                "",
                                now.etag(),
                                null,
                                Form.blank())
                        .show())
                .build();
    }

    @POST
    @Path("draft/attachments/{file}/remove")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response remove(
            @PathParam("id") UUID id, @PathParam("file") UUID file, MultivaluedMap<String, String> sent) {
        bulletins.openForDesk();
        try {
            services.at("/bulletins/v1/bulletins/{id}/attachments/{attachment}", id, file)
                    .remove(Form.of(sent).value("etag"), Bulletin.class);
        } catch (Refusal refusal) {
            if (Faults.isOvertaken(refusal)) {
                return StepFrame.seeOther(here(id) + "/" + file + "/remove");
            }
            throw refusal;
        }
        return StepFrame.seeOther(here(id));
    }

    @GET
    @Path("attachments/{file}")
    public Response read(@PathParam("id") UUID id, @PathParam("file") UUID file) {
        bulletins.open();
        return Downloads.of(services.streamAt("/bulletins/v1/bulletins/{id}/attachments/{attachment}", id, file)
                .open());
    }
}
