package org.comity.denials.consultation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.comity.denials.consultation.thread.Answer;
import org.comity.denials.consultation.thread.ConsultationType;
import org.comity.denials.consultation.thread.ThreadState;
import org.comity.denials.consultation.thread.ThreadStep;
import org.comity.kernel.caller.Caller;
import org.comity.kernel.caller.StateCode;
import org.jspecify.annotations.Nullable;

/** What one consulted state has of a consultation. */
@Entity
@Table(name = "consultation_thread")
class ThreadEntity {

    @Id
    private UUID id;

    @Column(name = "consultation_id", updatable = false)
    private UUID consultationId;

    @Column(name = "requesting_state", updatable = false)
    private String requestingState;

    @Column(name = "consulted_state", updatable = false)
    private String consultedState;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private ConsultationType type;

    @Version
    private int version;

    private int told;

    @Column(updatable = false)
    private boolean voluntary;

    @Column(updatable = false)
    private String zone;

    @Column(name = "requested_at", updatable = false)
    private Instant requestedAt;

    @Column(name = "first_due_at", updatable = false)
    private Instant firstDueAt;

    @Column(name = "due_at")
    private Instant dueAt;

    @Column(name = "remind_at")
    private Instant remindAt;

    @Column(name = "reminded_at")
    private @Nullable Instant remindedAt;

    @Column(name = "extended_days")
    private int extendedDays;

    @Column(name = "more_asked")
    private boolean moreAsked;

    @Column(name = "proposal_by")
    private @Nullable String proposalBy;

    @Column(name = "proposal_days")
    private @Nullable Integer proposalDays;

    @Enumerated(EnumType.STRING)
    private @Nullable Answer answer;

    @Column(name = "replied_at")
    private @Nullable Instant repliedAt;

    @Column(name = "deemed_at")
    private @Nullable Instant deemedAt;

    @Column(name = "ended_at")
    private @Nullable Instant endedAt;

    @Column(name = "changed_at")
    private Instant changedAt;

    @SuppressWarnings("NullAway") // for Hibernate
    protected ThreadEntity() {}

    ThreadEntity(
            UUID id,
            ConsultationEntity consultation,
            StateCode consulted,
            boolean voluntary,
            ZoneId zone,
            Instant dueAt,
            Instant remindAt,
            Instant at) {
        this.id = id;
        this.version = 1;
        this.told = 1;
        this.consultationId = consultation.id();
        this.requestingState = consultation.requestingState().value();
        this.consultedState = consulted.value();
        this.type = consultation.type();
        this.voluntary = voluntary;
        this.zone = zone.getId();
        this.requestedAt = at;
        this.firstDueAt = dueAt;
        this.dueAt = dueAt;
        this.remindAt = remindAt;
        this.changedAt = at;
    }

    ThreadState state() {
        if (deemedAt != null) {
            return new ThreadState.Deemed(
                    type.bySilence(),
                    deemedAt,
                    answer == null || repliedAt == null
                            ? Optional.empty()
                            : Optional.of(new ThreadState.LateReply(answer, repliedAt)));
        }
        if (answer != null && repliedAt != null) {
            return new ThreadState.Replied(answer, repliedAt);
        }
        return endedAt != null
                ? new ThreadState.Ended(endedAt)
                : new ThreadState.Open(dueAt, moreAsked, extendedDays, proposal());
    }

    private Optional<ThreadState.Proposal> proposal() {
        return proposalBy == null || proposalDays == null
                ? Optional.empty()
                : Optional.of(new ThreadState.Proposal(new StateCode(proposalBy), proposalDays));
    }

    /** Takes over where the thread stands now. */
    void state(ThreadState next, Instant at) {
        told++;
        changedAt = at;
        proposalBy = null;
        proposalDays = null;
        switch (next) {
            case ThreadState.Open open -> {
                dueAt = open.dueAt();
                moreAsked = open.moreAsked();
                extendedDays = open.extendedDays();
                open.proposal().ifPresent(proposal -> {
                    proposalBy = proposal.by().value();
                    proposalDays = proposal.workingDays();
                });
            }
            case ThreadState.Replied replied -> {
                answer = replied.answer();
                repliedAt = replied.at();
            }
            case ThreadState.Deemed deemed -> {
                deemedAt = deemed.at();
                deemed.late().ifPresent(late -> {
                    answer = late.answer();
                    repliedAt = late.at();
                });
            }
            case ThreadState.Ended ended -> endedAt = ended.at();
        }
    }

    /** The deadline moved: the reminder comes anew. */
    void remindAt(Instant at) {
        remindAt = at;
        remindedAt = null;
    }

    UUID id() {
        return id;
    }

    UUID consultationId() {
        return consultationId;
    }

    StateCode requestingState() {
        return new StateCode(requestingState);
    }

    /** Whether the caller is of the party that takes this step. */
    boolean isTakenBy(ThreadStep step, Caller caller) {
        return step.takenBy().lets(caller)
                && (caller.isOf(consultedState()) && step.isOf(true)
                        || caller.isOf(requestingState()) && step.isOf(false));
    }

    StateCode consultedState() {
        return new StateCode(consultedState);
    }

    ConsultationType type() {
        return type;
    }

    int version() {
        return version;
    }

    /** Counts what happened here and both parties see; the version in its events. Reminders are not among it. */
    int told() {
        return told;
    }

    boolean isVoluntary() {
        return voluntary;
    }

    String zone() {
        return zone;
    }

    Instant requestedAt() {
        return requestedAt;
    }

    Instant firstDueAt() {
        return firstDueAt;
    }

    Instant dueAt() {
        return dueAt;
    }

    int extendedDays() {
        return extendedDays;
    }

    Instant changedAt() {
        return changedAt;
    }
}
