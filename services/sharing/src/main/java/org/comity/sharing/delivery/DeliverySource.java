package org.comity.sharing.delivery;

import java.util.Optional;
import java.util.UUID;

/** How the records of one kind are read for delivery. A service has a bean of this type for each kind that its events name. */
public interface DeliverySource {

    /**
     * Reads a record as the present caller sees it. Reading leaves no receipt.
     *
     * @param subject the subject of an event
     * @return empty where there is no such record of this kind, or the caller does not see it
     * @throws org.comity.kernel.problem.ProblemException 404 for the same
     */
    Optional<Read> read(UUID subject);

    /**
     * A record as it was read.
     *
     * @param seen all that the reader sees of it; a change in it is told to the reader, and nothing else is
     */
    record Read(Delivered record, Object seen) {}
}
