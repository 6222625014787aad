package org.comity.subscriptions.accesslog;

import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.comity.kernel.audit.AccessLog;
import org.comity.kernel.audit.AccessLogResource;

/** The access log of subscriptions: what one's own people did. */
@Path("/subscriptions/v1/access-log")
@Produces(MediaType.APPLICATION_JSON)
class AccessLogOfSubscriptions extends AccessLogResource {

    AccessLogOfSubscriptions(AccessLog log) {
        super(log);
    }
}
