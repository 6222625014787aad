package org.comity.registry.content;

import jakarta.validation.constraints.NotNull;
import org.comity.kernel.text.PlainText;
import org.jspecify.annotations.Nullable;

/**
 * Who in a state decides.
 *
 * @param url its own page, http or https
 */
public record CompetentAuthority(
        @NotNull(message = "This is missing.") @PlainText(max = 300)
        String name,

        @NotNull(message = "This is missing.") AuthorityRole role,
        @PlainText(max = 500) @Nullable String url) {}
