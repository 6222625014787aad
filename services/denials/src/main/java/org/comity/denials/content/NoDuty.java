package org.comity.denials.content;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * What every record, list and file about denials says, in its field {@code notice}: they bind nobody.
 *
 * <p>Source: docs/rules.md R-250 (domain 4.10).
 */
public final class NoDuty {

    /** Of one denial. */
    public static final String THIS = "This denial creates no duty to deny.";

    /** Of denials in sum. */
    public static final String THESE = "These denials create no duty to deny.";

    /** Of whatever else speaks of denials. */
    public static final String ANY = "A denial creates no duty to deny.";

    /** Of a consultation, in which states answer each other. */
    public static final String ANSWERS = "Neither a denial nor an answer creates a duty to deny.";

    private NoDuty() {}

    /** The body of a list, which says it also where nothing is on it. */
    public record Listed<T>(
            @JsonInclude(JsonInclude.Include.ALWAYS) List<T> items, String notice) {

        /** Of denials, or of records about them. */
        public Listed(List<T> items) {
            this(items, ANY);
        }

        /** Of consultations, or of records about them. */
        public static <T> Listed<T> ofConsultations(List<T> items) {
            return new Listed<>(items, ANSWERS);
        }
    }
}
