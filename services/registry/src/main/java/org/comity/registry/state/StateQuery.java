package org.comity.registry.state;

import jakarta.ws.rs.core.MultivaluedMap;
import java.time.LocalDate;
import java.util.Optional;
import org.comity.kernel.http.QueryParameters;
import org.comity.kernel.sql.SqlStatement;
import org.comity.registry.content.Regime;

/**
 * Which states are wanted: every filter of the list, from the parameter to the condition.
 *
 * <p>Rules: R-335.
 *
 * @param regime in which they take part, as members or adherents
 * @param worksOn a day that is neither of their weekend nor one of their holidays
 */
record StateQuery(Optional<StateStatus> status, Optional<Regime> regime, Optional<LocalDate> worksOn) {

    /**
     * Reads the query parameters.
     *
     * @throws org.comity.kernel.problem.ProblemException 400 that names what is wrong
     */
    static StateQuery of(MultivaluedMap<String, String> address) {
        QueryParameters said = QueryParameters.of(address);
        return said.checked(new StateQuery(
                said.code("status", StateStatus.class), said.code("regime", Regime.class), said.day("worksOn")));
    }

    /** Goes on with the conditions, on the state {@code s}. */
    SqlStatement narrow(SqlStatement states) {
        return states.and(status, "s.status = :status", "status")
                .and(regime, "s.iso2 in (select m.iso2 from regime_membership m where m.regime = :regime)", "regime")
                .and(
                        worksOn,
                        "not exists (select 1 from holiday h where h.iso2 = s.iso2 and h.day = :worksOn)"
                                + " and not exists (select 1 from weekend w where w.iso2 = s.iso2"
                                + " and w.day = to_char(cast(:worksOn as date), 'FMDAY'))",
                        "worksOn");
    }
}
