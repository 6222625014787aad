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

/** Consultations in the denials service, after {@code openapi/denials.yaml}. */
@RegisterRestClient(configKey = "denials")
@RegisterProvider(TokenOfPerson.class)
@RegisterProvider(Answers.class)
@Path("/denials/v1/consultations")
public interface ConsultationsApi {

    @GET
    RestResponse<Consultation.Page> list(
            @QueryParam("status") List<ConsultationCodes.Status> status,
            @QueryParam("role") @Nullable String role,
            @QueryParam("state") @Nullable String state,
            @QueryParam("item") @Nullable String item,
            @QueryParam("destination") @Nullable String destination,
            @QueryParam("denial") @Nullable String denial,
            @QueryParam("order") @Nullable String order,
            @QueryParam("limit") int limit,
            @QueryParam("cursor") @Nullable String cursor);

    @POST
    RestResponse<Consultation> draft(@HeaderParam("Idempotency-Key") String key, ConsultationContent content);

    @GET
    @Path("/{id}")
    RestResponse<Consultation> read(@PathParam("id") UUID id);

    @PUT
    @Path("/{id}")
    RestResponse<Consultation> edit(
            @PathParam("id") UUID id, @HeaderParam("If-Match") String etag, ConsultationContent content);

    @POST
    @Path("/{id}/submit")
    RestResponse<Consultation> submit(@PathParam("id") UUID id, @HeaderParam("If-Match") String etag, Steps.Empty body);

    @POST
    @Path("/{id}/return")
    RestResponse<Consultation> giveBack(
            @PathParam("id") UUID id, @HeaderParam("If-Match") String etag, Steps.Return body);

    @POST
    @Path("/{id}/approve")
    RestResponse<Consultation> approve(
            @PathParam("id") UUID id, @HeaderParam("If-Match") String etag, Steps.Empty body);

    @POST
    @Path("/{id}/decide")
    RestResponse<Consultation> decide(
            @PathParam("id") UUID id, @HeaderParam("If-Match") String etag, ConsultationSteps.Decide body);

    @POST
    @Path("/{id}/withdraw")
    RestResponse<Consultation> withdraw(
            @PathParam("id") UUID id, @HeaderParam("If-Match") String etag, Steps.Empty body);

    @POST
    @Path("/{id}/undercut-notice")
    RestResponse<Consultation> undercutNotice(
            @PathParam("id") UUID id, @HeaderParam("If-Match") String etag, ConsultationSteps.Notice body);

    @POST
    @Path("/{id}/essential-interest-notice")
    RestResponse<Consultation> essentialInterestNotice(
            @PathParam("id") UUID id, @HeaderParam("If-Match") String etag, ConsultationSteps.Notice body);

    @POST
    @Path("/{id}/close")
    RestResponse<Consultation> close(@PathParam("id") UUID id, @HeaderParam("If-Match") String etag, Steps.Empty body);

    @POST
    @Path("/{id}/threads/{state}/reply")
    RestResponse<Consultation> reply(
            @PathParam("id") UUID id,
            @PathParam("state") String state,
            @HeaderParam("If-Match") String etag,
            ConsultationSteps.Reply body);

    @POST
    @Path("/{id}/threads/{state}/ask")
    RestResponse<Consultation> ask(
            @PathParam("id") UUID id,
            @PathParam("state") String state,
            @HeaderParam("If-Match") String etag,
            ConsultationSteps.Text body);

    @POST
    @Path("/{id}/threads/{state}/answer")
    RestResponse<Consultation> answer(
            @PathParam("id") UUID id,
            @PathParam("state") String state,
            @HeaderParam("If-Match") String etag,
            ConsultationSteps.Text body);

    @POST
    @Path("/{id}/threads/{state}/extend")
    RestResponse<Consultation> extend(
            @PathParam("id") UUID id,
            @PathParam("state") String state,
            @HeaderParam("If-Match") String etag,
            ConsultationSteps.Extend body);

    @GET
    @Path("/{id}/notes")
    Consultation.Notes notes(@PathParam("id") UUID id);

    @POST
    @Path("/{id}/notes")
    RestResponse<Consultation.Note> writeNote(
            @PathParam("id") UUID id, @HeaderParam("Idempotency-Key") String key, ConsultationSteps.Text body);

    @GET
    @Path("/{id}/notes/{note}")
    RestResponse<Consultation.Note> note(@PathParam("id") UUID id, @PathParam("note") UUID note);

    @PUT
    @Path("/{id}/notes/{note}")
    RestResponse<Consultation.Note> editNote(
            @PathParam("id") UUID id,
            @PathParam("note") UUID note,
            @HeaderParam("If-Match") String etag,
            ConsultationSteps.Text body);
}
