package org.comity.portal.api;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A record that a person drafts and submits, and that another person approves. */
public interface Drafted extends HasSteps {

    UUID id();

    String ref();

    /** Why an approver sent it back; null where nobody did. */
    @Nullable
    String returnedBecause();

    /** Whether what the reader may edit waits for an approver: an edit takes it back. */
    default boolean isSubmitted() {
        return offers("edit") && !offers("submit");
    }
}
