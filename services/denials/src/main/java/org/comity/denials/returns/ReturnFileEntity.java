package org.comity.denials.returns;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.comity.kernel.caller.Person;
import org.comity.sharing.foureyes.Opening;
import org.comity.sharing.foureyes.WorkingCopy;
import org.comity.sharing.release.Releasability;
import org.comity.sharing.release.ReleasedFile;
import org.comity.sharing.release.Widening;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** The originator's own file on a return: who gave and approved it, and to whom it goes. */
@Entity
@Table(name = "denial_return_file")
@AttributeOverride(name = "id", column = @Column(name = "return_id"))
class ReturnFileEntity extends ReleasedFile {

    @Column(name = "nil_because")
    private @Nullable String nilBecause;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable ReturnRequest correction;

    @SuppressWarnings("NullAway") // for Hibernate
    protected ReturnFileEntity() {}

    ReturnFileEntity(Opening opening, ReturnRequest request) {
        super(opening, new WorkingCopy.Submitted(opening.by(), opening.at()), request.releaseOrDefault());
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
    void corrected(ReturnRequest next) {
        says(next);
        correction = null;
        writtenBy(submitter().orElseThrow(), java.util.Objects.requireNonNull(submittedAt()));
    }

    private void says(ReturnRequest request) {
        release(request.releaseOrDefault());
        nilBecause = request.nilBecause();
    }

    /** The next version goes where the return goes: it would undo the new release otherwise. */
    void correctionGoes(Releasability release, Widening.Terms terms) {
        if (correction != null) {
            correction = correction.released(release, terms);
        }
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
