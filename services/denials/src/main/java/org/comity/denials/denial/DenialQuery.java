package org.comity.denials.denial;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Optional;
import org.comity.kernel.caller.StateCode;
import org.comity.kernel.http.QueryParameters;
import org.comity.sharing.code.ControlCode;

/**
 * Which denials are wanted.
 *
 * @param statuses any of these; empty for all
 * @param item a control-list entry, which its sub-entries match too
 * @param waiting only own denials of which something waits for an approver
 * @param assessmentDue only own suspensions whose final assessment is owed
 */
record DenialQuery(
        List<DenialStatus> statuses,
        Optional<String> item,
        Optional<StateCode> destination,
        Optional<StateCode> originator,
        boolean waiting,
        boolean assessmentDue) {

    /** All of them. */
    static final DenialQuery ALL =
            new DenialQuery(List.of(), Optional.empty(), Optional.empty(), Optional.empty(), false, false);

    DenialQuery {
        statuses = List.copyOf(statuses);
    }

    /**
     * Reads the query parameters.
     *
     * @throws org.comity.kernel.problem.ProblemException 400 that names what is wrong
     */
    static DenialQuery of(MultivaluedMap<String, String> address) {
        QueryParameters said = QueryParameters.of(address);
        return said.checked(new DenialQuery(
                said.codes("status", DenialStatus.class),
                said.text("item", ControlCode::isWellFormed, ControlCode.LOOKS),
                said.state("destination"),
                said.state("originator"),
                said.yes("waiting"),
                said.yes("assessmentDue")));
    }

    /** Those of this state. */
    static DenialQuery from(StateCode originator) {
        return new DenialQuery(List.of(), Optional.empty(), Optional.empty(), Optional.of(originator), false, false);
    }

    /** Whether only the own desk finds anything. */
    boolean isOfOwnDesk() {
        return waiting || assessmentDue;
    }
}
