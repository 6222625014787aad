package org.comity.bulletins.content;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.comity.kernel.caller.StateCode;
import org.comity.kernel.json.Lists;
import org.comity.kernel.text.PlainText;
import org.jspecify.annotations.Nullable;

/** An organisation that a bulletin names. Natural persons are not named in bulletins. */
public record NamedParty(
        @NotNull(message = "This is missing.") @PlainText(max = 500)
        String name,

        @PlainText(max = 500) @Nullable String nativeScriptName,

        @Size(max = 30, message = "At most 30 entries.")
        List<@NotNull(message = "This is missing.") @PlainText(max = 500) String> aliases,

        @PlainText(max = 1000) @Nullable String address,
        @Nullable StateCode country) {

    /** No list is an empty list. */
    public NamedParty {
        aliases = Lists.orEmpty(aliases);
    }
}
