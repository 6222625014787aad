package org.comity.portal.api;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/** The registry, after {@code openapi/registry.yaml}. */
@RegisterRestClient(configKey = "registry")
@RegisterProvider(TokenOfPerson.class)
@RegisterProvider(Answers.class)
@Path("/registry/v1")
public interface RegistryApi {

    @GET
    @Path("/states")
    State.Page states(@QueryParam("status") Codes.@Nullable StateStatus status, @QueryParam("limit") int limit);

    @GET
    @Path("/states/{iso2}")
    State state(@PathParam("iso2") String iso2);

    @POST
    @Path("/sign-outs")
    void signOut(Steps.Empty body);
}
