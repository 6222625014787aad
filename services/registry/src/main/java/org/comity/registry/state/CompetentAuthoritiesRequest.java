package org.comity.registry.state;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.comity.kernel.http.CheckedBody;
import org.comity.kernel.json.Lists;
import org.comity.kernel.problem.FieldError;
import org.comity.registry.content.CompetentAuthority;
import org.comity.registry.content.ContentRules;

/** All competent authorities of a state. */
public record CompetentAuthoritiesRequest(
        @NotNull(message = "This is missing.") @Size(max = 20, message = "At most 20 entries.")
        List<@Valid @NotNull(message = "This is missing.") CompetentAuthority> competentAuthorities)
        implements CheckedBody {

    /** Copies the list. */
    public CompetentAuthoritiesRequest {
        competentAuthorities = Lists.copy(competentAuthorities);
    }

    @Override
    public List<FieldError> wrong(LocalDate today) {
        return ContentRules.authorities(competentAuthorities);
    }
}
