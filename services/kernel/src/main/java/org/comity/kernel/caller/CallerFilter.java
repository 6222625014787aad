package org.comity.kernel.caller;

import io.quarkus.arc.Unremovable;
import io.quarkus.runtime.configuration.ConfigUtils;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.comity.kernel.access.AccessGate;
import org.comity.kernel.problem.KernelProblem;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Lets a request in: a valid token, of one state or of the secretariat, whose access has not ended. No resource is
 * reached without it; a service needs no annotation for that.
 *
 * <p>Rules.
 */
@Provider
@Unremovable
@Priority(Priorities.AUTHENTICATION)
class CallerFilter implements ContainerRequestFilter {

    /** Only in these profiles is a realm that is marked as a demo good enough. */
    private static final Set<String> DEMO_PROFILES = Set.of("demo", "dev", "test");

    private final SecurityIdentity identity;
    private final CurrentCaller current;
    private final AccessGate gate;
    private final ResourceInfo asked;

    CallerFilter(SecurityIdentity identity, CurrentCaller current, AccessGate gate, @Context ResourceInfo asked) {
        this.identity = identity;
        this.current = current;
        this.gate = gate;
        this.asked = asked;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        if (asked.getResourceMethod() != null && asked.getResourceMethod().isAnnotationPresent(OpenToEveryone.class)) {
            return;
        }
        if (!BearerToken.hasForm(request.getHeaderString("Authorization"))
                || identity.isAnonymous()
                || !(identity.getPrincipal() instanceof JsonWebToken token)) {
            throw KernelProblem.UNAUTHENTICATED.because("Sign in, and send the access token as a bearer token.");
        }
        if (Boolean.TRUE.equals(isDemo(token)) && !demoAllowed(ConfigUtils.getProfiles())) {
            throw KernelProblem.UNAUTHENTICATED.because("This token comes from a demonstration realm.");
        }
        if (asked.getResourceMethod() != null && asked.getResourceMethod().isAnnotationPresent(ForDelivery.class)) {
            current.set(gate.admit(deliverer(token)));
            return;
        }
        Optional<Caller> caller = TokenCaller.read(token, identity.getRoles());
        if (caller.isEmpty()) {
            throw KernelProblem.NO_STATE.because("The token must name exactly one organization of this system.");
        }
        current.set(gate.admit(caller.get()));
    }

    /** The deliverer, which is of no state; for everybody else there is no such address. */
    private static Caller deliverer(JsonWebToken token) {
        if (token.getSubject() == null || !ForDelivery.CLIENT.equals(token.<String>getClaim("azp"))) {
            throw KernelProblem.NOT_FOUND.because("There is no such address.");
        }
        return new Caller(
                new Person(token.getSubject(), ForDelivery.CLIENT),
                Optional.empty(),
                Set.of(),
                Optional.empty(),
                ForDelivery.CLIENT);
    }

    private static boolean isDemo(JsonWebToken token) {
        Object claim = token.getClaim("comity_demo");
        return claim != null && Boolean.parseBoolean(claim.toString());
    }

    static boolean demoAllowed(List<String> profiles) {
        return profiles.stream().anyMatch(DEMO_PROFILES::contains);
    }
}
