package org.comity.denials.content;

import java.util.ArrayList;
import java.util.List;
import org.comity.kernel.problem.FieldError;

/**
 * A natural person whose data the retention period has removed, so that nothing can be notified or asked about.
 *
 * <p>Source: docs/rules.md R-140.
 */
public final class RemovedPerson {

    /** What stands in the place of the name. */
    public static final String NAME = "A natural person, removed after the retention period";

    private RemovedPerson() {}

    /**
     * What is missing where persons of a draft were removed.
     *
     * @param names of all parties, in their order
     * @param pointer to the list of parties
     */
    public static List<FieldError> missing(List<String> names, String pointer) {
        List<FieldError> errors = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            if (NAME.equals(names.get(i))) {
                errors.add(new FieldError(
                        pointer + "/" + i + "/name",
                        "This natural person was removed, since the draft was not touched for a long time. Name the"
                                + " person again, or take the party out."));
            }
        }
        return errors;
    }
}
