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

/** Returns in the denials service, after {@code openapi/denials.yaml}. */
@RegisterRestClient(configKey = "denials")
@RegisterProvider(TokenOfPerson.class)
@RegisterProvider(Answers.class)
@Path("/denials/v1/returns")
public interface ReturnsApi {

    @GET
    Returns.OfYear ofYear(@QueryParam("year") String year);

    @GET
    Returns.OfYear waiting(@QueryParam("waiting") boolean waiting);

    @POST
    RestResponse<Returns.Return> give(@HeaderParam("Idempotency-Key") String key, Returns.Give body);

    @GET
    @Path("/own-denials")
    Returns.Denied denied(@QueryParam("period") String period);

    @POST
    @Path("/{id}/correct")
    RestResponse<Returns.Return> correct(
            @PathParam("id") UUID id, @HeaderParam("If-Match") String etag, Returns.Give body);

    @GET
    @Path("/{id}")
    RestResponse<Returns.Return> read(@PathParam("id") UUID id);

    @POST
    @Path("/{id}/approve")
    RestResponse<Returns.Return> approve(
            @PathParam("id") UUID id, @HeaderParam("If-Match") String etag, Steps.Empty body);

    @POST
    @Path("/{id}/release")
    RestResponse<Returns.Return> release(
            @PathParam("id") UUID id, @HeaderParam("If-Match") String etag, Steps.Release body);

    @POST
    @Path("/{id}/return")
    RestResponse<Returns.Return> sendBack(
            @PathParam("id") UUID id, @HeaderParam("If-Match") String etag, Steps.Return body);
}
