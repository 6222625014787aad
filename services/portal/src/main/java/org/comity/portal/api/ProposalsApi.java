package org.comity.portal.api;

import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestResponse;

/** Renewals and revocations in the denials service, after {@code openapi/denials.yaml}. */
@RegisterRestClient(configKey = "denials")
@RegisterProvider(TokenOfPerson.class)
@RegisterProvider(Answers.class)
@Path("/denials/v1/denials/{id}")
public interface ProposalsApi {

    @POST
    @Path("/renew")
    RestResponse<Denial> renew(@PathParam("id") UUID id, @HeaderParam("If-Match") String etag, Steps.Renew body);

    @POST
    @Path("/revoke")
    RestResponse<Denial> revoke(@PathParam("id") UUID id, @HeaderParam("If-Match") String etag, Steps.Revoke body);
}
