package org.comity.sharing.delivery;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.comity.kernel.problem.KernelProblem;
import org.comity.kernel.problem.ProblemException;

/** How the records of one kind are read for delivery. A service has a bean of this type for each kind that its events name. */
public interface DeliverySource {

    /**
     * Reads records as the present caller sees them, all in one transaction. Reading leaves no receipt.
     *
     * @param subjects the subjects of events; each is an id that a record of any kind may have, or a part of one
     * @return by subject; without those that are no record of this kind, or that the caller does not see
     * @throws org.comity.kernel.problem.ProblemException 403 for a role that reads no record of the kind
     */
    Map<UUID, Read> read(Collection<UUID> subjects);

    /**
     * A record as it was read.
     *
     * @param seen all that the reader sees of it; a change in it is told to the reader, and nothing else is
     */
    record Read(Delivered record, Object seen) {}

    /**
     * Reads one after the other, for kinds of which few come at a time.
     *
     * @param one reads one; empty, or 404 or 403, where the caller does not see it
     */
    static Map<UUID, Read> each(Collection<UUID> subjects, Function<UUID, Optional<Read>> one) {
        Map<UUID, Read> all = new HashMap<>();
        for (UUID subject : subjects) {
            try {
                one.apply(subject).ifPresent(read -> all.put(subject, read));
            } catch (ProblemException refused) {
                if (!isHidden(refused)) {
                    throw refused;
                }
            }
        }
        return all;
    }

    /** Whether it says no more than that the caller does not see the record. */
    static boolean isHidden(ProblemException refused) {
        return refused.type() == KernelProblem.NOT_FOUND || refused.type() == KernelProblem.FORBIDDEN;
    }
}
