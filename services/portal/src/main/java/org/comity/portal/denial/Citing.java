package org.comity.portal.denial;

import java.util.List;
import org.comity.portal.api.Denial;
import org.comity.portal.page.Page;

/** The consultations that cite a denial, as far as the person may read them; a part of its page that fails alone. */
public interface Citing {

    /** What the page of this denial shows of them. */
    Shown of(Denial one, Page page);

    /**
     * What the page shows.
     *
     * @param shown whether it is for this person at all
     * @param failed whether the service did not answer
     * @param more whether there are others beside these
     */
    record Shown(boolean shown, boolean failed, boolean more, List<Row> rows) {

        /** Nothing for this person. */
        public static final Shown NOTHING = new Shown(false, false, false, List.of());

        /** Of a service that did not answer. */
        public static final Shown FAILED = new Shown(true, true, false, List.of());
    }

    /** A consultation in the person's language; the note has its deadline, and what waits. */
    record Row(String ref, String href, String status, String colour, String what, String note) {}
}
