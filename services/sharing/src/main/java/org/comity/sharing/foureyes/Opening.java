package org.comity.sharing.foureyes;

import java.time.Instant;
import java.util.UUID;
import org.comity.kernel.caller.Person;
import org.comity.kernel.caller.StateCode;

/** Who opens a record for which state, when, and the id that the record gets. */
public record Opening(UUID id, StateCode state, Person by, Instant at) {}
