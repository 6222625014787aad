package org.comity.registry.state;

import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import org.comity.kernel.caller.StateCode;
import org.jspecify.annotations.Nullable;

/**
 * The state that a request changes, in the version that its caller has read.
 *
 * @param iso2 as it stands in the address
 * @param ifMatch the header as it came
 */
record StateVersion(
        @PathParam("iso2") String iso2,
        @HeaderParam("If-Match") @Nullable String ifMatch) {

    /** A text of another shape is the code of no state. */
    StateCode code() {
        return StateCode.parse(iso2).orElseThrow(StateReader::absent);
    }
}
