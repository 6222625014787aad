package org.comity.portal.denial;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.comity.portal.api.Warnings;
import org.comity.portal.page.Form;

/**
 * Which warnings about a release a person has seen, as the page that showed them says.
 *
 * <p>Rules: R-244.
 */
final class Foreseen {

    private static final String FIELD = "warned";

    private Foreseen() {}

    /** What a page that shows the warning says of it: one for each state, and one where it is that there is none. */
    private static Stream<String> keys(Warnings.Warning warning) {
        return switch (warning.code()) {
            case UNUSUAL_AUDIENCE, OUTSIDE_REGIME ->
                warning.states().stream().map(state -> warning.code() + "-" + state);
            case NO_AUDIENCE -> Stream.of(warning.code().name());
            case UNKNOWN_ENTRY, POSSIBLE_DUPLICATE -> Stream.empty();
        };
    }

    /** The warnings, where something is warned of that no page has shown yet. */
    static Optional<List<Warnings.Warning>> of(Form form, List<Warnings.Warning> warnings) {
        Set<String> seen = new HashSet<>(form.all(FIELD));
        return warnings.stream().flatMap(Foreseen::keys).allMatch(seen::contains)
                ? Optional.empty()
                : Optional.of(warnings);
    }
}
