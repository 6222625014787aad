package org.comity.sharing.foureyes;

import jakarta.persistence.Column;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.comity.kernel.caller.Person;
import org.jspecify.annotations.Nullable;

/**
 * What is for the desk of a record's own state alone, as every record stores it: who wrote it, the working copy, and who
 * approved. Its version is the optimistic lock of the record.
 */
@MappedSuperclass
public abstract class DeskFile {

    private enum Copy {
        DRAFT,
        SUBMITTED
    }

    @Version
    @Column(name = "row_version")
    private int rowVersion;

    @Column(name = "created_by")
    private String createdBy;

    @Column(name = "created_by_name")
    private String createdByName;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    @Column(name = "working_copy")
    @Enumerated(EnumType.STRING)
    private @Nullable Copy workingCopy;

    @Column(name = "submitted_by")
    private @Nullable String submittedBy;

    @Column(name = "submitted_by_name")
    private @Nullable String submittedByName;

    @Column(name = "submitted_at")
    private @Nullable Instant submittedAt;

    @Column(name = "returned_because")
    private @Nullable String returnedBecause;

    @Column(name = "approved_by")
    private @Nullable String approvedBy;

    @Column(name = "approved_by_name")
    private @Nullable String approvedByName;

    @SuppressWarnings("NullAway") // for Hibernate
    protected DeskFile() {}

    /** A file that this person opens. */
    protected DeskFile(Person by, Instant at, WorkingCopy copy) {
        writtenBy(by, at);
        workingCopy(Optional.of(copy));
    }

    /** This person wrote what the record says. */
    protected final void writtenBy(Person by, Instant at) {
        createdBy = by.id();
        createdByName = by.name();
        createdAt = at;
        updatedAt = at;
    }

    /** Something changed, which counts for the optimistic lock whatever else does. */
    public final void touched(Instant at) {
        updatedAt = at;
    }

    /** This is worked on from now on, or nothing. */
    public final void workingCopy(Optional<WorkingCopy> copy) {
        workingCopy = null;
        submittedBy = null;
        submittedByName = null;
        submittedAt = null;
        returnedBecause = null;
        switch (copy.orElse(null)) {
            case null -> {
                // nothing is worked on
            }
            case WorkingCopy.Draft(var because) -> {
                workingCopy = Copy.DRAFT;
                returnedBecause = because.orElse(null);
            }
            case WorkingCopy.Submitted(var by, var at) -> {
                workingCopy = Copy.SUBMITTED;
                submittedBy = by.id();
                submittedByName = by.name();
                submittedAt = at;
            }
        }
    }

    /** What is worked on, if anything is. */
    public final Optional<WorkingCopy> workingCopy() {
        return switch (workingCopy) {
            case null -> Optional.empty();
            case DRAFT -> Optional.of(new WorkingCopy.Draft(Optional.ofNullable(returnedBecause)));
            case SUBMITTED ->
                Optional.of(new WorkingCopy.Submitted(submitter().orElseThrow(), Objects.requireNonNull(submittedAt)));
        };
    }

    /** This person approved what waited; nothing is worked on any more. */
    public final void approved(Person by) {
        workingCopy = null;
        returnedBecause = null;
        approvedBy = by.id();
        approvedByName = by.name();
    }

    /** Who submitted what waits, or what was approved last. */
    public final Optional<Person> submitter() {
        return person(submittedBy, submittedByName);
    }

    /** When that was. */
    public final @Nullable Instant submittedAt() {
        return submittedAt;
    }

    /** Why an approver sent it back. */
    public final @Nullable String returnedBecause() {
        return returnedBecause;
    }

    /** Who approved last. */
    public final Optional<Person> approver() {
        return person(approvedBy, approvedByName);
    }

    /** Who wrote what the record says. */
    public final Person creator() {
        return new Person(createdBy, createdByName);
    }

    /** When that was. */
    public final Instant createdAt() {
        return createdAt;
    }

    /** When anything changed that its desk sees. */
    public final Instant updatedAt() {
        return updatedAt;
    }

    private static Optional<Person> person(@Nullable String id, @Nullable String name) {
        return id == null || name == null ? Optional.empty() : Optional.of(new Person(id, name));
    }
}
