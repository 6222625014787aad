package org.comity.registry.state;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Optional;
import org.comity.kernel.http.QueryParameters;
import org.comity.kernel.sql.SqlStatement;
import org.comity.registry.content.Regime;

/**
 * Which states are wanted: every filter of the list, from the parameter to the condition.
 *
 * @param regime in which they take part, as members or adherents
 */
record StateQuery(Optional<StateStatus> status, Optional<Regime> regime) {

    /**
     * Reads the query parameters.
     *
     * @throws org.comity.kernel.problem.ProblemException 400 that names what is wrong
     */
    static StateQuery of(MultivaluedMap<String, String> address) {
        QueryParameters said = QueryParameters.of(address);
        return said.checked(new StateQuery(said.code("status", StateStatus.class), said.code("regime", Regime.class)));
    }

    /** Goes on with the conditions, on the state {@code s}. */
    SqlStatement narrow(SqlStatement states) {
        return states.and(status, "s.status = :status", "status")
                .and(regime, "s.iso2 in (select m.iso2 from regime_membership m where m.regime = :regime)", "regime");
    }
}
