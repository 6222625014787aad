package org.comity.registry.reference;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.comity.kernel.caller.CurrentCaller;
import org.comity.kernel.paging.Page;
import org.comity.kernel.problem.KernelProblem;

/** Reference data over HTTP: openapi/registry.yaml. */
@Path("/registry/v1")
@Produces(MediaType.APPLICATION_JSON)
class ReferenceResource {

    private final ReferenceData reference;
    private final CurrentCaller caller;

    ReferenceResource(ReferenceData reference, CurrentCaller caller) {
        this.reference = reference;
        this.caller = caller;
    }

    @GET
    @Path("commitments")
    public Page.Items<ReferenceRow> commitments() {
        refuseWhoHasNoRole();
        return new Page.Items<>(reference.commitments());
    }

    @GET
    @Path("meeting-tags")
    public Page.Items<ReferenceRow> meetingTags() {
        refuseWhoHasNoRole();
        return new Page.Items<>(reference.meetingTags());
    }

    private void refuseWhoHasNoRole() {
        if (caller.get().roles().isEmpty()) {
            throw KernelProblem.FORBIDDEN.because("A role in this system is needed.");
        }
    }
}
