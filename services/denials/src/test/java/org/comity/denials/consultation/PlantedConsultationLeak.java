package org.comity.denials.consultation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;
import java.util.function.Consumer;
import org.comity.kernel.test.ComityServers;
import org.jspecify.annotations.Nullable;

/** Leaks, one at a time, that a mistake could bring into consultations; the oracle must catch each. Tests only. */
@Provider
@Priority(1)
class PlantedConsultationLeak implements ContainerResponseFilter {

    enum Kind {
        /** A consulted state is told how many are consulted. */
        NUMBER_OF_ADDRESSEES,
        /** Its status waits for other threads. */
        STATUS_OF_THE_WHOLE,
        /** A tag derives from all threads. */
        ETAG,
        /** The date of a change is that of another thread. */
        UPDATED_AT,
        /** A thread of another state is refused instead of absent. */
        FORBIDDEN_INSTEAD_OF_ABSENT,
        /** A notice is as strict as the strictest of all its denials. */
        LABEL,
        /** A list counts drafts and other states' consultations. */
        COUNT,
        /** Notes of every state are counted. */
        NOTES,
        /** The access log counts what other states did. */
        ACCESS_LOG,
        /** Natural persons of every consultation are counted. */
        PERSONS,
        /** A reference that cannot be cited is answered otherwise when there is such a denial. */
        CITATION_MESSAGE,
    }

    static volatile @Nullable Kind planted;

    private final ObjectMapper json;

    PlantedConsultationLeak(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        Kind kind = planted;
        String path = request.getUriInfo().getPath();
        if (kind == null || !path.contains(kind == Kind.ACCESS_LOG ? "/access-log" : "/consultations")) {
            return;
        }
        boolean read = request.getMethod().equals("GET") && response.getStatus() == 200;
        boolean one = read && path.matches(".*/consultations/[^/]+");
        switch (kind) {
            case NUMBER_OF_ADDRESSEES -> {
                if (one) {
                    body(response, body -> body.put("addressees", count("select count(*) from consultation_thread")));
                }
            }
            case STATUS_OF_THE_WHOLE -> {
                if (one) {
                    long open = count("select count(*) from consultation_thread where replied_at is null"
                            + " and consulted_state = 'JP' and consultation_id::text = '"
                            + path.substring(path.lastIndexOf('/') + 1) + "'");
                    body(response, body -> body.put("status", open > 0 ? "REQUESTED" : "DECISION_PENDING"));
                }
            }
            case ETAG -> {
                if (response.getHeaders().containsKey("ETag")) {
                    response.getHeaders()
                            .putSingle("ETag", "\"" + count("select sum(version) from consultation_thread") + "\"");
                }
            }
            case UPDATED_AT -> {
                if (one) {
                    body(
                            response,
                            body -> body.put(
                                    "updatedAt",
                                    count(
                                            "select extract(epoch from max(changed_at))::bigint from consultation_thread")));
                }
            }
            case FORBIDDEN_INSTEAD_OF_ABSENT -> {
                if (response.getStatus() == 404
                        && path.contains("/threads/LV/")
                        && count("select count(*) from consultation_thread where consulted_state = 'LV'") > 0) {
                    response.setStatus(403);
                }
            }
            case LABEL -> {
                if (one) {
                    long red = count("select count(*) from consultation_notice_denial nd join denial d"
                            + " on d.id = nd.denial_id where d.tlp = 'RED'");
                    body(response, body -> body.put("tlp", red > 0 ? "RED" : "AMBER"));
                }
            }
            case COUNT -> {
                if (read && path.endsWith("/consultations")) {
                    body(response, body -> body.put("total", count("select count(*) from consultation")));
                }
            }
            case NOTES -> {
                if (read && path.endsWith("/notes")) {
                    body(response, body -> body.put("total", count("select count(*) from consultation_note")));
                }
            }
            case ACCESS_LOG -> {
                if (read) {
                    body(response, body -> body.put("total", count("select count(*) from audit_entry")));
                }
            }
            case PERSONS -> {
                if (one) {
                    body(response, body -> body.put("persons", count("select count(*) from natural_person")));
                }
            }
            case CITATION_MESSAGE -> {
                if (response.getStatus() == 422
                        && count("select count(*) from denial where ref = '" + ConsultationOracleTest.HIDDEN_REF + "'")
                                > 0) {
                    body(response, body -> body.put("detail", "This denial is not released to this state."));
                }
            }
        }
    }

    private void body(ContainerResponseContext response, Consumer<ObjectNode> change) {
        try {
            Object entity = response.getEntity();
            ObjectNode body =
                    entity instanceof String text ? (ObjectNode) json.readTree(text) : json.valueToTree(entity);
            change.accept(body);
            response.setEntity(json.writeValueAsString(body));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long count(String query) {
        return ComityServers.servers().count(query);
    }
}
