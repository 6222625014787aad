package org.comity.denials.denial;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import org.comity.kernel.test.ComityServers;
import org.jspecify.annotations.Nullable;

/** Leaks, one at a time, that a mistake could bring into the API; the oracle must catch each. Tests only. */
@Provider
@Priority(1)
class PlantedLeak implements ContainerResponseFilter {

    enum Kind {
        /** A list says how many records there are, hidden ones included. */
        COUNT,
        /** A hidden record is refused instead of absent. */
        FORBIDDEN_INSTEAD_OF_ABSENT,
        /** A draft is refused since a hidden record has its national reference. */
        DUPLICATE_KEY_MESSAGE,
        /** An error names a row that only the database's foreign key saw. */
        FOREIGN_KEY_MESSAGE,
        /** A cursor holds an offset that counts hidden records. */
        CURSOR,
        /** A tag derives from a version that counts hidden changes. */
        ETAG,
        /** A validation message knows of a hidden record. */
        VALIDATION_MESSAGE,
        /** A reference carries a running number. */
        SEQUENCE_NUMBER,
        /** A filter matches a hidden record. */
        SEARCH_HIT,
        /** The date of a change is that of a hidden one. */
        UPDATED_AT,
        /** The access log tells how often others asked. */
        ACCESS_LOG("jp.auditor"),
        /** The access log of records shows what a third state opened. */
        RECEIPT("jp.poc"),
        /** The check of a file knows of another state's file. */
        IMPORT,
        /** An export has a row of a hidden record. */
        EXPORT_ROW,
        /** A statistic counts a hidden record. */
        STATISTIC,
        /** The figures of a state tell whether others have proposed theirs. */
        FIGURES,
        /** The list of requests for onward release counts those of other states. */
        ONWARD_REQUEST,
        /** A warning of a duplicate counts hidden denials. */
        DUPLICATE;

        /** Who would notice. */
        final String seenBy;

        Kind() {
            this("jp.officer");
        }

        Kind(String seenBy) {
            this.seenBy = seenBy;
        }
    }

    static volatile @Nullable Kind planted;

    private final ObjectMapper json;

    PlantedLeak(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        Kind kind = planted;
        if (kind == null) {
            return;
        }
        String path = request.getUriInfo().getPath();
        boolean list = request.getMethod().equals("GET") && path.endsWith("/denials") && response.getStatus() == 200;
        switch (kind) {
            case COUNT -> {
                if (list) {
                    body(response, body -> body.put("total", hidden()));
                }
            }
            case FORBIDDEN_INSTEAD_OF_ABSENT -> {
                if (response.getStatus() == 404 && exists(path)) {
                    response.setStatus(403);
                }
            }
            case DUPLICATE_KEY_MESSAGE -> {
                if (response.getStatus() == 201
                        && count("select count(*) from denial_file where national_ref = '" + DenialOracleTest.REF + "'")
                                > 1) {
                    response.setStatus(409);
                }
            }
            case FOREIGN_KEY_MESSAGE -> {
                if (response.getStatus() == 404 && exists(path)) {
                    body(response, body -> body.put("detail", "Key (denial_id) is not present in table \"denial\"."));
                }
            }
            case CURSOR -> {
                if (list && response.getHeaders().containsKey("Link")) {
                    response.getHeaders().add("Link", "</denials/v1/denials?cursor=" + hidden() + ">; rel=\"last\"");
                }
            }
            case ETAG -> {
                if (response.getHeaders().containsKey("ETag")) {
                    response.getHeaders()
                            .putSingle("ETag", "\"" + count("select sum(row_version) from denial_file") + "\"");
                }
            }
            case VALIDATION_MESSAGE -> {
                if (response.getStatus() == 422) {
                    body(
                            response,
                            body -> body.put(
                                    "detail",
                                    "This looks like one of " + count("select count(*) from denial_party")
                                            + " parties."));
                }
            }
            case SEQUENCE_NUMBER -> {
                if (response.getStatus() == 201) {
                    body(response, body -> body.put("ref", "DN-" + hidden()));
                }
            }
            case SEARCH_HIT -> {
                if (list && request.getUriInfo().getQueryParameters().containsKey("item")) {
                    body(response, body -> ((ArrayNode) body.get("items"))
                            .addObject()
                            .put("hits", count("select count(*) from denial_item_code where code = '5A001'")));
                }
            }
            case UPDATED_AT -> {
                if (response.getStatus() == 200 && response.getHeaders().containsKey("ETag")) {
                    body(
                            response,
                            body -> body.put(
                                    "updatedAt",
                                    count("select extract(epoch from max(updated_at))::bigint from denial_file")));
                }
            }
            case ACCESS_LOG -> {
                if (response.getStatus() == 200 && path.endsWith("/access-log")) {
                    body(response, body -> body.put("others", count("select count(*) from audit_entry")));
                }
            }
            case EXPORT_ROW -> {
                if (response.getStatus() == 200 && path.endsWith("/exports")) {
                    response.getHeaders().add("X-Rows", hidden());
                }
            }
            case ONWARD_REQUEST -> {
                if (response.getStatus() == 200 && path.endsWith("/onward-requests")) {
                    body(response, body -> body.put("all", count("select count(*) from onward_request")));
                }
            }
            case DUPLICATE -> {
                if (response.getStatus() == 200 && path.endsWith("/warnings")) {
                    body(response, body -> body.put("alike", count("select count(*) from denial_party")));
                }
            }
            case STATISTIC -> {
                if (response.getStatus() == 200 && path.endsWith("/statistics")) {
                    body(response, body -> body.put("denials", hidden()));
                }
            }
            case FIGURES -> {
                if (response.getStatus() == 200 && path.endsWith("/figures")) {
                    body(response, body -> body.put("states", count("select count(*) from yearly_figures")));
                }
            }
            case IMPORT -> {
                if (response.getStatus() == 201 && path.endsWith("/imports")) {
                    body(response, body -> body.put("seenBefore", count("select count(*) from denial_import")));
                }
            }
            case RECEIPT -> {
                if (response.getStatus() == 200 && path.endsWith("/access-log/records")) {
                    body(response, body -> body.put("opened", count("select count(*) from denial_receipt")));
                }
            }
        }
    }

    private interface Change {
        void of(ObjectNode body);
    }

    private void body(ContainerResponseContext response, Change change) {
        try {
            Object entity = response.getEntity();
            ObjectNode body =
                    entity instanceof String text ? (ObjectNode) json.readTree(text) : json.valueToTree(entity);
            change.of(body);
            response.setEntity(json.writeValueAsString(body));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean exists(String path) {
        for (String part : List.of(path.split("/"))) {
            if (part.length() == 36 && count("select count(*) from denial where id = '" + part + "'") > 0) {
                return true;
            }
        }
        return false;
    }

    /** How many denials there are for whoever sees them all; asked for where it is told alone, since it takes a while. */
    private static long hidden() {
        return count("select count(*) from denial");
    }

    private static long count(String query) {
        return ComityServers.servers().count(query);
    }
}
