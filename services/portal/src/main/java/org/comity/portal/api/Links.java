package org.comity.portal.api;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the cursors out of an RFC 8288 {@code Link} header. */
public final class Links {

    private static final Pattern LINK = Pattern.compile("<([^>]*)>\\s*;[^,]*?rel=\"?([a-z]+)\"?");

    private Links() {}

    /** The cursor of the link with that relation. */
    public static Optional<String> cursor(@Nullable String header, String relation) {
        if (header == null) {
            return Optional.empty();
        }
        Matcher link = LINK.matcher(header);
        while (link.find()) {
            if (link.group(2).equals(relation)) {
                return cursor(URI.create(link.group(1)));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> cursor(URI address) {
        return Optional.ofNullable(address.getRawQuery()).stream()
                .flatMap(query -> Arrays.stream(query.split("&")))
                .filter(it -> it.startsWith("cursor="))
                .map(it -> URLDecoder.decode(it.substring("cursor=".length()), StandardCharsets.UTF_8))
                .findFirst();
    }
}
