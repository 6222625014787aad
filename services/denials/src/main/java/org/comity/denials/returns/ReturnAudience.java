package org.comity.denials.returns;

import jakarta.inject.Singleton;
import org.comity.kernel.sql.Sql;
import org.comity.sharing.release.AudienceTable;

/** The audience of each return. */
@Singleton
class ReturnAudience extends AudienceTable {

    ReturnAudience(Sql sql) {
        super(sql, "denial_return_audience", "return_id");
    }
}
