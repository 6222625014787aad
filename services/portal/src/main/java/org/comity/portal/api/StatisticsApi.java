package org.comity.portal.api;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Counts and figures in the denials service, after {@code openapi/denials.yaml}. */
@RegisterRestClient(configKey = "denials")
@RegisterProvider(TokenOfPerson.class)
@RegisterProvider(Answers.class)
@Path("/denials/v1")
public interface StatisticsApi {

    @GET
    @Path("/statistics")
    Statistics.Counted count(
            @QueryParam("by") String by,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("item") @Nullable String item,
            @QueryParam("destination") @Nullable String destination,
            @QueryParam("originator") @Nullable String originator);

    @GET
    @Path("/figures")
    Statistics.OfYears figures();

    @POST
    @Path("/figures")
    RestResponse<Statistics.Figures> propose(Statistics.Propose body);

    @GET
    @Path("/figures/{year}")
    RestResponse<Statistics.Figures> figures(@PathParam("year") int year);

    @POST
    @Path("/figures/{year}/approve")
    RestResponse<Statistics.Figures> approve(
            @PathParam("year") int year, @HeaderParam("If-Match") String etag, Steps.Empty body);
}
