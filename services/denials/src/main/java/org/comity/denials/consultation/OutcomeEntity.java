package org.comity.denials.consultation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.comity.kernel.caller.StateCode;
import org.jspecify.annotations.Nullable;

/** How the requesting state decided, for the parties. */
@Entity
@Table(name = "consultation_outcome")
class OutcomeEntity {

    @Id
    @Column(name = "consultation_id")
    private UUID consultationId;

    @Column(name = "requesting_state", updatable = false)
    private String requestingState;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private Outcome outcome;

    @Column(updatable = false)
    private @Nullable String explanation;

    @Column(name = "decided_at", updatable = false)
    private Instant decidedAt;

    @Column(name = "closed_at")
    private @Nullable Instant closedAt;

    @SuppressWarnings("NullAway") // for Hibernate
    protected OutcomeEntity() {}

    OutcomeEntity(UUID consultation, StateCode requesting, Outcome outcome, @Nullable String explanation, Instant at) {
        this.consultationId = consultation;
        this.requestingState = requesting.value();
        this.outcome = outcome;
        this.explanation = explanation;
        this.decidedAt = at;
    }

    void closed(Instant at) {
        closedAt = at;
    }

    Outcome outcome() {
        return outcome;
    }

    @Nullable
    String explanation() {
        return explanation;
    }

    Instant decidedAt() {
        return decidedAt;
    }

    @Nullable
    Instant closedAt() {
        return closedAt;
    }
}
