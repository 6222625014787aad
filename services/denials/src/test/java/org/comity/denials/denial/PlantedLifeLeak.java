package org.comity.denials.denial;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;
import org.comity.kernel.test.ComityServers;
import org.jspecify.annotations.Nullable;

/** Leaks of what is hidden in the life of a denial, one at a time; LifeOracleTest must catch each. Tests only. */
@Provider
@Priority(1)
class PlantedLifeLeak implements ContainerResponseFilter {

    enum Kind {
        /** A reader sees that something is proposed. */
        PROPOSAL,
        /** A reader sees that a final assessment was asked for. */
        FINAL_ASSESSMENT_ASKED_FOR,
        /** A list counts hidden denials that are overdue. */
        OVERDUE_COUNT,
        /** Who has returned is told of states whose return is hidden. */
        WHO_HAS_RETURNED,
        /** A hidden return is refused instead of absent. */
        RETURN_FORBIDDEN_INSTEAD_OF_ABSENT
    }

    static volatile @Nullable Kind planted;

    private final ObjectMapper json;

    PlantedLifeLeak(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        Kind kind = planted;
        if (kind == null) {
            return;
        }
        String path = request.getUriInfo().getPath();
        boolean found = request.getMethod().equals("GET") && response.getStatus() == 200;
        switch (kind) {
            case PROPOSAL -> {
                if (found && path.matches(".*/denials/[^/]+")) {
                    add(response, "select count(*) from denial_file where proposal is not null");
                }
            }
            case FINAL_ASSESSMENT_ASKED_FOR -> {
                if (found && path.matches(".*/denials/[^/]+")) {
                    add(response, "select count(final_assessment_asked_for) from denial_file");
                }
            }
            case OVERDUE_COUNT -> {
                if (found && path.endsWith("/denials")) {
                    add(response, "select count(*) from denial where status = 'REVIEW_OVERDUE'");
                }
            }
            case WHO_HAS_RETURNED -> {
                if (found && path.endsWith("/returns")) {
                    add(response, "select count(distinct originator_state || period) from denial_return");
                }
            }
            case RETURN_FORBIDDEN_INSTEAD_OF_ABSENT -> {
                if (response.getStatus() == 404
                        && path.matches(".*/returns/[0-9a-f-]{36}.*")
                        && count("select count(*) from denial_return where id = '"
                                        + path.replaceAll(".*/returns/([0-9a-f-]{36}).*", "$1") + "'")
                                > 0) {
                    response.setStatus(403);
                }
            }
        }
    }

    private void add(ContainerResponseContext response, String query) {
        try {
            Object entity = response.getEntity();
            ObjectNode body =
                    entity instanceof String text ? (ObjectNode) json.readTree(text) : json.valueToTree(entity);
            response.setEntity(json.writeValueAsString(body.put("leak", count(query))));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long count(String query) {
        return ComityServers.servers().count(query);
    }
}
