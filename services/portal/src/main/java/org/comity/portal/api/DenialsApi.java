package org.comity.portal.api;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The denials service, after {@code openapi/denials.yaml}. */
@RegisterRestClient(configKey = "denials")
@RegisterProvider(TokenOfPerson.class)
@RegisterProvider(Answers.class)
@Path("/denials/v1")
public interface DenialsApi {

    @GET
    @Path("/denials")
    RestResponse<DenialSummary.Page> list(
            @QueryParam("status") List<Codes.DenialStatus> status,
            @QueryParam("item") @Nullable String item,
            @QueryParam("destination") @Nullable String destination,
            @QueryParam("originator") @Nullable String originator,
            @QueryParam("waiting") @Nullable Boolean waiting,
            @QueryParam("limit") int limit,
            @QueryParam("cursor") @Nullable String cursor);

    @GET
    @Path("/denials")
    RestResponse<DenialSummary.Page> assessmentsOwed(
            @QueryParam("assessmentDue") boolean assessmentDue, @QueryParam("limit") int limit);

    @POST
    @Path("/denials")
    RestResponse<Denial> draft(@HeaderParam("Idempotency-Key") String key, DenialContent content);

    @GET
    @Path("/denials/{id}")
    RestResponse<Denial> read(@PathParam("id") UUID id);

    @PUT
    @Path("/denials/{id}")
    RestResponse<Denial> edit(@PathParam("id") UUID id, @HeaderParam("If-Match") String etag, DenialContent content);

    @POST
    @Path("/denials/{id}/submit")
    RestResponse<Denial> submit(@PathParam("id") UUID id, @HeaderParam("If-Match") String etag, Steps.Empty body);

    @POST
    @Path("/denials/{id}/return")
    RestResponse<Denial> giveBack(@PathParam("id") UUID id, @HeaderParam("If-Match") String etag, Steps.Return body);

    @POST
    @Path("/denials/{id}/approve")
    RestResponse<Denial> approve(@PathParam("id") UUID id, @HeaderParam("If-Match") String etag, Steps.Release body);

    @POST
    @Path("/denials/{id}/release")
    RestResponse<Denial> release(@PathParam("id") UUID id, @HeaderParam("If-Match") String etag, Steps.Release body);

    @POST
    @Path("/denials/{id}/amend")
    RestResponse<Denial> amend(@PathParam("id") UUID id, @HeaderParam("If-Match") String etag, Steps.Empty body);

    @GET
    @Path("/access-log")
    RestResponse<AccessLog.Page> accessLog(
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("person") @Nullable String person,
            @QueryParam("record") @Nullable String record,
            @QueryParam("decision") @Nullable String decision,
            @QueryParam("limit") int limit,
            @QueryParam("cursor") @Nullable String cursor);

    @GET
    @Path("/access-log/records")
    RestResponse<AccessLog.OpenedPage> openedRecords(
            @QueryParam("record") @Nullable String record,
            @QueryParam("limit") int limit,
            @QueryParam("cursor") @Nullable String cursor);

    @GET
    @Path("/control-list-entries")
    ControlListEntries controlListEntries();
}
