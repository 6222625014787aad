package org.comity.denials.consultation;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.comity.kernel.http.Reply;

/** A thread by its own id, which is the subject of its events. */
@Path("/denials/v1/consultation-threads")
@Produces(MediaType.APPLICATION_JSON)
class ConsultationThreadResource {

    private final ConsultationReader reader;
    private final Reply.Writer replies;

    ConsultationThreadResource(ConsultationReader reader, Reply.Writer replies) {
        this.reader = reader;
        this.replies = replies;
    }

    @GET
    @Path("{id}")
    public Response read(@PathParam("id") UUID id) {
        return replies.ok(reader.ofThread(id)).toResponse();
    }
}
