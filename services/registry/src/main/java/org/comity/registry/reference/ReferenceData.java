package org.comity.registry.reference;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;

/** Reads the rows that a migration has written; nobody changes them. */
@Singleton
class ReferenceData {

    private final EntityManager database;

    ReferenceData(EntityManager database) {
        this.database = database;
    }

    /** COC-1 to COC-7. */
    @Transactional
    List<ReferenceRow> commitments() {
        return rows("select code, text from commitment order by code");
    }

    /** MTG-A to MTG-E. */
    @Transactional
    List<ReferenceRow> meetingTags() {
        return rows("select code, text from meeting_tag order by code");
    }

    private List<ReferenceRow> rows(String sql) {
        List<ReferenceRow> rows = new ArrayList<>();
        for (Object row : database.createNativeQuery(sql).getResultList()) {
            Object[] cells = (Object[]) row;
            rows.add(new ReferenceRow((String) cells[0], (String) cells[1]));
        }
        return rows;
    }
}
