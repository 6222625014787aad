package org.comity.subscriptions.subscriber;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.comity.kernel.access.AccessGate;
import org.comity.kernel.caller.Caller;
import org.comity.kernel.caller.Person;
import org.comity.kernel.caller.Role;
import org.comity.kernel.caller.StateCode;
import org.comity.kernel.problem.KernelProblem;
import org.comity.kernel.problem.ProblemException;
import org.comity.kernel.timer.TimerTransactions;
import org.comity.sharing.delivery.DeliveryDesk;

/**
 * Whether somebody who is not here may still be told: the person's access, state and roles stand, and the person still sits at the
 * desk.
 *
 * <p>Rules.
 */
@Singleton
public class Readers {

    private final TimerTransactions transactions;
    private final AccessGate gate;

    Readers(TimerTransactions transactions, AccessGate gate) {
        this.transactions = transactions;
        this.gate = gate;
    }

    private record Row(Person person, StateCode state, List<Role> roles) {}

    /**
     * Whether the person may be told what that desk of that state is told.
     *
     * @throws ProblemException 503 where nobody can tell just now
     */
    public boolean mayBeTold(String person, StateCode state, DeliveryDesk desk) throws SQLException {
        Optional<Row> known = transactions.once(transaction -> transaction
                .sql("select person, person_name, state, roles from subscriber where person = :person")
                .with("person", person)
                .first(Row.class));
        return known.filter(row -> row.state().equals(state))
                .filter(row -> sitsAt(desk, row))
                .isPresent();
    }

    private boolean sitsAt(DeliveryDesk desk, Row row) {
        Caller reader =
                new Caller(row.person(), Optional.of(row.state()), new HashSet<>(row.roles()), Optional.empty(), "");
        try {
            return DeliveryDesk.of(gate.admit(reader)).filter(desk::equals).isPresent();
        } catch (ProblemException refused) {
            if (refused.type() == KernelProblem.UNAVAILABLE) {
                // nobody can tell just now, which ends nothing
                throw refused;
            }
            return false;
        }
    }
}
