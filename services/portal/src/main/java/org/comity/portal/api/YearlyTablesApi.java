package org.comity.portal.api;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The public tables, which the denials service shows to everybody: the one thing that the portal asks without a token. */
@RegisterRestClient(configKey = "denials")
@RegisterProvider(Answers.class)
@Path("/denials/v1/yearly-tables")
public interface YearlyTablesApi {

    @GET
    Statistics.YearlyTables tables();

    @GET
    @Path("/{year}")
    Statistics.YearlyTable table(@PathParam("year") int year);
}
