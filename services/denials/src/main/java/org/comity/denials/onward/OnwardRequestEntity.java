package org.comity.denials.onward;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.comity.denials.content.NoDuty;
import org.comity.denials.denial.SharedDenials;
import org.comity.kernel.caller.Caller;
import org.comity.kernel.caller.StateCode;
import org.comity.sharing.foureyes.LifeStep;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A request for onward release; for the two states that it is between. */
@Entity
@Table(name = "onward_request")
@DynamicUpdate // the application may change the answer alone
class OnwardRequestEntity {

    @Id
    private UUID id;

    @Column(name = "denial_id")
    private UUID denialId;

    @Column(name = "denial_ref")
    private String denialRef;

    @Column(name = "originator_state")
    private String originatorState;

    @Column(name = "requesting_state")
    private String requestingState;

    @Version
    @Column(name = "row_version")
    private int rowVersion;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> states;

    private String reason;

    @Enumerated(EnumType.STRING)
    private OnwardStatus status;

    @Column(name = "asked_at")
    private Instant askedAt;

    private @Nullable String answer;

    @Column(name = "answered_at")
    private @Nullable Instant answeredAt;

    @SuppressWarnings("NullAway") // for Hibernate
    protected OnwardRequestEntity() {}

    OnwardRequestEntity(
            UUID id,
            SharedDenials.Seen denial,
            StateCode requesting,
            List<StateCode> states,
            String reason,
            Instant at) {
        this.id = id;
        this.denialId = denial.id();
        this.denialRef = denial.ref();
        this.originatorState = denial.originator().value();
        this.requestingState = requesting.value();
        this.states = states.stream().map(StateCode::value).toList();
        this.reason = reason;
        this.status = OnwardStatus.ASKED;
        this.askedAt = at;
    }

    void answered(OnwardStatus next, @Nullable String text, Instant at) {
        status = next;
        answer = text;
        answeredAt = at;
    }

    UUID id() {
        return id;
    }

    UUID denialId() {
        return denialId;
    }

    StateCode originator() {
        return new StateCode(originatorState);
    }

    StateCode requesting() {
        return new StateCode(requestingState);
    }

    List<StateCode> states() {
        return states.stream().map(StateCode::new).toList();
    }

    OnwardStatus status() {
        return status;
    }

    Instant askedAt() {
        return askedAt;
    }

    /** Counts from one. */
    int version() {
        return rowVersion + 1;
    }

    /** Whether it waits for an answer. */
    boolean isOpen() {
        return status == OnwardStatus.ASKED;
    }

    OnwardView view(Caller reader) {
        return new OnwardView(
                id,
                denialId,
                denialRef,
                originator(),
                requesting(),
                states(),
                reason,
                status,
                askedAt,
                answer,
                answeredAt,
                NoDuty.ANY,
                LifeStep.open(OnwardStep.class, reader, step -> isOpen() && step.isOf(reader, this)));
    }
}
