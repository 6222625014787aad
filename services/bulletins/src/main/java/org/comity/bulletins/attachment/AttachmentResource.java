package org.comity.bulletins.attachment;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.comity.bulletins.bulletin.BulletinAttachments;
import org.comity.bulletins.file.FileBounds;
import org.comity.bulletins.file.FileCleaner;
import org.comity.bulletins.file.FileTurns;
import org.comity.bulletins.file.SealedFiles;
import org.comity.bulletins.file.UncleanFile;
import org.comity.kernel.http.FormParts;
import org.comity.kernel.http.RecordVersion;
import org.comity.kernel.http.Reply;
import org.comity.kernel.problem.KernelProblem;
import org.comity.kernel.time.Identifiers;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;

/** The files of a bulletin over HTTP: openapi/bulletins.yaml. */
@Path("/bulletins/v1/bulletins/{id}/attachments")
@Produces(MediaType.APPLICATION_JSON)
class AttachmentResource {

    private final BulletinAttachments attachments;
    private final FileCleaner cleaner;
    private final SealedFiles files;
    private final FileTurns turns;
    private final Identifiers identifiers;

    AttachmentResource(
            BulletinAttachments attachments,
            FileCleaner cleaner,
            SealedFiles files,
            FileTurns turns,
            Identifiers identifiers) {
        this.attachments = attachments;
        this.cleaner = cleaner;
        this.files = files;
        this.turns = turns;
        this.identifiers = identifiers;
    }

    /** The form is read when it is known that the caller drafts: {@link DraftingDesk}. */
    @POST
    @DraftingDesk
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response add(
            RecordVersion version, @RestForm(FileUpload.ALL) List<FileUpload> uploads, MultipartFormDataInput parts) {
        attachments.requireRoom(version);
        FileUpload file = FormParts.file(parts, uploads, Set.of());
        if (file.size() > FileBounds.MOST_BYTES) {
            throw KernelProblem.TOO_LARGE.at("/file", "A file may have 5 MB.");
        }
        String name = FormParts.name(file);
        return turns.receiving(() -> add(version, name, file)).toResponse();
    }

    private Reply add(RecordVersion version, String name, FileUpload file) {
        try {
            return attachments.add(
                    version,
                    files.sealed(
                            version.id(),
                            identifiers.next(),
                            name,
                            cleaner.clean(
                                    name, Objects.requireNonNullElse(file.contentType(), ""), FormParts.bytes(file))));
        } catch (UncleanFile e) {
            throw KernelProblem.INVALID_VALUES.at("/file", e.reason());
        }
    }

    @DELETE
    @Path("{attachment}")
    public Response remove(RecordVersion version, @PathParam("attachment") UUID attachment) {
        return attachments.remove(version, attachment).toResponse();
    }

    @GET
    @Path("{attachment}")
    @Produces({"application/pdf", "image/png", "image/jpeg", "text/csv", MediaType.TEXT_PLAIN})
    public Response read(
            @PathParam("id") UUID id, @PathParam("attachment") UUID attachment, @Context RoutingContext asked) {
        return turns.sending(asked, () -> attachments.read(id, attachment));
    }
}
