package org.comity.denials.exchange;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import org.comity.denials.denial.ReadableDenials;
import org.comity.kernel.problem.KernelProblem;
import org.jspecify.annotations.Nullable;

/** The caller's list of denials as a file: openapi/denials.yaml. */
@Path("/denials/v1/exports")
@Produces({MediaType.APPLICATION_JSON, FileFormat.CSV_TYPE, FileFormat.XLSX_TYPE})
class ExportResource {

    /** The most denials in a file. */
    static final int MOST = 5_000;

    private final ReadableDenials denials;
    private final ExportedDenials exported;

    ExportResource(ReadableDenials denials, ExportedDenials exported) {
        this.denials = denials;
        this.exported = exported;
    }

    @GET
    public Response export(@QueryParam("format") @Nullable String format, @Context UriInfo uri) throws IOException {
        boolean json = "json".equalsIgnoreCase(format);
        FileFormat file = json
                ? FileFormat.CSV
                : FileFormat.parse(format == null ? "csv" : format)
                        .orElseThrow(
                                () -> KernelProblem.MALFORMED_REQUEST.at("format", "A format is csv, xlsx or json."));
        ExportedDenials.Writing writing = json ? exported.json() : exported.rows(file);
        if (!denials.each(uri.getQueryParameters(), MOST, writing::add)) {
            throw ImportProblem.TOO_MANY_RECORDS.because(
                    "A file holds at most %,d denials. Narrow the filter.".formatted(MOST));
        }
        return json
                ? download("denials.json", MediaType.APPLICATION_JSON, writing.done())
                : download(
                        "denials." + file.name().toLowerCase(java.util.Locale.ROOT), file.mediaType(), writing.done());
    }

    private static Response download(String name, String mediaType, byte[] file) {
        return Response.ok(file, mediaType)
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .build();
    }
}
