package org.comity.sharing.receipt;

import java.time.LocalDate;
import java.util.UUID;
import org.comity.kernel.caller.StateCode;

/**
 * A line of the access log of a state's own records: another state opened one.
 *
 * @param day in UTC
 * @param record the record
 * @param ref its reference
 * @param version the version that was read
 */
public record OpenedRecord(UUID id, LocalDate day, StateCode state, UUID record, String ref, int version) {}
