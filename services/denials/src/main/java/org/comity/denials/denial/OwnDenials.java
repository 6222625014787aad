package org.comity.denials.denial;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.util.UUID;
import org.comity.kernel.audit.AuditTrail;
import org.comity.kernel.caller.CurrentCaller;
import org.comity.kernel.http.RecordVersion;
import org.comity.kernel.http.Reply;
import org.comity.kernel.problem.KernelProblem;
import org.comity.sharing.release.Lens;

/**
 * Opens a denial of the caller's own state for a change, and saves it afterwards.
 *
 * <p>Rules: R-316.
 */
@Singleton
class OwnDenials {

    private final EntityManager database;
    private final DenialReader reader;
    private final Reply.Writer replies;
    private final CurrentCaller current;
    private final AuditTrail trail;
    private final Clock clock;

    OwnDenials(
            EntityManager database,
            DenialReader reader,
            Reply.Writer replies,
            CurrentCaller current,
            AuditTrail trail,
            Clock clock) {
        this.database = database;
        this.reader = reader;
        this.replies = replies;
        this.current = current;
        this.trail = trail;
        this.clock = clock;
    }

    /** A denial with its file, and where it stands. */
    record Opened(DenialEntity denial, DenialFileEntity file, DenialState state) {}

    /**
     * Finds an own denial for a step: 404 where it is hidden, 403 where it is another state's or another role's step, 428
     * and 412.
     */
    Opened open(RecordVersion version, DenialStep step) {
        Opened opened = open(version.id(), step);
        replies.etag(reader.view(opened.denial(), Lens.OWN)).require(version.ifMatch());
        return opened;
    }

    /** Opens a denial for a step that the tag of another record guards. */
    Opened open(UUID id, DenialStep step) {
        Opened opened = open(id);
        step.takenBy().require(current.get());
        return opened;
    }

    /** The same where no step is taken. */
    Opened open(UUID id) {
        trail.touched(id);
        Lens lens = reader.lens(id);
        // the file first: it has the version, so that a denial that changes between the two reads is noticed
        DenialFileEntity file = lens == Lens.OWN ? database.find(DenialFileEntity.class, id) : null;
        DenialEntity denial = reader.find(id, lens);
        if (file == null || !current.get().isOf(denial.originator())) {
            throw KernelProblem.FORBIDDEN.because("Only the originator's licensing desk changes its denial.");
        }
        return new Opened(denial, file, DenialState.of(denial, file));
    }

    /** Saves what the step leads to, and answers with what the originator now sees. */
    Reply saved(Opened opened, DenialState next) {
        switch (next) {
            case DenialState.Unpublished(var copy) -> {
                opened.denial().status(copy.isSubmitted() ? DenialStatus.NATIONAL_APPROVAL : DenialStatus.DRAFT);
                opened.file().workingCopy(next.workingCopy());
            }
            case DenialState.InForce(var proposal) -> opened.file().proposal(proposal);
            case DenialState.Over over -> opened.file().proposal(java.util.Optional.empty());
        }
        opened.file().touched(clock.instant());
        database.lock(opened.file(), LockModeType.OPTIMISTIC_FORCE_INCREMENT);
        database.flush();
        return replies.ok(reader.view(opened.denial(), Lens.OWN));
    }
}
