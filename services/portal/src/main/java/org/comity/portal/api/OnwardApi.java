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

/** Onward release in the denials service, after {@code openapi/denials.yaml}. */
@RegisterRestClient(configKey = "denials")
@RegisterProvider(TokenOfPerson.class)
@RegisterProvider(Answers.class)
@Path("/denials/v1")
public interface OnwardApi {

    @POST
    @Path("/denials/{id}/onward-requests")
    RestResponse<Onward.Request> ask(
            @PathParam("id") UUID denial, @HeaderParam("Idempotency-Key") String key, Onward.Ask body);

    @GET
    @Path("/onward-requests")
    RestResponse<Onward.Page> list(@QueryParam("limit") int limit, @QueryParam("cursor") @Nullable String cursor);

    @GET
    @Path("/onward-requests/{id}")
    RestResponse<Onward.Request> read(@PathParam("id") UUID id);

    @POST
    @Path("/onward-requests/{id}/grant")
    RestResponse<Onward.Request> grant(
            @PathParam("id") UUID id, @HeaderParam("If-Match") String etag, Onward.Grant body);

    @POST
    @Path("/onward-requests/{id}/refuse")
    RestResponse<Onward.Request> refuse(
            @PathParam("id") UUID id, @HeaderParam("If-Match") String etag, Onward.Refuse body);

    @POST
    @Path("/onward-requests/{id}/withdraw")
    RestResponse<Onward.Request> withdraw(
            @PathParam("id") UUID id, @HeaderParam("If-Match") String etag, Steps.Empty body);
}
