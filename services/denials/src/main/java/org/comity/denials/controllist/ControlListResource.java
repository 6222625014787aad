package org.comity.denials.controllist;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.comity.kernel.caller.CurrentCaller;
import org.comity.kernel.caller.Role;
import org.comity.kernel.paging.Page;
import org.comity.kernel.problem.KernelProblem;

/** The entries, for whoever may read denials. */
@Path("/denials/v1/control-list-entries")
@Produces(MediaType.APPLICATION_JSON)
class ControlListResource {

    private final ControlListReference reference;
    private final CurrentCaller caller;

    ControlListResource(ControlListReference reference, CurrentCaller caller) {
        this.reference = reference;
        this.caller = caller;
    }

    @GET
    public Page.Items<ControlListEntry> list() {
        if (caller.get().roles().isEmpty() || onlyAdministers()) {
            throw KernelProblem.FORBIDDEN.because("A role that reads denials is needed.");
        }
        return new Page.Items<>(List.copyOf(reference.entries()));
    }

    private boolean onlyAdministers() {
        return caller.get().roles().stream().allMatch(role -> role == Role.NATIONAL_ADMIN || role == Role.AUDITOR);
    }
}
