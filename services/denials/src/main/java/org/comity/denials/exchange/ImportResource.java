package org.comity.denials.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.comity.denials.content.NoDuty;
import org.comity.denials.denial.BulkDenials;
import org.comity.denials.denial.ReturnDenialRequest;
import org.comity.kernel.http.ETag;
import org.comity.kernel.http.FormParts;
import org.comity.kernel.http.Idempotency;
import org.comity.kernel.http.NothingMore;
import org.comity.kernel.http.RecordVersion;
import org.comity.kernel.http.RequestBody;
import org.comity.kernel.paging.PageRequest;
import org.comity.kernel.problem.KernelProblem;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;
import org.jspecify.annotations.Nullable;

/** Imports over HTTP: openapi/denials.yaml. */
@Path(ImportResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
class ImportResource {

    static final String PATH = "/denials/v1/imports";

    private static final Set<String> PARTS = Set.of("settings");

    private final ImportService service;
    private final BulkDenials denials;
    private final RequestBody bodies;
    private final Idempotency idempotency;
    private final FilePlaces files;
    private final ObjectMapper json;

    ImportResource(
            ImportService service,
            BulkDenials denials,
            RequestBody bodies,
            Idempotency idempotency,
            FilePlaces files,
            ObjectMapper json) {
        this.service = service;
        this.denials = denials;
        this.bodies = bodies;
        this.idempotency = idempotency;
        this.files = files;
        this.json = json;
    }

    /** The form is read when the caller's right is known: {@link ImportDesk}. */
    @POST
    @ImportDesk
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response receive(
            @RestForm(FileUpload.ALL) List<FileUpload> uploads,
            @RestForm("settings") List<String> texts,
            MultipartFormDataInput parts,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey)
            throws JsonProcessingException {
        FileUpload file = FormParts.file(parts, uploads, PARTS);
        String settings = texts.isEmpty() ? "" : texts.getFirst();
        if (settings.isBlank()) {
            throw KernelProblem.MALFORMED_REQUEST.at("/settings", "The part settings is missing.");
        }
        ImportSettings wanted = bodies.present(json.readValue(settings, ImportSettings.class));
        String name = FormParts.name(file);
        return files.reading(() -> {
                    byte[] bytes = FormParts.bytes(file);
                    return idempotency.once(
                            idempotencyKey,
                            PATH,
                            new Received(name, ETag.of(bytes), wanted),
                            () -> service.receive(name, bytes, wanted, PATH));
                })
                .toResponse();
    }

    /** All that was sent, which a repeated request must equal; of the file its hash stands for it. */
    private record Received(String fileName, ETag file, ImportSettings settings) {}

    @GET
    public Response list(
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri) {
        denials.desk();
        return service.list(PageRequest.of(limit, cursor)).toResponse(uri, NoDuty.Listed::new);
    }

    @GET
    @Path("template")
    @Produces({FileFormat.CSV_TYPE, FileFormat.XLSX_TYPE})
    public Response template(@QueryParam("format") @Nullable String format) {
        denials.desk();
        FileFormat wanted = FileFormat.parse(format == null ? "csv" : format)
                .orElseThrow(() -> KernelProblem.MALFORMED_REQUEST.at("format", "A format is csv or xlsx."));
        return download("denials." + wanted.name().toLowerCase(Locale.ROOT), wanted, FileWriter.template(wanted));
    }

    @GET
    @Path("{id}")
    public Response read(@PathParam("id") UUID id) {
        return service.read(id).toResponse();
    }

    @GET
    @Path("{id}/records")
    public NoDuty.Listed<ImportRecord> records(@PathParam("id") UUID id) {
        return new NoDuty.Listed<>(service.records(id));
    }

    @GET
    @Path("{id}/annotated")
    @Produces({FileFormat.CSV_TYPE, FileFormat.XLSX_TYPE})
    public Response annotated(@PathParam("id") UUID id) {
        ImportService.Annotated file = files.reading(() -> service.annotated(id));
        return download("annotated-" + file.fileName(), file.format(), file.file());
    }

    private static Response download(String name, FileFormat format, byte[] file) {
        String safe = name.replaceAll("[^A-Za-z0-9._-]", "_");
        return Response.ok(file, format.mediaType())
                .header("Content-Disposition", "attachment; filename=\"" + safe + "\"")
                .build();
    }

    @POST
    @Path("{id}/apply")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response apply(RecordVersion version, NothingMore body) {
        return service.begin(version, ImportStep.APPLY).toResponse();
    }

    @POST
    @Path("{id}/submit")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response submit(RecordVersion version, NothingMore body) {
        return service.begin(version, ImportStep.SUBMIT).toResponse();
    }

    @POST
    @Path("{id}/approve")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response approve(RecordVersion version, NothingMore body) {
        return service.begin(version, ImportStep.APPROVE).toResponse();
    }

    @POST
    @Path("{id}/return")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response sendBack(RecordVersion version, ReturnDenialRequest body) {
        return service.sendBack(version, body.reason()).toResponse();
    }

    @POST
    @Path("{id}/discard")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response discard(RecordVersion version, NothingMore body) {
        return service.begin(version, ImportStep.DISCARD).toResponse();
    }
}
