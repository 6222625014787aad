package org.comity.denials.exchange;

/** A step with all denials of an import: all or none. */
enum ImportStep {
    APPLY(ImportStatus.CHECKED, ImportStatus.APPLYING, ImportStatus.APPLIED),
    SUBMIT(ImportStatus.APPLIED, ImportStatus.SUBMITTING, ImportStatus.SUBMITTED),
    APPROVE(ImportStatus.SUBMITTED, ImportStatus.APPROVING, ImportStatus.APPROVED);

    final ImportStatus from;
    final ImportStatus during;
    final ImportStatus to;

    ImportStep(ImportStatus from, ImportStatus during, ImportStatus to) {
        this.from = from;
        this.during = during;
        this.to = to;
    }

    /** What it is called in an address. */
    String verb() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
