package org.comity.denials.exchange;

import java.util.Set;

/** A step with all denials of an import: all or none. */
enum ImportStep {
    APPLY(Set.of(ImportStatus.CHECKED), ImportStatus.APPLYING, ImportStatus.APPLIED),
    SUBMIT(Set.of(ImportStatus.APPLIED), ImportStatus.SUBMITTING, ImportStatus.SUBMITTED),
    APPROVE(Set.of(ImportStatus.SUBMITTED), ImportStatus.APPROVING, ImportStatus.APPROVED),
    RETURN(Set.of(ImportStatus.SUBMITTED), ImportStatus.RETURNING, ImportStatus.APPLIED),
    DISCARD(
            Set.of(ImportStatus.CHECKED, ImportStatus.FAULTY, ImportStatus.APPLIED),
            ImportStatus.DISCARDING,
            ImportStatus.DISCARDED);

    final Set<ImportStatus> from;
    final ImportStatus during;
    final ImportStatus to;

    ImportStep(Set<ImportStatus> from, ImportStatus during, ImportStatus to) {
        this.from = from;
        this.during = during;
        this.to = to;
    }

    /** Whether an approver alone takes it. */
    boolean isForApprovers() {
        return this == APPROVE || this == RETURN;
    }

    /** What it is called in an address. */
    String verb() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
