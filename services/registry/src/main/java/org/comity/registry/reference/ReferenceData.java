package org.comity.registry.reference;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import org.comity.kernel.sql.Sql;

/** Reads the rows that a migration has written; nobody changes them. */
@Singleton
class ReferenceData {

    private final Sql sql;

    ReferenceData(Sql sql) {
        this.sql = sql;
    }

    /** COC-1 to COC-7. */
    @Transactional
    List<ReferenceRow> commitments() {
        return sql.of("select code, text from commitment order by code").list(ReferenceRow.class);
    }

    /** MTG-A to MTG-E. */
    @Transactional
    List<ReferenceRow> meetingTags() {
        return sql.of("select code, text from meeting_tag order by code").list(ReferenceRow.class);
    }
}
