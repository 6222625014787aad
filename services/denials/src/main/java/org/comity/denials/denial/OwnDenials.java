package org.comity.denials.denial;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.util.UUID;
import org.comity.kernel.audit.AuditTrail;
import org.comity.kernel.caller.CurrentCaller;
import org.comity.kernel.http.Reply;
import org.comity.kernel.problem.KernelProblem;
import org.jspecify.annotations.Nullable;

/** Opens a denial of the caller's own state for a change, and saves it afterwards. */
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

    /** Finds an own denial for a change: 404 where it is hidden, 403 where it is another state's, 428 and 412. */
    Opened open(UUID id, @Nullable String ifMatch) {
        Opened opened = open(id);
        replies.etag(reader.view(opened.denial(), Lens.OWN)).require(ifMatch);
        return opened;
    }

    /** The same for a change that another record's tag guards. */
    Opened open(UUID id) {
        trail.touched(id);
        Lens lens = reader.lens(id);
        // the file first: it has the version, so that a denial that changes between the two reads is noticed
        DenialFileEntity file = lens == Lens.OWN ? database.find(DenialFileEntity.class, id) : null;
        DenialEntity denial = reader.find(id, lens);
        if (file == null || !current.get().isOf(denial.originator())) {
            throw KernelProblem.FORBIDDEN.because("Only the originator's licensing desk changes its denial.");
        }
        return new Opened(denial, file, state(denial, file));
    }

    private static DenialState state(DenialEntity denial, DenialFileEntity file) {
        return switch (denial.status()) {
            case DRAFT, NATIONAL_APPROVAL ->
                new DenialState.Unpublished(file.workingCopy().orElseThrow());
            case NOTIFIED, AMENDED, REVIEW_DUE, REVIEW_OVERDUE, RENEWED -> new DenialState.InForce(file.proposal());
            case REVOKED, EXPIRED -> new DenialState.Over();
        };
    }

    /** Saves what the step leads to, and answers with what the originator now sees. */
    Reply saved(Opened opened, DenialState next) {
        switch (next) {
            case DenialState.Unpublished(var copy) -> {
                opened.denial()
                        .status(
                                copy instanceof WorkingCopy.Submitted
                                        ? DenialStatus.NATIONAL_APPROVAL
                                        : DenialStatus.DRAFT);
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

    /** Where the step leads, or its refusal. */
    static DenialState decided(Step step) {
        return switch (step) {
            case Step.To(var next) -> next;
            case Step.Gone gone -> throw new IllegalStateException("this step leaves nothing");
            case Step.Refused(var why) -> throw why.because(why.title() + ".");
        };
    }

    /** Refuses all who are no approvers. */
    void requireApprover() {
        if (!current.get().isApprover()) {
            throw KernelProblem.FORBIDDEN.because("A licensing approver does this.");
        }
    }
}
