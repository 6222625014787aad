package org.comity.bulletins.bulletin;

import jakarta.validation.constraints.NotNull;
import org.comity.kernel.text.PlainText;

/** What steps of a bulletin are told. */
final class BulletinRequests {

    private BulletinRequests() {}

    /** Why an approver sends it back, withdraws or recalls it. */
    public record Reason(
            @NotNull(message = "This is missing.") @PlainText(max = 2000, multiline = true)
            String reason) {}
}
