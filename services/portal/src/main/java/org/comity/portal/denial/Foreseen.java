package org.comity.portal.denial;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.comity.portal.api.Warnings;
import org.comity.portal.page.Form;

/** Which warnings about a release a person has seen, as the page that showed them says. */
final class Foreseen {

    private static final String FIELD = "warned";

    private Foreseen() {}

    /** Whether a state is warned of that no page has shown yet. */
    static boolean bringsNew(Form form, List<Warnings.Warning> warnings) {
        Set<String> seen = new HashSet<>(form.all(FIELD));
        return warnings.stream()
                .filter(it -> it.code() == Warnings.Code.UNUSUAL_AUDIENCE || it.code() == Warnings.Code.OUTSIDE_REGIME)
                .flatMap(it -> it.states().stream().map(state -> it.code() + "-" + state))
                .anyMatch(it -> !seen.contains(it));
    }
}
