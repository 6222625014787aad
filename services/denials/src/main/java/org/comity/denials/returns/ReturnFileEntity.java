package org.comity.denials.returns;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.comity.kernel.caller.Person;
import org.comity.kernel.caller.StateCode;
import org.comity.sharing.foureyes.WorkingCopy;
import org.comity.sharing.release.PermittedUse;
import org.comity.sharing.release.Releasability;
import org.comity.sharing.release.ReleasedFile;
import org.comity.sharing.release.Tlp;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** The originator's own file on a return: who gave and approved it, and to whom it goes. */
@Entity
@Table(name = "denial_return_file")
class ReturnFileEntity extends ReleasedFile {

    @Id
    @Column(name = "return_id")
    private UUID returnId;

    @Column(name = "originator_state")
    private String originatorState;

    @Column(name = "nil_because")
    private @Nullable String nilBecause;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable ReturnRequest correction;

    @SuppressWarnings("NullAway") // for Hibernate
    protected ReturnFileEntity() {}

    ReturnFileEntity(UUID returnId, StateCode originator, ReturnRequest request, Person by, Instant at) {
        super(by, at, new WorkingCopy.Submitted(by, at), request.releaseOrDefault());
        this.returnId = returnId;
        this.originatorState = originator.value();
        says(request);
    }

    /** Somebody gives the return once more before its release, and counts as the person who gave it. */
    void given(ReturnRequest request, Person by, Instant at) {
        says(request);
        writtenBy(by, at);
        workingCopy(Optional.of(new WorkingCopy.Submitted(by, at)));
    }

    /** A next version, which waits; what was released stays until it is approved. */
    void correction(@Nullable ReturnRequest next) {
        correction = next;
    }

    /** The next version is what was released from now on; who gave it wrote what the return says. */
    void corrected(ReturnRequest next, Person by) {
        says(next);
        correction = null;
        writtenBy(submitter().orElseThrow(), java.util.Objects.requireNonNull(submittedAt()));
        approved(by);
    }

    private void says(ReturnRequest request) {
        release(request.releaseOrDefault());
        nilBecause = request.nilBecause();
    }

    /** From now on it goes to these; the next version too, which would undo the new release otherwise. */
    void releasedAnew(Releasability release, Tlp label, List<PermittedUse> uses, Instant at) {
        release(release);
        if (correction != null) {
            correction = correction.released(release, label, uses);
        }
        touched(at);
    }

    @Nullable
    String nilBecause() {
        return nilBecause;
    }

    /** The next version, which waits for an approver or was sent back. */
    Optional<ReturnRequest> correction() {
        return Optional.ofNullable(correction);
    }

    /** Who gave what waits, or else what the return says. */
    Person givenBy() {
        return waiting().map(WorkingCopy.Submitted::by).orElseGet(this::creator);
    }

    /** When that was. */
    Instant givenAt() {
        return waiting().map(WorkingCopy.Submitted::at).orElseGet(this::createdAt);
    }

    private Optional<WorkingCopy.Submitted> waiting() {
        return workingCopy().filter(WorkingCopy.Submitted.class::isInstance).map(WorkingCopy.Submitted.class::cast);
    }
}
