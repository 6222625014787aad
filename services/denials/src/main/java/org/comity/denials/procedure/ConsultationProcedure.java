package org.comity.denials.procedure;

import java.time.LocalDate;

/**
 * The parameters of the no-undercut consultation procedure. Assumption: the other types of consultation take the same
 * day counts.
 *
 * <p>Source: docs/rules.md R-108, R-125 (domain 1b: 30 and 60 days; 1c: 10 and 30 working days).
 *
 * @param version the version that applies
 * @param replyDays working days for a reply
 * @param extensionDays working days that bound extensions
 * @param notifyPreferred calendar days after a grant within which an undercut notice is preferably sent
 * @param notifyLatest calendar days after a grant within which it is sent at the latest
 */
public record ConsultationProcedure(
        int version, int replyDays, int extensionDays, int notifyPreferred, int notifyLatest) {

    /** The procedure's code. */
    public static final String CODE = "NO_UNDERCUT_CONSULTATION";

    /** The day by which a grant is preferably notified. */
    public LocalDate preferredBy(LocalDate decided) {
        return decided.plusDays(notifyPreferred);
    }

    /** The last day on which notifying the grant is not late. */
    public LocalDate latestBy(LocalDate decided) {
        return decided.plusDays(notifyLatest);
    }
}
