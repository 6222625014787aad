package org.comity.kernel.caller;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Lets the deliverer read as the people of one state do, under both halves of the wall. What is read for one
 * role has a transaction of its own: the wall learns of the caller when the transaction takes its connection.
 *
 * <p>Rules: R-380.
 */
@Singleton
public class ReadingFor {

    private final CurrentCaller current;

    ReadingFor(CurrentCaller current) {
        this.current = current;
    }

    /**
     * Reads as somebody of this role in this state.
     *
     * @param read what is read; it changes nothing, and leaves no receipt
     * @throws IllegalStateException in a request that is not the deliverer's
     */
    public <T> T read(StateCode state, Role role, Supplier<T> read) {
        Caller deliverer = current.get();
        if (!deliverer.client().equals(ForDelivery.CLIENT)) {
            throw new IllegalStateException("only the deliverer reads for a state");
        }
        Caller reader =
                new Caller(deliverer.person(), Optional.of(state), Set.of(role), Optional.empty(), deliverer.client());
        current.set(reader);
        try {
            return QuarkusTransaction.requiringNew().call(read::get);
        } finally {
            current.set(deliverer);
        }
    }
}
