package org.comity.registry.state;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.comity.kernel.http.CheckedBody;
import org.comity.kernel.json.Lists;
import org.comity.kernel.problem.FieldError;
import org.comity.kernel.text.PlainText;
import org.comity.registry.content.ContentRules;
import org.comity.registry.content.RegimeMembership;
import org.comity.registry.content.StateDefaults;
import org.jspecify.annotations.Nullable;

/** What the secretariat keeps about a state; what is not said is removed. */
public record EditStateRequest(
        @NotNull(message = "This is missing.") @PlainText(max = 200)
        String name,

        @PlainText(max = 300) @Nullable String officialName,
        @PlainText(max = 1000, multiline = true) @Nullable String statusNote,
        @PlainText(max = 500, multiline = true) @Nullable String eligibilityBasis,

        @NotNull(message = "This is missing.") @Size(max = 12, message = "At most 12 entries.")
        List<@Valid @NotNull(message = "This is missing.") RegimeMembership> regimeMemberships,

        @Valid @NotNull(message = "This is missing.") StateDefaults defaults)
        implements CheckedBody {

    /** Copies the list. */
    public EditStateRequest {
        regimeMemberships = Lists.copy(regimeMemberships);
    }

    @Override
    public List<FieldError> wrong(LocalDate today) {
        return ContentRules.memberships(regimeMemberships);
    }
}
