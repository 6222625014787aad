package org.comity.kernel.paging;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.comity.kernel.problem.KernelProblem;

/**
 * Seals the cursors that go out in Link headers, and refuses one that was made by hand or is of another list or of other
 * filters (docs/rules.md R-65). What stands before the dot is the place in the list; what stands behind it is the seal.
 */
@Provider
@Priority(Priorities.AUTHORIZATION + 1)
class CursorSeal implements ContainerRequestFilter, ContainerResponseFilter {

    private static final String CURSOR = "cursor";
    private static final String LINK = "Link";
    private static final Pattern IN_LINK = Pattern.compile("(?<=[?&]cursor=)[^&>]+");

    private final Seal seal;

    CursorSeal(Seal seal) {
        this.seal = seal;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        String cursor = request.getUriInfo().getQueryParameters().getFirst(CURSOR);
        if (cursor == null) {
            return;
        }
        int dot = cursor.lastIndexOf('.');
        String place = cursor.substring(0, Math.max(0, dot));
        if (!seal.isOf(said(request.getUriInfo(), place), cursor.substring(dot + 1))) {
            throw KernelProblem.MALFORMED_REQUEST.at(CURSOR, "This cursor is not one of this list.");
        }
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        List<Object> links = response.getHeaders().get(LINK);
        if (links != null) {
            links.replaceAll(link -> IN_LINK.matcher(link.toString())
                    .replaceAll(place -> place.group() + "." + seal.of(said(request.getUriInfo(), place.group()))));
        }
    }

    private static String said(UriInfo list, String place) {
        Map<String, List<String>> filters = new TreeMap<>(list.getQueryParameters());
        filters.remove(CURSOR);
        filters.remove("limit");
        filters.replaceAll((name, values) -> values.stream().sorted().toList());
        return list.getRequestUri().getRawPath() + "\n" + filters + "\n" + place;
    }
}
