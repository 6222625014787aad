package org.comity.sharing.receipt;

import java.time.LocalDate;
import org.comity.kernel.caller.StateCode;

/**
 * A state opened a record.
 *
 * @param day in UTC
 * @param version the version that it read
 */
public record ReceiptView(StateCode state, LocalDate day, int version) {}
