package org.comity.kernel.paging;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.Provider;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.comity.kernel.problem.KernelProblem;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Seals the cursors that go out in Link headers, and refuses one that was made by hand or is of another list or of other
 * filters (docs/rules.md R-65). What stands before the dot is the place in the list; what stands behind it is the seal.
 */
@Provider
@Priority(Priorities.AUTHORIZATION + 1)
class CursorSeal implements ContainerRequestFilter, ContainerResponseFilter {

    private static final String CURSOR = "cursor";
    private static final String LINK = "Link";
    private static final String ALGORITHM = "HmacSHA256";
    private static final int BYTES = 12;
    private static final Pattern IN_LINK = Pattern.compile("(?<=[?&]cursor=)[^&>]+");

    private final Instance<String> secret;

    /**
     * Seals with this key, which all replicas share, and asks for it when it is needed: filters are made before the
     * configuration of the running service is read.
     *
     * @param secret by default the password of the application role, of which nothing can be learned from a seal
     */
    CursorSeal(@ConfigProperty(name = "comity.paging.cursor-key") Instance<String> secret) {
        this.secret = secret;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        String cursor = request.getUriInfo().getQueryParameters().getFirst(CURSOR);
        if (cursor == null) {
            return;
        }
        int dot = cursor.lastIndexOf('.');
        String place = cursor.substring(0, Math.max(0, dot));
        byte[] sealed = (place + "." + seal(request.getUriInfo(), place)).getBytes(StandardCharsets.UTF_8);
        if (!MessageDigest.isEqual(sealed, cursor.getBytes(StandardCharsets.UTF_8))) {
            throw KernelProblem.MALFORMED_REQUEST.at(CURSOR, "This cursor is not one of this list.");
        }
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        List<Object> links = response.getHeaders().get(LINK);
        if (links != null) {
            links.replaceAll(link -> IN_LINK.matcher(link.toString())
                    .replaceAll(place -> place.group() + "." + seal(request.getUriInfo(), place.group())));
        }
    }

    private String seal(UriInfo list, String place) {
        Map<String, List<String>> filters = new TreeMap<>(list.getQueryParameters());
        filters.remove(CURSOR);
        filters.remove("limit");
        filters.replaceAll((name, values) -> values.stream().sorted().toList());
        String sealed = list.getRequestUri().getRawPath() + "\n" + filters + "\n" + place;
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(("cursors " + secret.get()).getBytes(StandardCharsets.UTF_8), ALGORITHM));
            byte[] seal = mac.doFinal(sealed.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(seal, BYTES));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every JDK has HMAC with SHA-256", e);
        }
    }
}
