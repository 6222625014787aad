package org.comity.kernel.paging;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A page of a list.
 *
 * @param next the cursor of the page after this one; empty on the last page
 */
public record Page<T>(List<T> items, Optional<String> next) {

    /** Copies the items. */
    public Page {
        items = List.copyOf(items);
    }

    /**
     * Makes a page of rows of which one more than wanted was asked for: the one too many tells that there is a next
     * page.
     */
    public static <R, T> Page<T> of(
            List<R> rows, int limit, Function<R, String> cursor, Function<List<R>, List<T>> views) {
        boolean more = rows.size() > limit;
        List<R> shown = more ? rows.subList(0, limit) : rows;
        return new Page<>(views.apply(shown), more ? Optional.of(cursor.apply(shown.getLast())) : Optional.empty());
    }

    /** The same of rows that are ordered by when they were made. */
    public static <R extends Dated, T> Page<T> ofDated(List<R> rows, PageRequest page, Function<R, T> view) {
        return of(
                rows,
                page.limit(),
                row -> new PageRequest.Position(row.createdAt(), row.id()).cursor(),
                some -> some.stream().map(view).toList());
    }

    /** The answer: the items, and in the Link header (RFC 8288) the way to the first and the next page. */
    public Response toResponse(UriInfo uri) {
        return toResponse(uri, Items::new);
    }

    /** The same, with another body around the items. */
    public Response toResponse(UriInfo uri, Function<List<T>, Object> body) {
        Response.ResponseBuilder response = Response.ok(body.apply(items));
        response.header("Link", link(uri, Optional.empty(), "first"));
        next.ifPresent(cursor -> response.header("Link", link(uri, Optional.of(cursor), "next")));
        return response.build();
    }

    private static String link(UriInfo uri, Optional<String> cursor, String relation) {
        // Relative, so that it holds behind any ingress.
        String query = uri.getRequestUriBuilder()
                .replaceQueryParam(
                        "cursor", cursor.map(Object.class::cast).stream().toArray())
                .build()
                .getRawQuery();
        return "<" + uri.getRequestUri().getRawPath() + (query == null ? "" : "?" + query) + ">; rel=\"" + relation
                + "\"";
    }

    /** The body of a list. */
    public record Items<T>(
            @JsonInclude(JsonInclude.Include.ALWAYS) List<T> items) {}
}
