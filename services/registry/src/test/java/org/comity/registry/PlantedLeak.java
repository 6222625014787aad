package org.comity.registry;

import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.comity.kernel.test.ComityServers;
import org.comity.kernel.test.TestServers;
import org.jspecify.annotations.Nullable;

/** Leaks, one at a time, that a mistake could bring into the API; the oracle must catch each. Tests only. */
@Provider
@Priority(1)
class PlantedLeak implements ContainerResponseFilter {

    enum Kind {
        /** An answer counts what others did. */
        COUNT,
        /** A key is refused since somebody else used it. */
        KEY_OF_ANOTHER,
        /** A tag derives from something that others changed. */
        ETAG,
        /** An answer tells whose access has ended. */
        ENDED_ACCESS,
    }

    static volatile @Nullable Kind planted;

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        TestServers servers = ComityServers.servers();
        switch (planted) {
            case null -> {
                // nothing is planted
            }
            case COUNT -> response.getHeaders().putSingle("X-Requests", others(servers));
            case KEY_OF_ANOTHER -> {
                if (response.getStatus() == 201
                        && servers.count("select count(*) from idempotent_reply where key = 'oracle'") > 1) {
                    response.setStatus(409);
                }
            }
            case ETAG -> {
                if (response.getHeaders().containsKey("ETag")) {
                    response.getHeaders().putSingle("ETag", "\"" + others(servers) + "\"");
                }
            }
            case ENDED_ACCESS -> response.getHeaders().putSingle("X-Ended", ended(servers));
        }
    }

    private static long others(TestServers servers) {
        return servers.count("select count(*) from audit_entry where person = 'somebody'");
    }

    private static long ended(TestServers servers) {
        try (Connection connection = servers.superuser(servers.accessDatabase());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from access_ended")) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
