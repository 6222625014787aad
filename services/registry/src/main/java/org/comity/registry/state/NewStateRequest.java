package org.comity.registry.state;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.comity.kernel.caller.StateCode;
import org.comity.kernel.http.CheckedBody;
import org.comity.kernel.json.Lists;
import org.comity.kernel.problem.FieldError;
import org.comity.kernel.text.PlainText;
import org.comity.registry.content.ContentRules;
import org.comity.registry.content.RegimeMembership;
import org.comity.registry.content.StateDefaults;
import org.jspecify.annotations.Nullable;

/** A state that is interested in subscribing. */
public record NewStateRequest(
        @NotNull(message = "This is missing.") StateCode iso2,

        @NotNull(message = "This is missing.") @PlainText(max = 200)
        String name,

        @PlainText(max = 300) @Nullable String officialName,
        @PlainText(max = 1000, multiline = true) @Nullable String statusNote,
        @PlainText(max = 500, multiline = true) @Nullable String eligibilityBasis,

        @Size(max = 12, message = "At most 12 entries.")
        List<@Valid @NotNull(message = "This is missing.") RegimeMembership> regimeMemberships,

        @Valid @Nullable StateDefaults defaults)
        implements CheckedBody {

    /** No list is an empty list. */
    public NewStateRequest {
        regimeMemberships = Lists.orEmpty(regimeMemberships);
    }

    @Override
    public List<FieldError> wrong(LocalDate today) {
        List<FieldError> errors = new ArrayList<>(ContentRules.code(iso2));
        errors.addAll(ContentRules.memberships(regimeMemberships));
        return errors;
    }

    EditStateRequest content() {
        return new EditStateRequest(
                name,
                officialName,
                statusNote,
                eligibilityBasis,
                regimeMemberships,
                defaults == null ? StateDefaults.USUAL : defaults);
    }
}
