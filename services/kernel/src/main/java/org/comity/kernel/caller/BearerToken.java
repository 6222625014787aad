package org.comity.kernel.caller;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The form of a bearer token (RFC 6750, RFC 7519): three parts in base64url, of which the first two are JSON objects. What
 * has another form is refused before the library that verifies tokens sees it, which fails over some of them.
 */
final class BearerToken {

    private static final Pattern FORM =
            Pattern.compile("[Bb]earer ([A-Za-z0-9_-]+)\\.([A-Za-z0-9_-]+)\\.([A-Za-z0-9_-]+)");

    /** Some ten times what a token of ours has. */
    private static final int LONGEST = 16_384;

    private static final ObjectMapper JSON = new ObjectMapper();

    private BearerToken() {}

    static boolean hasForm(@Nullable String authorization) {
        if (authorization == null || authorization.length() > LONGEST) {
            return false;
        }
        Matcher parts = FORM.matcher(authorization);
        return parts.matches() && isObject(parts.group(1)) && isObject(parts.group(2));
    }

    private static boolean isObject(String part) {
        try {
            JsonNode json = JSON.readTree(Base64.getUrlDecoder().decode(part));
            return json != null && json.isObject();
        } catch (JsonProcessingException | IllegalArgumentException e) {
            return false;
        } catch (IOException e) {
            return false;
        }
    }
}
