package org.comity.portal.api;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.client.api.ClientMultipartForm;
import org.jspecify.annotations.Nullable;

/** Files in and out of the denials service, after {@code openapi/denials.yaml}; it may take longer than a page. */
@RegisterRestClient(configKey = "denials-files")
@RegisterProvider(TokenOfPerson.class)
@RegisterProvider(Answers.class)
@Path("/denials/v1")
public interface FilesApi {

    @POST
    @Path("/imports")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    RestResponse<Imports.Import> receive(@HeaderParam("Idempotency-Key") String key, ClientMultipartForm form);

    @GET
    @Path("/imports/template")
    @Produces(MediaType.WILDCARD)
    RestResponse<byte[]> template(@QueryParam("format") String format);

    @GET
    @Path("/imports/{id}/annotated")
    @Produces(MediaType.WILDCARD)
    RestResponse<byte[]> annotated(@PathParam("id") UUID id);

    @GET
    @Path("/denials/{id}/document")
    @Produces(MediaType.WILDCARD)
    RestResponse<byte[]> document(@PathParam("id") UUID id);

    @GET
    @Path("/denials/{id}/tearline/document")
    @Produces(MediaType.WILDCARD)
    RestResponse<byte[]> tearline(@PathParam("id") UUID id);

    @GET
    @Path("/exports")
    @Produces(MediaType.WILDCARD)
    RestResponse<byte[]> export(
            @QueryParam("format") String format,
            @QueryParam("status") List<Codes.DenialStatus> status,
            @QueryParam("item") @Nullable String item,
            @QueryParam("destination") @Nullable String destination,
            @QueryParam("originator") @Nullable String originator,
            @QueryParam("waiting") @Nullable Boolean waiting);
}
