package org.comity.denials.exchange;

import java.util.Set;
import org.comity.sharing.foureyes.LifeStep;
import org.comity.sharing.foureyes.Step;
import org.comity.sharing.foureyes.TakenBy;

/** A step with all denials of an import: all or none; in the order in which views list them. */
enum ImportStep implements LifeStep {
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

    @Override
    public TakenBy takenBy() {
        return this == APPROVE || this == RETURN ? TakenBy.APPROVER : TakenBy.DESK;
    }

    /**
     * What comes of asking for the step.
     *
     * @param interrupted whether the step that it is in was broken off, so that it can be taken again
     */
    Step<ImportStatus> ask(ImportStatus now, boolean interrupted) {
        if (now == ImportStatus.FAULTY && this != DISCARD) {
            return new Step.Refused<>(ImportProblem.IMPORT_FAULTY, "Correct the file, and send it again.");
        }
        boolean again = now == during && interrupted;
        if (now.isRunning() && !again) {
            return new Step.Refused<>(ImportProblem.IMPORT_RUNNING, "Wait until its step is done.");
        }
        if (!from.contains(now) && !again) {
            return new Step.Refused<>(
                    ImportProblem.IMPORT_STEP_NOT_NEXT,
                    this == DISCARD
                            ? "What was submitted with it is sent back first; what is notified stays."
                            : "First apply, then submit, then approve or send back.");
        }
        return new Step.To<>(during);
    }
}
