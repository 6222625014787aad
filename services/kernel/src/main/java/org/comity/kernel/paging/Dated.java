package org.comity.kernel.paging;

import java.time.Instant;
import java.util.UUID;

/** A row of a list that is ordered by the instant at which its rows were made, and by id where two have the same one. */
public interface Dated {

    /** When it was made, in UTC. */
    Instant createdAt();

    /** Its identifier. */
    UUID id();
}
