package org.comity.registry.state;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.comity.kernel.json.Lists;
import org.comity.registry.content.PointOfContact;

/** All points of contact of a state, in the order in which they are asked. */
public record PointsOfContactRequest(
        @NotNull(message = "This is missing.") @Size(max = 20, message = "At most 20 entries.")
        List<@Valid @NotNull(message = "This is missing.") PointOfContact> pointsOfContact) {

    /** Copies the list. */
    public PointsOfContactRequest {
        pointsOfContact = Lists.copy(pointsOfContact);
    }
}
