package org.comity.sharing.delivery;

import java.util.Optional;
import java.util.stream.Stream;
import org.comity.kernel.caller.Caller;
import org.comity.kernel.caller.Role;

/** The desks of a state that read differently. Each has a feed of its own. */
public enum DeliveryDesk {
    /** Officers, approvers, and the state's systems. */
    LICENSING(Role.LICENSING_OFFICER),
    /** The point of contact, where it is no officer too. */
    CONTACT(Role.POC),
    /** Analysts who have none of these roles. */
    ANALYSIS(Role.ANALYST);

    private final Role reader;

    DeliveryDesk(Role reader) {
        this.reader = reader;
    }

    /** The role as which the deliverer reads for this desk. */
    public Role reader() {
        return reader;
    }

    /**
     * The desk of the caller, the first of these where it has several: each reads what those after it read. Empty for those
     * who read no record.
     */
    public static Optional<DeliveryDesk> of(Caller caller) {
        if (caller.state().isEmpty()) {
            return Optional.empty();
        }
        return caller.isLicensingDesk()
                ? Optional.of(LICENSING)
                : Stream.of(CONTACT, ANALYSIS)
                        .filter(desk -> caller.hasAny(desk.reader))
                        .findFirst();
    }
}
