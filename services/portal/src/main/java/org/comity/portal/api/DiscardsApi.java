package org.comity.portal.api;

import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestResponse;

/** What throws a draft away or sends a file back in the denials service, after {@code openapi/denials.yaml}. */
@RegisterRestClient(configKey = "denials")
@RegisterProvider(TokenOfPerson.class)
@RegisterProvider(Answers.class)
@Path("/denials/v1")
public interface DiscardsApi {

    /** Nothing is left of a draft; of a denial in force its proposal is dropped. */
    @POST
    @Path("/denials/{id}/discard")
    RestResponse<Denial> denial(@PathParam("id") UUID id, @HeaderParam("If-Match") String etag, Steps.Empty body);

    @POST
    @Path("/consultations/{id}/discard")
    RestResponse<Void> consultation(@PathParam("id") UUID id, @HeaderParam("If-Match") String etag, Steps.Empty body);

    @POST
    @Path("/imports/{id}/discard")
    RestResponse<Imports.Import> file(@PathParam("id") UUID id, @HeaderParam("If-Match") String etag, Steps.Empty body);

    @POST
    @Path("/returns/{id}/discard")
    RestResponse<Returns.Return> correction(
            @PathParam("id") UUID id, @HeaderParam("If-Match") String etag, Steps.Empty body);

    @POST
    @Path("/imports/{id}/return")
    RestResponse<Imports.Import> sendBack(
            @PathParam("id") UUID id, @HeaderParam("If-Match") String etag, Steps.Return body);
}
