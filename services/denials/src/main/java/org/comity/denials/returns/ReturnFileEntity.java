package org.comity.denials.returns;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.comity.denials.content.PermittedUse;
import org.comity.denials.content.Regime;
import org.comity.denials.content.Releasability;
import org.comity.denials.content.ReleaseMode;
import org.comity.denials.content.Tlp;
import org.comity.kernel.caller.Person;
import org.comity.kernel.caller.StateCode;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** The originator's own file on a return: who gave and approved it, and to whom it goes. */
@Entity
@Table(name = "denial_return_file")
class ReturnFileEntity {

    @Id
    @Column(name = "return_id")
    private UUID returnId;

    @Column(name = "originator_state")
    private String originatorState;

    @Version
    @Column(name = "row_version")
    private int rowVersion;

    @Column(name = "release_states")
    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> releaseStates;

    @Column(name = "release_excluded")
    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> releaseExcluded;

    @Column(name = "release_regime")
    @Enumerated(EnumType.STRING)
    private @Nullable Regime releaseRegime;

    @Column(name = "nil_because")
    private @Nullable String nilBecause;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable ReturnRequest correction;

    @Column(name = "submitted_by")
    private String submittedBy;

    @Column(name = "submitted_by_name")
    private String submittedByName;

    @Column(name = "submitted_at")
    private Instant submittedAt;

    /** Who gave what is released, while a correction by somebody else is open. */
    @Column(name = "released_by")
    private @Nullable String releasedBy;

    @Column(name = "released_by_name")
    private @Nullable String releasedByName;

    @Column(name = "released_submitted_at")
    private @Nullable Instant releasedSubmittedAt;

    @Column(name = "returned_because")
    private @Nullable String returnedBecause;

    @Column(name = "approved_by")
    private @Nullable String approvedBy;

    @Column(name = "approved_by_name")
    private @Nullable String approvedByName;

    @Column(name = "updated_at")
    private Instant updatedAt;

    @SuppressWarnings("NullAway") // for Hibernate
    protected ReturnFileEntity() {}

    ReturnFileEntity(UUID returnId, StateCode originator, ReturnRequest request, Person by, Instant at) {
        this.returnId = returnId;
        this.originatorState = originator.value();
        given(request, by, at);
    }

    /** Given anew: who gave it before counts no more. */
    final void given(ReturnRequest request, Person by, Instant at) {
        released(request.releaseOrDefault());
        nilBecause = request.nilBecause();
        submitted(by, at);
    }

    /** A next version waits; what was released stays until it is approved. */
    void correcting(ReturnRequest next, Person by, Instant at) {
        if (correction == null) {
            releasedBy = submittedBy;
            releasedByName = submittedByName;
            releasedSubmittedAt = submittedAt;
        }
        correction = next;
        submitted(by, at);
    }

    /** The next version is dropped; what was released stays, with who gave it. */
    void correctionDiscarded(Instant at) {
        correction = null;
        returnedBecause = null;
        if (releasedBy != null && releasedByName != null && releasedSubmittedAt != null) {
            submittedBy = releasedBy;
            submittedByName = releasedByName;
            submittedAt = releasedSubmittedAt;
        }
        forgetWhoGaveTheReleased();
        updatedAt = at;
    }

    private void forgetWhoGaveTheReleased() {
        releasedBy = null;
        releasedByName = null;
        releasedSubmittedAt = null;
    }

    /** The next version is released. */
    void corrected(ReturnRequest next, Person by, Instant at) {
        released(next.releaseOrDefault());
        nilBecause = next.nilBecause();
        correction = null;
        forgetWhoGaveTheReleased();
        approved(by, at);
    }

    private void submitted(Person by, Instant at) {
        submittedBy = by.id();
        submittedByName = by.name();
        submittedAt = at;
        returnedBecause = null;
        updatedAt = at;
    }

    /** From now on it goes to these; the next version too, which would undo the new release otherwise. */
    void releasedAnew(Releasability release, Tlp label, List<PermittedUse> uses, Instant at) {
        released(release);
        if (correction != null) {
            correction = correction.released(release, label, uses);
        }
        updatedAt = at;
    }

    private void released(Releasability release) {
        releaseStates = release.states().stream().map(StateCode::value).toList();
        releaseExcluded = release.excluded().stream().map(StateCode::value).toList();
        releaseRegime = release.regime();
    }

    void approved(Person by, Instant at) {
        approvedBy = by.id();
        approvedByName = by.name();
        updatedAt = at;
    }

    void sentBack(String reason, Instant at) {
        returnedBecause = reason;
        updatedAt = at;
    }

    @Nullable
    String nilBecause() {
        return nilBecause;
    }

    /** The next version, which waits for an approver or was sent back. */
    Optional<ReturnRequest> correction() {
        return Optional.ofNullable(correction);
    }

    Releasability releasability(ReleaseMode mode) {
        return new Releasability(
                mode,
                releaseStates.stream().map(StateCode::new).toList(),
                releaseExcluded.stream().map(StateCode::new).toList(),
                releaseRegime);
    }

    Person submitter() {
        return new Person(submittedBy, submittedByName);
    }

    Instant submittedAt() {
        return submittedAt;
    }

    @Nullable
    Person approver() {
        return approvedBy == null || approvedByName == null ? null : new Person(approvedBy, approvedByName);
    }

    @Nullable
    String returnedBecause() {
        return returnedBecause;
    }

    Instant updatedAt() {
        return updatedAt;
    }
}
