package org.comity.cli;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads RFC 8288 {@code Link} headers: several of them, or one into which a proxy has joined them.
 *
 * <p>Rules: R-224.
 */
final class Links {

    private static final Pattern LINK =
            Pattern.compile("<([^>]*)>((?:\\s*;\\s*[\\w!#$&+.^`|~*-]+(?:\\s*=\\s*(?:\"[^\"]*\"|[^\\s\",;]+))?)*)");
    private static final Pattern PARAMETER =
            Pattern.compile(";\\s*([^\\s=;,]+)(?:\\s*=\\s*(?:\"([^\"]*)\"|([^\\s\",;]+)))?");

    private Links() {}

    /** The address of the link with that relation. */
    static Optional<URI> to(String relation, List<String> headers) {
        for (String header : headers) {
            Matcher link = LINK.matcher(header);
            while (link.find()) {
                if (has(relation, link.group(2))) {
                    return Optional.of(URI.create(link.group(1)));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean has(String relation, String parameters) {
        Matcher said = PARAMETER.matcher(parameters);
        while (said.find()) {
            if (said.group(1).equalsIgnoreCase("rel")) {
                String relations = said.group(2) == null ? String.valueOf(said.group(3)) : said.group(2);
                return List.of(relations.strip().split("\\s+")).contains(relation);
            }
        }
        return false;
    }
}
