package org.comity.kernel.audit;

import jakarta.enterprise.context.RequestScoped;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import org.comity.kernel.http.RecordIds;

/** Collects which records the request touched, for its one row in the audit trail. */
@RequestScoped
public class AuditTrail {

    private final Set<String> records = new LinkedHashSet<>();

    /**
     * This record was shown or changed, or was asked for by this id. The caller's own state reads it in its access log:
     * of what it was not shown, take down nothing but what it named itself.
     */
    public void touched(UUID record) {
        if (!record.equals(RecordIds.NOTHING)) {
            records.add(record.toString());
        }
    }

    /** This record, by the name that it has in this service. */
    public void touched(String record) {
        records.add(record);
    }

    /** These records were shown. */
    public void touchedAll(Collection<UUID> shown) {
        shown.forEach(this::touched);
    }

    Set<String> records() {
        return records;
    }
}
