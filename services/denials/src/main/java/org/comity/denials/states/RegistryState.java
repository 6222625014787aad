package org.comity.denials.states;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import org.comity.denials.content.Regime;
import org.comity.kernel.caller.StateCode;
import org.jspecify.annotations.Nullable;

/** Of the registry's record of a state, what denials needs. The registry may add fields, so others are passed over. */
@JsonIgnoreProperties(ignoreUnknown = true)
record RegistryState(StateCode iso2, String name, String status, long version, List<Membership> regimeMemberships) {

    RegistryState {
        regimeMemberships = regimeMemberships == null ? List.of() : List.copyOf(regimeMemberships);
    }

    /** A membership; {@code standing} is MEMBER or ADHERENT. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Membership(
            Regime regime, String standing, @Nullable String from) {}
}
