package org.comity.bulletins.open;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.comity.bulletins.content.DraftBulletin;
import org.comity.bulletins.content.Markdown;
import org.comity.kernel.caller.OpenToEveryone;
import org.comity.kernel.caller.StateCode;
import org.comity.kernel.paging.Page;
import org.comity.kernel.paging.PageRequest;
import org.comity.kernel.problem.KernelProblem;
import org.comity.kernel.sql.Sql;
import org.jspecify.annotations.Nullable;

/**
 * The copies for everybody over HTTP: openapi/bulletins.yaml.
 *
 * <p>Rules: R-329.
 */
@Path("/bulletins/v1/open-bulletins")
@Produces(MediaType.APPLICATION_JSON)
class OpenBulletinResource {

    /** What is CLEAR and was published; the wall says the same. */
    private static final String OPEN =
            "select id, ref, originator_state, version, status, content, published_at, content_at"
                    + " from bulletin r where tlp = 'CLEAR' and status in ('PUBLISHED', 'UPDATED', 'LAPSED', 'WITHDRAWN')";

    private final Sql sql;

    OpenBulletinResource(Sql sql) {
        this.sql = sql;
    }

    private record Row(
            UUID id,
            String ref,
            StateCode originatorState,
            int version,
            String status,
            DraftBulletin content,
            Instant publishedAt,
            Instant contentAt) {}

    @GET
    @OpenToEveryone
    @Transactional
    public Response list(
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri) {
        PageRequest page = PageRequest.of(limit, cursor);
        List<Row> rows = sql.of(OPEN).newestFirst(page, "published_at", "id").list(Row.class);
        return Page.of(
                        rows,
                        page.limit(),
                        last -> new PageRequest.Position(last.publishedAt(), last.id()).cursor(),
                        shown -> shown.stream().map(OpenBulletinResource::view).toList())
                .toResponse(uri);
    }

    @GET
    @Path("{id}")
    @OpenToEveryone
    @Transactional
    public OpenBulletin read(@PathParam("id") UUID id) {
        return sql.of(OPEN + " and id = :id")
                .with("id", id)
                .first(Row.class)
                .map(OpenBulletinResource::view)
                .orElseThrow(() -> KernelProblem.NOT_FOUND.because("There is no such copy."));
    }

    private static OpenBulletin view(Row row) {
        DraftBulletin content = row.content();
        return new OpenBulletin(
                row.id(),
                row.ref(),
                row.originatorState(),
                row.version(),
                row.status(),
                content.headline(),
                content.summary(),
                content.body() == null ? null : Markdown.html(content.body()),
                content.themes(),
                content.items(),
                content.destinations(),
                content.misuseTypes(),
                content.validUntil(),
                row.publishedAt(),
                row.contentAt());
    }
}
