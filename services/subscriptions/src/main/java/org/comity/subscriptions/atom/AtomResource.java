package org.comity.subscriptions.atom;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.comity.kernel.caller.OpenToEveryone;
import org.comity.kernel.http.ETag;
import org.comity.kernel.http.NothingMore;
import org.comity.kernel.paging.PageRequest;
import org.comity.kernel.problem.KernelProblem;
import org.comity.kernel.problem.ProblemException;
import org.comity.subscriptions.feed.FeedReader;
import org.comity.subscriptions.subscriber.Readers;
import org.jspecify.annotations.Nullable;

/** Atom over HTTP: openapi/subscriptions.yaml. */
@Path(AtomResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class AtomResource {

    static final String PATH = "/subscriptions/v1/atom";
    private static final int ENTRIES = 50;

    private final AtomKeys keys;
    private final AtomDocument document;
    private final FeedReader feed;
    private final Readers readers;

    AtomResource(AtomKeys keys, AtomDocument document, FeedReader feed, Readers readers) {
        this.keys = keys;
        this.document = document;
        this.feed = feed;
        this.readers = readers;
    }

    /**
     * The feed of an address. The key stands in the query, which no log of ours keeps, and lets in nobody whose access has
     * ended.
     */
    @GET
    @OpenToEveryone
    @Produces("application/atom+xml")
    public Response read(
            @QueryParam("key") @Nullable String key, @HeaderParam("If-None-Match") @Nullable String ifNoneMatch)
            throws SQLException {
        AtomKeys.Opened opened = opened(key);
        try {
            String written = document.of(
                    opened, feed.latest(opened.state(), opened.desk(), Optional.ofNullable(opened.ruleId()), ENTRIES));
            String tag = ETag.of(written.getBytes(StandardCharsets.UTF_8)).value();
            return tag.equals(ifNoneMatch)
                    ? Response.notModified().header("ETag", tag).build()
                    : Response.ok(written).header("ETag", tag).build();
        } catch (IOException away) {
            throw KernelProblem.UNAVAILABLE.causedBy("What the records say cannot be read just now.", away);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw KernelProblem.UNAVAILABLE.causedBy("The service is about to stop.", e);
        }
    }

    private AtomKeys.Opened opened(@Nullable String key) throws SQLException {
        Optional<AtomKeys.Opened> opened = key == null ? Optional.empty() : keys.opened(key);
        if (opened.isEmpty()
                || !readers.mayBeTold(
                        opened.get().person(),
                        opened.get().state(),
                        opened.get().desk())) {
            throw absent();
        }
        return opened.get();
    }

    private static ProblemException absent() {
        return KernelProblem.NOT_FOUND.because("There is no feed at this address.");
    }

    @GET
    @Path("keys")
    public Response list(
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri) {
        return keys.list(PageRequest.of(limit, cursor)).toResponse(uri);
    }

    /** The answer alone has the key: no copy of it is kept, so that a repeated request makes another one. */
    @POST
    @Path("keys")
    public Response make(AtomKeys.KeyRequest body) {
        AtomKeys.KeyView made = keys.make(body);
        return Response.status(Response.Status.CREATED)
                .header("Location", PATH + "/keys/" + made.id())
                .entity(made)
                .build();
    }

    @POST
    @Path("keys/{id}/discard")
    public Response discard(@PathParam("id") UUID id, NothingMore body) {
        keys.discard(id);
        return Response.noContent().build();
    }
}
