package org.comity.denials.denial;

import jakarta.inject.Singleton;
import org.comity.kernel.sql.Sql;
import org.comity.sharing.release.AudienceTable;

/** The audience of each denial. */
@Singleton
class DenialAudience extends AudienceTable {

    DenialAudience(Sql sql) {
        super(sql, "denial_audience", "denial_id");
    }
}
