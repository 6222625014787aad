package org.comity.sharing.sample;

import jakarta.inject.Singleton;
import org.comity.kernel.sql.Sql;
import org.comity.sharing.release.AudienceTable;

/** The audience of each advisory. */
@Singleton
class AdvisoryAudience extends AudienceTable {

    AdvisoryAudience(Sql sql) {
        super(sql, "advisory_audience", "advisory_id");
    }
}
