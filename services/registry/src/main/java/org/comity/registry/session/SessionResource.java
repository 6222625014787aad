package org.comity.registry.session;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.comity.kernel.access.AccessSubject;
import org.comity.kernel.caller.CurrentCaller;
import org.comity.registry.access.EndedAccess;

/**
 * Signing out: whoever is signed in, whatever the roles, ends the session that the token belongs to, and no other. The
 * tokens of that session are refused by every service from then on, though they would still be valid for minutes.
 */
@Path("/registry/v1/sign-outs")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class SessionResource {

    private final EndedAccess access;
    private final CurrentCaller caller;

    SessionResource(EndedAccess access, CurrentCaller caller) {
        this.access = access;
        this.caller = caller;
    }

    @POST
    public Response signOut(SignOutRequest body) {
        String session = caller.get()
                .session()
                .orElseThrow(() -> SessionProblem.NO_SESSION.because("This token belongs to no sign-in session."));
        access.end(AccessSubject.session(session), "Signed out");
        return Response.noContent().build();
    }
}
