package org.comity.bulletins.accesslog;

import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.comity.kernel.audit.AccessLog;
import org.comity.kernel.audit.AccessLogResource;

/** The access log of bulletins: what one's own people did. */
@Path("/bulletins/v1/access-log")
@Produces(MediaType.APPLICATION_JSON)
class AccessLogOfBulletins extends AccessLogResource {

    AccessLogOfBulletins(AccessLog log) {
        super(log);
    }
}
