package org.comity.portal.api;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Imports in the denials service, after {@code openapi/denials.yaml}; {@link FilesApi} moves the files themselves. */
@RegisterRestClient(configKey = "denials")
@RegisterProvider(TokenOfPerson.class)
@RegisterProvider(Answers.class)
@Path("/denials/v1/imports")
public interface ImportsApi {

    @GET
    RestResponse<Imports.Page> list(@QueryParam("limit") int limit, @QueryParam("cursor") @Nullable String cursor);

    @GET
    @Path("/{id}")
    RestResponse<Imports.Import> read(@PathParam("id") UUID id);

    @GET
    @Path("/{id}/records")
    Imports.Items records(@PathParam("id") UUID id);

    /** Takes the step apply, submit or approve. */
    @POST
    @Path("/{id}/{step}")
    RestResponse<Imports.Import> step(
            @PathParam("id") UUID id,
            @PathParam("step") String step,
            @HeaderParam("If-Match") String etag,
            Steps.Empty body);
}
