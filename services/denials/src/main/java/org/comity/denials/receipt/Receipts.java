package org.comity.denials.receipt;

import jakarta.inject.Singleton;
import java.time.Clock;
import org.comity.kernel.sql.Sql;
import org.comity.kernel.time.Identifiers;
import org.comity.sharing.receipt.ReceiptTable;

/** The receipts of denials. */
@Singleton
public class Receipts extends ReceiptTable {

    Receipts(Sql sql, Identifiers identifiers, Clock clock) {
        super(sql, identifiers, clock, "denial_receipt", "denial_id");
    }
}
