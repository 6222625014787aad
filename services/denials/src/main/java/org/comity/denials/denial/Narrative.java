package org.comity.denials.denial;

import org.jspecify.annotations.Nullable;

/** The words of a denial, for those whom it is released to for licensing. */
record Narrative(
        @Nullable String statedEndUse,
        @Nullable String assessedEndUse,
        @Nullable String renewalGrounds,
        @Nullable String finalAssessment,
        @Nullable String revocationReason) {

    /** What a reader of the header gets. */
    static final Narrative NONE = new Narrative(null, null, null, null, null);
}
