package org.comity.subscriptions.subscriber;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** What a person prefers, over HTTP: openapi/subscriptions.yaml. */
@Path("/subscriptions/v1/preferences")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class PreferencesResource {

    private final Subscribers subscribers;

    PreferencesResource(Subscribers subscribers) {
        this.subscribers = subscribers;
    }

    @GET
    public Response read() {
        return subscribers.read().toResponse();
    }

    @PUT
    public Response edit(@HeaderParam("If-Match") @Nullable String ifMatch, Subscribers.Preferences body) {
        return subscribers.edit(ifMatch, body).toResponse();
    }
}
