package org.comity.denials.denial;

import java.util.Map;

/** Denials for the tests of what stands on them, posted through the API. All companies are invented. */
public final class PostedDenials {

    private PostedDenials() {}

    /** The id of a draft of this state, for release to these, with some fields of its own. */
    public static String drafted(String state, Map<String, Object> fields, String... released) {
        return DenialExamples.drafted(state + ".officer", draft(fields, released))
                .path("id");
    }

    /** The id of a denial of this state, notified to these. */
    public static String notified(String state, Map<String, Object> fields, String... released) {
        return DenialExamples.notifiedBy(state, draft(fields, released));
    }

    private static Map<String, Object> draft(Map<String, Object> fields, String... released) {
        Map<String, Object> draft = DenialExamples.draft(released);
        draft.putAll(fields);
        return draft;
    }
}
