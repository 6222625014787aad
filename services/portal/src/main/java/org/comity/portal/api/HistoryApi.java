package org.comity.portal.api;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/** Versions, receipts, warnings and tear-line copies in the denials service, after {@code openapi/denials.yaml}. */
@RegisterRestClient(configKey = "denials")
@RegisterProvider(TokenOfPerson.class)
@RegisterProvider(Answers.class)
@Path("/denials/v1/denials/{id}")
public interface HistoryApi {

    @GET
    @Path("/versions")
    History.Versions versions(@PathParam("id") UUID id);

    @GET
    @Path("/versions/{version}/changes")
    History.Changes changes(
            @PathParam("id") UUID id, @PathParam("version") int version, @QueryParam("since") int since);

    @GET
    @Path("/warnings")
    Warnings warnings(@PathParam("id") UUID id);

    /** The warnings as if it were released so. */
    @GET
    @Path("/warnings")
    Warnings warningsOf(
            @PathParam("id") UUID id,
            @QueryParam("inForce") boolean inForce,
            @QueryParam("mode") Codes.@Nullable ReleaseMode mode,
            @QueryParam("state") List<String> states,
            @QueryParam("excluded") List<String> excluded,
            @QueryParam("regime") Codes.@Nullable Regime regime);

    @GET
    @Path("/tearline")
    Tearline tearline(@PathParam("id") UUID id);

    @GET
    @Path("/receipts")
    History.Receipts receipts(@PathParam("id") UUID id);
}
