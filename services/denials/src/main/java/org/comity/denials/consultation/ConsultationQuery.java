package org.comity.denials.consultation;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.comity.kernel.caller.StateCode;
import org.comity.kernel.http.QueryParameters;
import org.comity.sharing.code.ControlCode;

/**
 * Which consultations are wanted.
 *
 * @param statuses any of these; empty for all
 * @param state the other state: consulted by us, or asking us
 * @param denial the reference of a denial that is cited, or undercut
 * @param item a control-list entry, which its sub-entries match too; of the transaction, as a line of the list has it
 * @param destination the same
 */
record ConsultationQuery(
        List<ConsultationStatus> statuses,
        Optional<ConsultationView.Role> role,
        Optional<StateCode> state,
        Optional<String> denial,
        Optional<String> item,
        Optional<StateCode> destination,
        Order order) {

    private static final Pattern REFERENCE = Pattern.compile("DN-[A-Z]{2}-[0-9]{4}-[0-9A-Z]{6}");

    /** In which order. */
    enum Order {
        /** The nearest deadline first; then what waits for none. */
        DEADLINE,
        /** What came last first. */
        NEWEST
    }

    ConsultationQuery {
        statuses = List.copyOf(statuses);
    }

    /**
     * Reads the query parameters.
     *
     * @throws org.comity.kernel.problem.ProblemException 400 that names what is wrong
     */
    static ConsultationQuery of(MultivaluedMap<String, String> address) {
        QueryParameters said = QueryParameters.of(address);
        return said.checked(new ConsultationQuery(
                said.codes("status", ConsultationStatus.class),
                said.word("role", ConsultationView.Role.class),
                said.state("state"),
                said.text(
                                "denial",
                                text -> REFERENCE.matcher(written(text)).matches(),
                                "A reference looks like DN-NL-2026-7KQ4M2.")
                        .map(ConsultationQuery::written),
                said.text("item", ControlCode::isWellFormed, ControlCode.LOOKS),
                said.state("destination"),
                said.word("order", Order.class).orElse(Order.NEWEST)));
    }

    /** A reference as it is written, whatever the case in which it is typed. */
    private static String written(String reference) {
        return reference.toUpperCase(Locale.ROOT);
    }
}
