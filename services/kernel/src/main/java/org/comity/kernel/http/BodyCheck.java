package org.comity.kernel.http;

import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.ConstrainedTo;
import jakarta.ws.rs.RuntimeType;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;

/**
 * Checks each body before a resource gets it: no resource gets none, or one that breaks its own constraints.
 *
 * <p>Rules: R-317.
 */
@Provider
@ConstrainedTo(RuntimeType.SERVER)
class BodyCheck implements ReaderInterceptor {

    private final Instance<RequestBody> bodies;

    /** Takes the check when it is needed: interceptors are made before the running service is. */
    BodyCheck(Instance<RequestBody> bodies) {
        this.bodies = bodies;
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        return bodies.get().checked(context.proceed());
    }
}
